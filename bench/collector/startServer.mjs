// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// startServer: a server in a process of its own, on one core where the system can be told so.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export async function startServer(script, ...args) {
  const command = [...oneCore(), process.execPath, script, ...args]
  const server = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await Promise.race([
    once(createInterface(server.stdout), 'line'),
    once(server, 'exit').then(([code]) => {
      throw new Error(`${script} ended with ${code}`)
    }),
  ])
  const stop = async () => {
    server.kill()
    await once(server, 'exit')
  }
  return { port: Number(/:(\d+):/.exec(line)[1]), stop }
}

function oneCore() {
  const taskset = ['taskset', '--cpu-list', '0']
  return spawnSync(taskset[0], [...taskset.slice(1), 'true']).status === 0 ? taskset : []
}
