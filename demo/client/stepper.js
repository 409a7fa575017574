// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Makes the buttons of a quantity field work. `changed` gets each new, valid quantity. */
export function startStepper(stepper, changed = () => {}) {
  const input = stepper.querySelector('input')
  stepper.addEventListener('click', ({ target }) => {
    const step = Number(target.closest('button')?.dataset.step ?? 0)
    if (step === 0) return
    const wanted = (Number(input.value) || 1) + step
    input.value = Math.max(Number(input.min), Math.min(Number(input.max), wanted))
    changed(Number(input.value))
  })
  input.addEventListener('change', () => {
    if (input.checkValidity()) changed(Number(input.value))
    else input.reportValidity()
  })
}
