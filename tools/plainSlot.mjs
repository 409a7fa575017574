// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A slot that arranges nothing. */
export function plainSlot(name, strategy, count, fallback = []) {
  return {
    name,
    strategy,
    count,
    fallback,
    shown: 0,
    prefer: 0,
    without: 0,
    exclude: [],
    pins: [],
    boosts: [],
    price: { from: 0, to: 0 },
    relevance: 0,
    diversity: 0,
    calibration: 0,
    rotation: 0,
  }
}
