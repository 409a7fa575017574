// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A switch for each purpose. Off is the shopper's veto, in every tab. On lifts it; where it is the banner
// that was not answered with yes, it asks the banner's question again.

import { t } from '../page.js'

const states = {
  granted: 'consentGranted',
  denied: 'consentDenied',
  unknown: 'consentUnknown',
}

export function startSwitches(consent, askConsent) {
  let etalage
  const switches = [...document.querySelectorAll('[data-switch]')]

  function stateOf(purpose) {
    if (etalage?.status === 'on') return etalage.consent.state[purpose]
    return { true: 'granted', false: 'denied' }[consent.read()[purpose]] ?? 'unknown'
  }

  function update(opened) {
    etalage = opened
    for (const button of switches) {
      const purpose = button.dataset.switch
      const state = stateOf(purpose)
      button.ariaChecked = String(state === 'granted')
      document.querySelector(`[data-state="${purpose}"]`).textContent = t(states[state])
    }
  }

  for (const button of switches) {
    button.addEventListener('click', () => {
      const purpose = button.dataset.switch
      if (etalage?.status !== 'on') askConsent()
      else if (stateOf(purpose) === 'granted') etalage.consent.set({ [purpose]: false })
      else if (consent.read()[purpose] === true) etalage.consent.set({ [purpose]: true })
      else askConsent()
    })
  }
  consent.subscribe(() => update(etalage))
  return { update }
}
