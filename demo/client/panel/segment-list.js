// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { rules } from '../../rules.js'
import { lang, t } from '../page.js'
import { element } from './element.js'

/** The segments that the shopper is in, each with what its rule found. */
export function segmentList(etalage) {
  const names = etalage.segments()
  if (names.length === 0) return element('p', 'panel-none', t('panelSegmentsNone'))
  const items = names.map((name) => {
    const label = rules.segments[name]?.label[lang] ?? name
    const why = etalage.explain('segment', name)?.text ?? ''
    return element('li', '', element('strong', '', label), element('span', '', why))
  })
  return element('ul', 'why', ...items)
}
