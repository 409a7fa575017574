// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { DashboardData, MeasureDescription } from './DashboardData.js'
import type { DashboardQuery } from './DashboardQuery.js'
import { nameOf } from './measures/nameOf.js'
import { Wording } from './texts/Wording.js'

/** One dashboard in the making: what was asked, what there is, and the words for it. */
export class Page {
  readonly words: Wording

  constructor(
    readonly query: DashboardQuery,
    readonly data: DashboardData,
  ) {
    this.words = new Wording(query.lang)
  }

  name(measure: MeasureDescription): string {
    return nameOf(this.words, measure, this.data.overview)
  }
}
