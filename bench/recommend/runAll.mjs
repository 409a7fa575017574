// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// All that is measured of recommendations in one place: Node, or a page.
import { compareScans } from './compareScans.mjs'
import { compareSlots } from './compareSlots.mjs'

/** Gives { scans: one of each count, filled }. */
export async function runAll({ wasm, addresses, pack, counts, rounds, visited, slots, more }) {
  const scans = []
  for (const count of counts) {
    scans.push({ count, ...(await compareScans({ wasm, addresses, count, rounds, more })) })
  }
  const filled = await compareSlots({ wasm: wasm['etalage-rules'], pack, slots, visited, rounds })
  return { scans, filled }
}
