// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The panel at the edge of the page: how much the browser keeps, what was sent, and why each product is shown, read afresh
// whenever something changed and it is open. What is known, and what can be done about it, is the package's own panel.

import { t } from '../page.js'
import { startDisclosure } from './disclosure.js'
import { countRequests } from './requests.js'
import { storedBytes } from './stored-bytes.js'
import { whyList } from './why-list.js'

const settling = 400

export function startPanel(consent) {
  const part = (name) => document.querySelector(`[data-panel="${name}"]`)
  const requests = countRequests(() => disclosure.isOpen() && showRequests())
  const disclosure = startDisclosure(consent, refresh)
  let connected
  let fresh = 0

  function showRequests() {
    const { fixed, other } = requests()
    part('sent').textContent =
      other === 0
        ? t('panelSentNothing', { count: fixed })
        : t('panelSentSomething', { count: other })
  }

  async function refresh() {
    showRequests()
    if (!connected || !disclosure.isOpen()) return
    const { shopWindow, words } = connected
    const turn = ++fresh
    const bytes = await storedBytes('etalage')
    if (turn !== fresh) return // something changed again meanwhile
    part('bytes').textContent = `${bytes} bytes`
    part('why').replaceChildren(...shopWindow.slots.map((slot) => whyList(slot, words)))
  }

  function connect(etalage, shopWindow, words) {
    connected = { shopWindow, words }
    part('status').textContent =
      etalage.status === 'on' ? t('panelOn') : t('panelOff', { reason: etalage.reason })
    etalage.on('change', refresh)
    etalage.on('consent', () => {
      refresh()
      setTimeout(refresh, settling) // what a withdrawal deletes is gone a moment later
    })
    shopWindow.onPainted(refresh)
    part('rearrange').addEventListener('click', shopWindow.arrange)
    refresh()
  }

  refresh()
  return { connect }
}
