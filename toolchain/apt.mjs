// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What apt knows of this machine.
import { readFileSync } from 'node:fs'
import { capture } from './run.mjs'

/** The addresses that carry this release's main component, in the order of the sources. */
export function aptMirrors() {
  const release = readFileSync('/etc/os-release', 'utf8')
  const codename = /^VERSION_CODENAME=(.+)$/m.exec(release)?.[1]
  const indexes = capture('apt-get', ['update', '--print-uris']) ?? ''
  return mirrorsIn(indexes, codename)
}

/**
 * apt reads its sources itself, in either format: what it would fetch says where each component lives.
 * @param {string} indexes lines such as 'ADDRESS/dists/SUITE/COMPONENT/binary-ARCHITECTURE/Packages.xz' NAME 0
 */
export function mirrorsIn(indexes, codename) {
  const index = new RegExp(`^'(.+)/dists/${codename}/main/binary-`, 'gm')
  return [...new Set([...indexes.matchAll(index)].map(([, address]) => address))]
}
