// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the pack does not say in the page's language: titles, names of categories, labels. One file for
// everybody, so that fetching it tells nothing. Without it the pack's own words are used.

import { url } from './page.js'

export async function loadWords() {
  try {
    const response = await fetch(url.words)
    return await response.json()
  } catch {
    return { titles: {}, names: {}, labels: {} }
  }
}
