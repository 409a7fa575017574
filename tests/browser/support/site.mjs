// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The demo's storefront, built once for all browser tests, and again where anything that it is made of is newer.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildShop } from '../../../demo/build-shop.mjs'
import { repository } from '../../../toolchain/paths.mjs'

const made = join(repository, 'build', 'browser-tests', 'site')

export async function site() {
  const sources = ['demo', 'js/etalage/dist', 'js/build/dist'].map((folder) =>
    join(repository, folder),
  )
  const pack = join(made, 'etalage', 'shop.pack')
  if (existsSync(pack) && statSync(pack).mtimeMs > Math.max(...sources.map(newest))) return made
  return buildShop({ out: made })
}

function newest(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Math.max(...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs))
}
