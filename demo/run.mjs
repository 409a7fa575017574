// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// npm run demo: makes a shop's data, its pack and its storefront, and serves it. The packages must have
// been built.

import { exit, argv } from 'node:process'
import { parseArgs } from 'node:util'
import { buildShop, collectorFiles } from './build-shop.mjs'
import { startCollector } from './collector.mjs'
import { startServer } from './server.mjs'

const usage = `Usage: npm run demo -- [options]

  --port N             port to serve on (default 8080; another one where that is taken)
  --shop NAME          klaver-en-kwast (default) or online-retail
  --history FILE       the invoice lines of UCI Online Retail, for --shop online-retail
  --out DIR            folder for the site (default build/demo/<shop>/site)
  --build-only         make the site, do not serve it
`

const options = readOptions()
try {
  const dir = await buildShop({ ...options, say: console.log })
  if (!options['build-only']) {
    const files = collectorFiles(options.shop, dir)
    const collector = await startCollector({ ...files, port: 8788 }).catch(() =>
      startCollector(files),
    )
    const { url } = await startServer({
      dir,
      port: Number(options.port),
      reports: collector.handle,
    })
    console.log(`\nThe shop is open: ${url}   (Ctrl+C closes it)`)
    console.log(`What its shoppers report: ${collector.url}`)
  }
} catch (error) {
  console.error(error.message)
  exit(1)
}

function readOptions() {
  try {
    const { values } = parseArgs({
      args: argv.slice(2),
      options: {
        port: { type: 'string', default: '8080' },
        shop: { type: 'string', default: 'klaver-en-kwast' },
        history: { type: 'string' },
        out: { type: 'string' },
        'build-only': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) {
      console.log(usage)
      exit(0)
    }
    if (!/^\d+$/.test(values.port))
      throw new Error(`--port: expected a number, not "${values.port}"`)
    if (values.shop === 'online-retail' && !values.history) {
      throw new Error(
        '--shop online-retail: expected --history FILE, the file online-retail.csv.gz',
      )
    }
    if (!['klaver-en-kwast', 'online-retail'].includes(values.shop)) {
      throw new Error(`--shop: expected klaver-en-kwast or online-retail, not "${values.shop}"`)
    }
    return values
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    exit(2)
  }
}
