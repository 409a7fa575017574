// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// files: the files of the repository, as paths relative to it; without what was made or installed, which
// .gitignore lists.
import { readdirSync } from 'node:fs'
import { repository } from '../../toolchain/paths.mjs'

const made = ['.git', '.toolchain', 'dist', 'node_modules']

export function files(folder = '') {
  return readdirSync(`${repository}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name
    if (entry.isFile()) return [path]
    const isSource = entry.isDirectory() && path !== 'build' && !made.includes(entry.name)
    return isSource ? files(`${path}/`) : []
  })
}
