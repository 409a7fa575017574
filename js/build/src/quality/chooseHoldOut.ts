// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { History } from '../history/History.js'

const leastShare = 0.05
/** Fewer sessions than this say nothing about a pack. */
export const leastSessions = 50

/**
 * Where to cut the sessions so that those before it train and those from it on test: the last whole days that hold at
 * least 5 % of the sessions. Without times, and where those days would be more than half of all sessions, the last 5 %.
 * Undefined where there are too few sessions to tell anything.
 */
export function chooseHoldOut({ customers, days }: History): number | undefined {
  const sessions = customers.length
  if (sessions < leastSessions) return undefined
  const latest = sessions - Math.ceil(sessions * leastShare)
  if (!days) return latest
  let cut = latest
  while (cut > 0 && days[cut - 1] === days[latest]) --cut
  return cut * 2 >= sessions ? cut : latest
}
