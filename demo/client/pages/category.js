// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { startListing } from '../listing.js'

export function startCategoryPage() {
  const list = document.querySelector('.listing')
  const heading = document.querySelector('h1').textContent
  startListing(list, { id: list.dataset.list, name: heading })
}
