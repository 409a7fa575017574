// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Runs what changes a tree, and sees to it that focus is not lost: it stays where it was; where that went, it goes to the
 * button of the same name in the next row, else in the row before, else to the nearest heading.
 */
export function keepFocus(root: ShadowRoot, change: () => void): void {
  const focused = root.activeElement
  const heirs = focused instanceof HTMLElement ? heirsOf(root, focused) : []
  change()
  if (focused === null || root.activeElement !== null) return
  heirs.find((heir) => heir.isConnected)?.focus()
}

/** Of a part: its own, or that of its head. */
const headings = ':scope > [tabindex="-1"], :scope > :is(header, .head) > [tabindex="-1"]'

/** Itself first: moving an element takes its focus away. */
function heirsOf(root: ShadowRoot, element: HTMLElement): HTMLElement[] {
  const heirs = [element]
  const name = element.getAttribute('name') ?? ''
  const list = element.closest('ul')
  if (list && name !== '') {
    const alike = [...list.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"]`)]
    const place = alike.indexOf(element)
    heirs.push(...alike.slice(place + 1), ...alike.slice(0, place).reverse())
  }
  for (let part = element.parentElement; part; part = part.parentElement) {
    heirs.push(...part.querySelectorAll<HTMLElement>(headings))
  }
  return heirs.filter((heir) => root.contains(heir))
}
