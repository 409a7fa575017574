// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Time under which nothing is slow: a timer of the package fires as soon as nothing else is left to happen, the earliest first.
const turn = globalThis.setImmediate
let tasks = 0
let now = 0
let waiting = []
let running = false
let passed = 0
let stands = false

/** The fake database hands its tasks over here: as long as there are any, no time passes. */
globalThis.setImmediate = (task, ...rest) => {
  tasks += 1
  return turn(() => {
    tasks -= 1
    task(...rest)
  })
}

export function setVirtualTimeout(task, milliseconds) {
  const timer = { at: now + milliseconds, task, since: passed }
  waiting.push(timer)
  if (!stands) startTime()
  return timer
}

export function clearVirtualTimeout(timer) {
  waiting = waiting.filter((one) => one !== timer)
}

// A deletion that is blocked asks again and again: after so many turns a timer fires all the same.
function pass(idle = 0) {
  running = waiting.length > 0 && !stands
  if (!running) return
  passed += 1
  const next = waiting.reduce((first, one) => (one.at < first.at ? one : first))
  if (idle < 5 && passed < next.since + 500) {
    turn(pass, tasks > 0 ? 0 : idle + 1)
    return
  }
  clearVirtualTimeout(next)
  now = next.at
  next.task()
  turn(pass)
}

/** No timer fires until time goes on. */
export function stopTime() {
  stands = true
}

/** Gives whether it stood. */
export function startTime() {
  const stood = stands
  stands = false
  if (!running) {
    running = true
    turn(pass)
  }
  return stood
}

/** Lets so many turns of the event loop go by. */
export async function turns(count) {
  for (let i = 0; i < count; ++i) await new Promise((resolve) => turn(resolve))
}
