// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { pushEvent } from './data-layer.js'

/** Tells the data layer which products a list shows, and which one is chosen. */
export function startListing(list, { id, name }) {
  const itemOf = (card) => ({
    item_id: card.dataset.id,
    item_name: card.querySelector('a').textContent,
  })
  const about = { item_list_id: id, item_list_name: name }
  pushEvent('view_item_list', { ...about, items: [...list.children].map(itemOf) })
  list.addEventListener('click', ({ target }) => {
    const card = target.closest('a')?.closest('.card')
    if (card) pushEvent('select_item', { ...about, items: [itemOf(card)] })
  })
}
