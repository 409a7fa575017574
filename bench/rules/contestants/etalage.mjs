// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The engine as a page runs it: js/etalage's own code over the shipped etalage-rules.wasm.
import { Engine } from '../../../js/etalage/src/engine/Engine.ts'
import { startRuntime } from '../../../js/etalage/src/engine/startRuntime.ts'
import { readEvent } from '../../../js/etalage/src/page/readEvent.ts'

const utc = 0

export async function openEtalage({ wasm, pack, segments, history, events }) {
  const runtime = await startRuntime(wasm)
  const engine = new Engine(runtime)
  engine.open(pack)
  const wanted = new Map(engine.names().events.map((event) => [event.name, event]))
  const track = ({ name, time, transactionId, ...parameters }) =>
    engine.track(readEvent(wanted, name, { transaction_id: transactionId, ...parameters }), time)

  const last = history.at(-1).time
  const secret = new Uint8Array(8)
  engine.beginProfile(secret)
  history.forEach(track)
  const snapshot = engine.snapshot(last)
  const records = events.map(track)
  const reset = () => {
    engine.beginProfile(secret)
    engine.restore(snapshot)
    engine.update(last, utc)
  }
  const holds = () => {
    const names = new Set(engine.values().segments)
    return segments.map(({ name }) => names.has(name))
  }
  // What a page need not do: only the calls themselves, nothing of what they give is read.
  const fold = (i) => {
    const record = records[i]
    runtime.input(record.length)
    new Uint8Array(runtime.memory.buffer, runtime.input_at(), record.length).set(record)
    runtime.fold()
  }

  return {
    memory: runtime.memory,
    data: { pack, snapshot, records, times: [last, ...events.map(({ time }) => time)] },
    contestants: {
      page: {
        reset,
        holds,
        run(i) {
          track(events[i])
          engine.update(events[i].time, utc)
        },
      },
      engine: {
        reset,
        holds,
        run(i) {
          fold(i)
          runtime.update(events[i].time, utc)
        },
      },
      fold: { reset, run: fold },
      values: { reset, run: () => engine.values() },
    },
  }
}
