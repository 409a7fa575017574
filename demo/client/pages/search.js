// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { makeCard } from '../card.js'
import { pushEvent } from '../data-layer.js'
import { startListing } from '../listing.js'
import { t, url } from '../page.js'
import { createSearch } from '../search.js'

const atOnce = 24

export async function startSearchPage(_cart, setPage) {
  const input = document.querySelector('#q')
  const list = document.querySelector('#search-results')
  const more = document.querySelector('#search-more')
  input.value = new URLSearchParams(location.search).get('q') ?? ''

  const search = createSearch(await loadCatalogue())
  let found = []

  function showMore() {
    const next = found.slice(list.children.length, list.children.length + atOnce)
    list.append(...next.map(makeCard))
    more.hidden = list.children.length >= found.length
  }

  function show() {
    const query = input.value.trim()
    found = search(query)
    list.replaceChildren()
    showMore()
    const count = document.querySelector('#search-count')
    document.querySelector('#search-title').textContent = query
      ? t('searchFor', { query })
      : t('searchTitle')
    count.textContent = !query
      ? ''
      : found.length > 0
        ? t('searchCount', { count: found.length })
        : t('searchNone')
  }

  show()
  if (input.value) {
    pushEvent('view_search_results', { search_term: input.value, results: found.length })
    startListing(list, { id: 'search', name: t('search') })
  }
  more.addEventListener('click', showMore)
  input.addEventListener('input', () => {
    show()
    history.replaceState(null, '', `?${new URLSearchParams({ q: input.value })}`)
    setPage({ type: 'search', query: input.value })
  })
  input.form.addEventListener('submit', (event) => event.preventDefault())
}

async function loadCatalogue() {
  const response = await fetch(url.catalogue)
  const rows = await response.json()
  return rows.map(([id, title, price, picture, brand, category, label]) => ({
    id,
    title,
    price,
    image: `/img/${picture}`,
    brand,
    category,
    label,
  }))
}
