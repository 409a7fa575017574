// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The live file: what holds between two builds of the pack. A real shop writes it every few minutes, from its stock.
import { writeFileSync } from 'node:fs'

export function writeLive(shop, file) {
  const offers = shop.products.map(({ id, inStock }) => [id, { stock: inStock }])
  writeFileSync(file, JSON.stringify(Object.fromEntries(offers)))
}
