// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { compareBytes } from '../compareBytes.js'
import type { Problem } from '../Problem.js'
import { showPath } from '../showPath.js'
import type { Shopper } from '../shopper/Shopper.js'
import type { Outcome, ShopperInput, Value } from '../shopper/ShopperInput.js'
import { parseLine } from './parseLine.js'
import { readLines } from './readLines.js'

/** What `etalage replay` prints for a line, its keys in this order: docs/replay.md. */
export interface Replayed {
  time: string | number
  segments: string[]
  decisions: Record<string, string>
  metrics: Record<string, number>
  triggers: string[]
  dropped: string[]
}

/** Lets a shopper live through a recording, line by line. */
export async function* replayFile(
  shopper: Shopper,
  path: string,
  warn: (problem: Problem) => void,
): AsyncGenerator<Replayed> {
  const file = showPath(path)
  let utcOffset = 0
  let latest = { now: 0, time: '' as string | number }
  let warned = false
  for await (const { text, line } of readLines(path, path.endsWith('.gz'))) {
    const { time, now, inputs, unreadable, ...said } = parseLine(text, { file, line })
    utcOffset = said.utcOffset ?? utcOffset
    if (now < latest.now && !warned) {
      warned = true
      warn({
        code: 'replay-time-back',
        file,
        line,
        what: `the time goes back, from ${latest.time} to ${time}; lines are taken as they stand`,
        warning: true,
      })
    }
    latest = { now, time }
    const dropped = inputs.flatMap((input) => shopper.apply(input, now))
    const outcome = shopper.update(now, utcOffset)
    const refused = inputs.flatMap((input) => refusedAnswer(input, outcome))
    yield {
      time,
      ...inOrder(outcome),
      dropped: sorted([...dropped, ...unreadable, ...refused]),
    }
  }
}

/** The fact of an answer that was not kept: no rule asks for it, or it cannot have that value. */
function refusedAnswer(input: ShopperInput, { stated }: Outcome): string[] {
  if (input.kind !== 'answer') return []
  const kept = Object.hasOwn(stated, input.fact) ? stated[input.fact] : []
  const isKept = (value: Value) =>
    kept.some((one) =>
      typeof one === 'number' && typeof value === 'number'
        ? Math.abs(one - value) < 1e-4 // numbers are kept in ten-thousandths
        : one === value,
    )
  return input.values.every(isKept) ? [] : [input.fact]
}

function inOrder({
  segments,
  decisions,
  metrics,
  triggers,
}: Outcome): Omit<Replayed, 'time' | 'dropped'> {
  return {
    segments: sorted(segments),
    decisions: byName(decisions),
    metrics: byName(metrics),
    triggers: sorted(triggers),
  }
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compareBytes)
}

function byName<T>(values: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => compareBytes(a, b)))
}
