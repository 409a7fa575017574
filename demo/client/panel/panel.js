// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The panel: what the browser knows, how much it keeps, what was sent, and why each product is shown.
// It reads all of that afresh whenever something changed and it is open.

import { t } from '../page.js'
import { startDisclosure } from './disclosure.js'
import { exportProfile } from './export-profile.js'
import { factList } from './fact-list.js'
import { countRequests } from './requests.js'
import { segmentList } from './segment-list.js'
import { storedBytes } from './stored-bytes.js'
import { startSwitches } from './switches.js'
import { whyList } from './why-list.js'

const settling = 400

export function startPanel(consent, askConsent) {
  const part = (name) => document.querySelector(`[data-panel="${name}"]`)
  const requests = countRequests(() => disclosure.isOpen() && showRequests())
  const switches = startSwitches(consent, askConsent)
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
    switches.update(connected?.etalage)
    if (!connected || !disclosure.isOpen()) return
    const { etalage, shopWindow, words } = connected
    const turn = ++fresh
    const [{ facts }, bytes] = await Promise.all([etalage.profile.view(), storedBytes('etalage')])
    if (turn !== fresh) return // something changed again meanwhile
    part('bytes').textContent = `${bytes} bytes`
    part('facts').replaceChildren(factList(facts, words, etalage))
    part('segments').replaceChildren(segmentList(etalage))
    part('why').replaceChildren(...shopWindow.slots.map((slot) => whyList(slot, words)))
  }

  function connect(etalage, shopWindow, words) {
    connected = { etalage, shopWindow, words }
    const say = (text) => (part('status').textContent = text)
    say(etalage.status === 'on' ? t('panelOn') : t('panelOff', { reason: etalage.reason }))
    etalage.on('change', refresh)
    etalage.on('consent', () => {
      refresh()
      setTimeout(refresh, settling) // what a withdrawal deletes is gone a moment later
    })
    shopWindow.onPainted(refresh)
    part('rearrange').addEventListener('click', shopWindow.arrange)
    part('export').addEventListener('click', async () => {
      await exportProfile(etalage)
      say(t('panelExported'))
    })
    part('erase').addEventListener('click', async () => {
      const { complete, left } = await etalage.profile.erase()
      say(complete ? t('panelErased') : t('panelErasedPartly', { left: left.join(', ') }))
      shopWindow.arrange()
    })
    refresh()
  }

  refresh()
  return { connect }
}
