// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// From a shop's data to a folder that can be served. Everything that is made goes below build/demo/<shop>.

import { existsSync, mkdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { klaverEnKwast } from './catalogue/shop.mjs'
import { writeFeed } from './catalogue/write-feed.mjs'
import { writeLive } from './catalogue/write-live.mjs'
import { generateHistory, writeHistory } from './generate-history.mjs'
import { cleanOnlineRetail } from './online-retail/clean.mjs'
import { onlineRetail } from './online-retail/shop.mjs'
import { bundle } from './site/bundle.mjs'
import { countVisits } from './site/popularity.mjs'
import { renderSite } from './site/render-site.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const shops = {
  'klaver-en-kwast': { config: 'demo/etalage.config.js', open: openInvented },
  'online-retail': { config: 'demo/online-retail/etalage.config.js', open: openOnlineRetail },
}

/** Returns the folder with the finished site. `say` is told what is being done. */
export async function buildShop({ shop: key = 'klaver-en-kwast', history, out, say = () => {} }) {
  const work = join(root, 'build', 'demo', key)
  const site = out ? resolve(out) : join(work, 'site')
  mkdirSync(work, { recursive: true })
  mkdirSync(join(site, 'etalage'), { recursive: true })

  const { shop, historyFile } = await shops[key].open(work, history, say)
  writeFeed(shop, join(work, 'products.tsv'))
  const { pack, history: segments } = collectorFiles(key, site)
  makePack(shops[key].config, pack, join(work, 'quality.html'), segments)
  writeLive(shop, join(site, 'etalage', 'live.json'))
  say(`Rendering ${shop.products.length} products in ${shop.languages.length} languages`)
  renderSite(shop, await countVisits(historyFile), site)
  await bundle(site)
  return site
}

/** What the collector of a shop and its finished site works with. */
export function collectorFiles(shop, site) {
  const work = join(root, 'build', 'demo', shop)
  return {
    pack: join(site, 'etalage', 'shop.pack'),
    db: join(work, 'reports.sqlite'),
    history: join(work, 'segments.json'),
  }
}

function openInvented(work, _history, say) {
  const shop = klaverEnKwast()
  const historyFile = join(work, 'history.csv')
  const rows = generateHistory(shop.products)
  writeHistory(rows, historyFile)
  say(`${shop.name}: ${shop.products.length} products, ${rows.length} invented events`)
  return { shop, historyFile }
}

async function openOnlineRetail(work, history, say) {
  if (!existsSync(history))
    throw new Error(`${history}: no such file; expected online-retail.csv.gz`)
  const historyFile = join(work, 'history.parquet')
  const { lines, products } = await cleanOnlineRetail(history, historyFile)
  say(`Online Retail: ${products.length} products, ${lines} order lines`)
  return { shop: onlineRetail(products), historyFile }
}

function makePack(config, file, report, segments) {
  const command = join(root, 'js', 'build', 'dist', 'cli.js')
  const options = ['--config', config, '--out', file, '--report', report, '--segments', segments]
  const made = spawnSync(process.execPath, [command, 'build', ...options], {
    cwd: root,
    stdio: 'inherit',
  })
  if (made.status !== 0) throw new Error('etalage build failed: see above')
}
