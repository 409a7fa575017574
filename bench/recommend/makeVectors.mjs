// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Item vectors as a pack has them: 64 signed bytes and a scale each (core/train/quantise.h).
//
// They point in all directions alike. That is the hard case: learned vectors lie in clusters, so that more of them can be
// passed over.
import { newRandom } from '../random.mjs'

export const dimensions = 64

/** Gives { count, components, scales, floats }; floats are what components and scales stand for. */
export function makeVectors(count) {
  const random = newRandom(11)
  const components = new Int8Array(count * dimensions)
  const scales = new Uint16Array(count)
  const floats = new Float32Array(count * dimensions)
  for (let row = 0; row < count; ++row) {
    const vector = Array.from({ length: dimensions }, () => normal(random))
    const length = Math.hypot(...vector)
    const largest = Math.max(...vector.map(Math.abs)) / length
    scales[row] = Math.round(largest * 65_535)
    const unit = scales[row] / 65_535 / 127
    vector.forEach((value, d) => {
      const at = row * dimensions + d
      components[at] = Math.round(Math.max(-127, Math.min(127, value / length / unit)))
      floats[at] = components[at] * unit
    })
  }
  return { count, components, scales, floats }
}

/** Close to the normal distribution: the sum of twelve. */
function normal(random) {
  let sum = -6
  for (let i = 0; i < 12; ++i) sum += random.below(1 << 20) / (1 << 20)
  return sum
}
