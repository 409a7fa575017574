// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Arranges the slots of the page. A slot for which the package has nothing (it is off, or knows nothing)
// keeps, or gets back, the cards that the server put there.
//
// What has been arranged stays as it is while the shopper uses the page. It is arranged again when the
// shopper's own choice about their data asks for it, when they come back to the page, and as long as they
// have not touched the page yet.

import { makeCard } from './card.js'
import { t } from './page.js'
import { reasonText } from './reason.js'

const titles = {
  'for-you': 'slotForYou',
  similar: 'slotSimilar',
  'bought-together': 'slotTogether',
  'recently-viewed': 'slotRecent',
}

export function createShopWindow(etalage, words) {
  const slots = [...document.querySelectorAll('[data-slot]')].map(readSlot)
  const listed = [...document.querySelectorAll('.listing .card')].map(({ dataset }) => dataset.id)
  const listeners = new Set()
  let touched = false

  function arrange() {
    const taken = new Set(listed)
    for (const slot of slots) {
      const wanted = { count: slot.count, exclude: slot.name === 'recent' ? [] : [...taken] }
      const result = etalage.recommend(slot.name, wanted)
      slot.result = result?.items?.length > 0 ? result : undefined
      paint(slot, words)
      slot.result?.items.forEach(({ id }) => taken.add(id))
    }
    listeners.forEach((painted) => painted())
  }

  function touch({ target }) {
    touched = !target.closest?.('etalage-privacy')
  }

  function arrangeAnew() {
    touched = false
    arrange()
  }

  for (const name of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
    window.addEventListener(name, touch, { passive: true, capture: true })
  }
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) arrangeAnew()
  })
  etalage.on('consent', arrangeAnew)
  etalage.on('change', () => {
    if (!touched) arrange()
  })
  slots.forEach((slot) => reportUse(slot, etalage))
  arrange()

  return {
    slots,
    arrange: arrangeAnew,
    onPainted: (painted) => listeners.add(painted),
  }
}

function readSlot(section) {
  const heading = section.querySelector('h2')
  const list = section.querySelector('ul')
  return {
    section,
    heading,
    list,
    name: section.dataset.slot,
    count: Number(section.dataset.count),
    server: { title: heading.textContent, cards: [...list.children] },
    result: undefined,
  }
}

function paint({ heading, list, server, result }, words) {
  heading.textContent = titles[result?.strategy] ? t(titles[result.strategy]) : server.title
  if (!result) return list.replaceChildren(...server.cards)
  const wanted = result.items.map((item) => cardData(item, words))
  if (isPainted(list, wanted)) return
  list.replaceChildren(...wanted.map(makeCard))
}

function cardData(item, words) {
  return {
    ...item.fields,
    id: item.id,
    title: words.titles[item.id] ?? item.fields.title,
    label: words.labels[item.id],
    reason: reasonText(item, words),
  }
}

/** Cards that are there already are left alone: no picture loads twice, no focus is lost. */
function isPainted(list, wanted) {
  return (
    list.children.length === wanted.length &&
    wanted.every(({ id, reason }, place) => {
      const card = list.children[place]
      return card.dataset.id === id && card.querySelector('.card-reason').textContent === reason
    })
  )
}

/** Tells the package which products were seen and chosen. */
function reportUse(slot, etalage) {
  let seen
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting || !slot.result || seen === slot.result) return
      seen = slot.result
      etalage.shown(
        slot.name,
        slot.result.items.map(({ id }) => id),
      )
    },
    { threshold: 0.5 },
  )
  observer.observe(slot.section)
  slot.list.addEventListener('click', ({ target }) => {
    const id = target.closest('a')?.closest('.card').dataset.id
    if (id && slot.result) etalage.clicked(slot.name, id)
  })
}
