// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// html`<p>${text}</p>`: what is filled in is escaped, unless it is itself the result of html`…`.
// Lists are joined; undefined, null and false leave nothing.

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

class Markup {
  constructor(text) {
    this.text = text
  }

  toString() {
    return this.text
  }
}

export function html(strings, ...values) {
  return new Markup(String.raw({ raw: strings }, ...values.map(render)))
}

function render(value) {
  if (value === undefined || value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(render).join('')
  if (value instanceof Markup) return value.text
  return String(value).replace(/[&<>"']/g, (character) => entities[character])
}
