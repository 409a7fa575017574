// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A program that ends, with all that it started, when it is told to, or when this process does.
import { spawn } from 'node:child_process'

/** How long, in milliseconds, a program may take to say that it is there, and to end by itself. */
const patience = { start: 30_000, end: 5000 }

const running = new Set()

/**
 * Gives { pid, line(pattern), kill(), stop() }: `line` waits for what the program prints, and gives its match; `stop` asks first,
 * and kills what does not end.
 */
export function startProcess(command, args, env = {}) {
  const child = spawn(command, args, {
    detached: true, // a group of its own: whatever it starts can be ended with it
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  running.add(child)
  let printed = ''
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(`ended with ${signal ?? code}`))
  })

  async function line(pattern) {
    const matched = new Promise((resolve) => {
      const look = () => {
        const match = pattern.exec(printed)
        if (match) resolve(match)
      }
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
      look()
    })
    let gaveUp
    const late = new Promise((resolve) => {
      gaveUp = setTimeout(() => resolve('does not start'), patience.start)
    })
    const result = await Promise.race([matched, ended, late])
    clearTimeout(gaveUp)
    if (typeof result === 'string') throw new Error(`${command} ${result}: ${printed.slice(-1000)}`)
    return result
  }

  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (printed = (printed + text).slice(-100_000)))
  }
  async function kill() {
    killGroup(child)
    await ended
  }
  async function stop() {
    child.kill('SIGTERM')
    const gaveUp = setTimeout(() => killGroup(child), patience.end)
    await ended
    clearTimeout(gaveUp)
    killGroup(child) // what it started and left behind
  }
  return { pid: child.pid, line, kill, stop }
}

function killGroup(child) {
  running.delete(child)
  if (!child.pid) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

process.on('exit', () => running.forEach(killGroup))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))
