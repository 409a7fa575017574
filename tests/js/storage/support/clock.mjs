// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Time under which nothing is slow: a timer of the package fires as soon as nothing else is left to happen, the earliest first.
const turn = globalThis.setImmediate
let tasks = 0
let now = 0
let waiting = []
let running = false

/** The fake database hands its tasks over here: as long as there are any, no time passes. */
globalThis.setImmediate = (task, ...rest) => {
  tasks += 1
  return turn(() => {
    tasks -= 1
    task(...rest)
  })
}

export function setVirtualTimeout(task, milliseconds) {
  const timer = { at: now + milliseconds, task }
  waiting.push(timer)
  if (!running) {
    running = true
    turn(pass, 0)
  }
  return timer
}

export function clearVirtualTimeout(timer) {
  waiting = waiting.filter((one) => one !== timer)
}

// A deletion that is blocked asks again and again: after so many turns time passes all the same.
function pass(turns) {
  if (waiting.length === 0) {
    running = false
    return
  }
  if (turns < 5 || (tasks > 0 && turns < 500)) {
    turn(pass, tasks > 0 && turns < 5 ? 0 : turns + 1)
    return
  }
  const next = waiting.reduce((first, one) => (one.at < first.at ? one : first))
  clearVirtualTimeout(next)
  now = next.at
  next.task()
  turn(pass, 0)
}

/** Lets so many turns of the event loop go by. */
export async function turns(count) {
  for (let i = 0; i < count; ++i) await new Promise((resolve) => turn(resolve))
}
