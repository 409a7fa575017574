// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Picks products for the slots of one page, so that none is shown twice or while it is out of stock.

export function createPicker(shown = []) {
  const taken = new Set(shown)
  return (products, count = 4) => {
    const picked = products
      .filter((product) => product.inStock && !taken.has(product))
      .slice(0, count)
    picked.forEach((product) => taken.add(product))
    return picked
  }
}
