// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import css from './panel.css'

let sheet: CSSStyleSheet | undefined

/** One for all panels of a page. Not a style element: a strict Content-Security-Policy has none. */
export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  return sheet
}
