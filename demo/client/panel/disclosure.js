// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Opens and closes the panel. Whether it was open is remembered for the next page of the visit, but only
// while the shopper lets the browser remember anything.

import { createStore } from '../storage.js'
import { loadPrivacyPanel } from './load-privacy-panel.js'

export function startDisclosure(consent, opened) {
  const toggle = document.querySelector('.panel-toggle')
  const panel = document.querySelector('#panel')
  const store = createStore('sessionStorage', 'shop-panel')
  const isOpen = () => !panel.hidden

  function set(open) {
    panel.hidden = !open
    toggle.ariaExpanded = String(open)
    document.body.classList.toggle('panel-open', open)
    remember()
    if (open) {
      loadPrivacyPanel()
      opened()
    }
  }

  function remember() {
    store.write(isOpen() && consent.read().personalise ? 'open' : undefined)
  }

  toggle.addEventListener('click', () => {
    set(!isOpen())
    if (isOpen()) panel.querySelector('h2').focus()
  })
  panel.querySelector('.panel-close').addEventListener('click', () => {
    set(false)
    toggle.focus()
  })
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    set(false)
    toggle.focus()
  })
  consent.subscribe(remember)
  // Not by set(): that tells the panel, which is still being made.
  queueMicrotask(() => store.read() === 'open' && set(true))
  return { isOpen }
}
