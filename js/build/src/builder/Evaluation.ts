// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** How well a list of twenty products holds what came next. */
export interface Accuracy {
  /** Share of the cases whose answer is in the list. */
  hr20: number
  /** Mean of 1 / place in the list, 0 where it is not. */
  mrr20: number
}

export interface Measured extends Accuracy {
  cases: number
  /** Cases whose answer is first in the list, second, …, twentieth. */
  places: number[]
}

/** The pack's lists beside lists of bestsellers, on the same cases. */
export interface Comparison {
  pack: Measured
  baseline: Measured
}

/** What the core measures on a finished pack. */
export interface Evaluation {
  cases: number
  all: Measured
  /** Only cases whose answer is not in the session already; the session's products are kept out of the list. */
  new: Measured
  /** The same for a list of bestsellers. */
  baseline: { all: Measured; new: Measured }
  /** The cases of `new` by how many different products the session had: 1, 2, 3 to 5, more. */
  byKnown: Comparison[]
  /** The cases of `new` by the answer's popularity: the most popular tenth, the rest of the first half, the second half. */
  byPopularity: Comparison[]
  /** Share of the products that are in at least one list. */
  coverage: number
  /** Share of the places in the lists that go to the most popular tenth of the products. */
  headShare: number
}
