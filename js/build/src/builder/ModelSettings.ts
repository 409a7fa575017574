// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** How the parts of a score are weighed (core/pack/blend.h). */
export interface Blend {
  /** What the item vectors weigh beside the pair lists. */
  vectors: number
  /** What a product's pairs weigh beside those of the next newer one of the session. */
  pairDecay: number
}

/** What is chosen for each history by trying it on the last sessions. */
export interface ModelSettings extends Blend {
  /** How many of a session's products its vector is made of (core/train/item_vectors.h). */
  positions: number
  /** How often the training goes through the history. */
  epochs: number
}

/** What does well on data of different kinds: docs/recommendations.md. */
export const defaultModel: ModelSettings = {
  positions: 9,
  epochs: 8,
  vectors: 0.6,
  pairDecay: 0.7165313106,
}
