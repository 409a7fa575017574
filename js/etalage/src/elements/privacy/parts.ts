// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child, type Description } from '../dom/describe.js'
import type { Panel } from './Panel.js'

/** A heading that focus can be brought to, `depth` below the panel's first. */
export function heading({ level }: Panel, depth: number, ...children: Child[]): Description {
  return describe(`h${Math.min(6, level + depth)}`, { tabindex: -1 }, ...children)
}

/** A part of the panel: its name and what it is about at one side, where there is room, what is in it at the other. */
export function section(
  panel: Panel,
  name: string,
  { title, lead }: { title: string; lead?: string | undefined },
  ...children: (Child | Child[])[]
): Description {
  return describe(
    'section',
    { key: name },
    describe(
      'header',
      { id: name },
      heading(panel, 1, title),
      lead !== undefined && describe('p', { class: 'soft' }, lead),
    ),
    describe('div', { class: 'content' }, ...children),
  )
}

/** A text of the shop or the shopper, in whatever direction it is written. */
export function foreign(text: string): Description {
  return describe('bdi', {}, text)
}

export function button(
  name: string,
  text: string,
  onclick: () => void,
  properties: Record<string, string | undefined> = {},
): Description {
  return describe('button', { key: name, type: 'button', name, onclick, ...properties }, text)
}

/** A switch with what it is of; `id` is its own in the panel. */
export function switchRow(
  id: string,
  on: boolean,
  { label, texts, caption }: { label: Child; texts: string[]; caption: string },
  change: () => void,
): Description {
  return describe(
    'div',
    { class: 'switch-row' },
    describe(
      'div',
      {},
      describe('div', { class: 'name', id: `${id}-name` }, label),
      describe(
        'div',
        { id: `${id}-text` },
        describe('div', { class: 'caption' }, caption),
        ...texts
          .filter((text) => text !== '')
          .map((text) => describe('p', { class: 'soft' }, foreign(text))),
      ),
    ),
    describe('button', {
      type: 'button',
      class: 'switch',
      role: 'switch',
      name: id,
      'aria-checked': String(on),
      'aria-labelledby': `${id}-name`,
      'aria-describedby': `${id}-text`,
      onclick: change,
    }),
  )
}

/** Terms with what they stand for; those that stand for nothing are left out. */
export function terms(pairs: [term: string, value: Child][]): Description {
  const told = pairs.filter(([, value]) => value !== undefined && value !== '' && value !== false)
  return describe(
    'dl',
    {},
    ...told.map(([term, value]) =>
      describe('div', { key: term }, describe('dt', {}, term), describe('dd', {}, value)),
    ),
  )
}
