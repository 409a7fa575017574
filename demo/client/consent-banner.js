// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Asks until it is answered. `chosen` is called after each answer. Returns a function that asks again. */
export function startConsentBanner(consent, chosen) {
  const banner = document.querySelector('#consent')
  const form = banner.querySelector('form')

  const show = (visible) => {
    banner.hidden = !visible
    document.body.classList.toggle('asks-consent', visible)
  }

  function ask() {
    const { personalise = false, measure = false } = consent.read()
    form.personalise.checked = personalise
    form.measure.checked = measure
    show(true)
    banner.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const answer = {
      accept: { personalise: true, measure: true },
      refuse: { personalise: false, measure: false },
      save: { personalise: form.personalise.checked, measure: form.measure.checked },
    }[event.submitter?.value ?? 'save']
    consent.choose(answer)
    chosen(answer)
  })
  for (const button of document.querySelectorAll('[data-open-consent]')) {
    button.addEventListener('click', ask)
  }
  consent.subscribe(() => show(!consent.answered()))
  show(!consent.answered())
  return ask
}
