// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import type { ReadPanel } from './Panel.js'
import { button, foreign, heading, section } from './parts.js'
import { whatIsLeft } from './whatIsLeft.js'

/** Pause, keep a copy, put one back, erase. Only a profile that is kept can be paused or copied; erasing is always there. */
export function drawControl(panel: ReadPanel): Child {
  const { texts, view, etalage, actions } = panel
  const row = (key: string, title: string, text: string, ...children: Child[]) =>
    describe(
      'div',
      { class: 'control', key },
      describe('div', {}, heading(panel, 2, title), describe('p', { class: 'soft' }, text)),
      describe('div', { class: 'buttons' }, ...children),
      key === 'erase' && drawConfirmation(panel),
      key === 'erase' && drawErasure(panel),
    )
  const main = { class: 'main' }
  const kept = etalage.consent.state.personalise === 'granted'
  return section(
    panel,
    'control',
    { title: texts.control },
    kept &&
      row(
        'pause',
        view.paused ? texts.resume : texts.pause,
        view.paused ? texts.pausedHelp : texts.pauseText,
        button(
          'pause',
          view.paused ? texts.resumeDo : texts.pauseDo,
          () => actions.pause(!view.paused),
          main,
        ),
      ),
    kept &&
      row(
        'export',
        texts.export,
        texts.exportText,
        button('export', texts.exportDo, () => actions.export(), main),
      ),
    kept &&
      row(
        'import',
        texts.import,
        texts.importText,
        button('import', texts.importDo, () => actions.chooseFile(), main),
        describe('input', {
          type: 'file',
          accept: '.json,application/json',
          hidden: true,
          onchange: ({ target }) => {
            const input = target as HTMLInputElement
            const [file] = input.files ?? []
            if (file) actions.import(file)
            input.value = '' // the same file may be chosen again
          },
        }),
      ),
    row(
      'erase',
      texts.erase,
      texts.eraseText,
      button('erase', texts.eraseDo, () => actions.confirm('erase'), main),
      button('eraseOff', texts.eraseOffDo, () => actions.confirm('eraseOff'), main),
    ),
  )
}

/** Asks once, in the page. Nothing has happened until it is answered. */
function drawConfirmation({ texts, state, actions }: ReadPanel): Child {
  const { confirming } = state
  if (!confirming) return undefined
  const off = confirming === 'eraseOff'
  return describe(
    'div',
    { class: 'confirm', role: 'group', 'aria-labelledby': 'sure', tabindex: -1 },
    describe('p', { class: 'name', id: 'sure' }, off ? texts.sureEraseOff : texts.sureErase),
    describe('p', {}, texts.sureText),
    off && describe('p', {}, texts.sureOffText),
    describe('p', { class: 'soft' }, texts.sureSent),
    describe(
      'div',
      { class: 'buttons' },
      button('yes', off ? texts.yesEraseOff : texts.yesErase, () => actions.erase(), {
        class: 'main danger',
      }),
      button('no', texts.noErase, () => actions.keep(), { class: 'main' }),
    ),
  )
}

/** What came of it, and what is left. */
function drawErasure({ texts, state }: ReadPanel): Child {
  const { erasure } = state
  if (!erasure) return undefined
  const { complete, left } = erasure
  const remains = left.length === 0 ? texts.erasedChecked : complete ? texts.stays : texts.left
  return describe(
    'div',
    { class: `standing ${complete ? 'calm' : 'wrong'}` },
    describe('p', { class: 'name' }, complete ? texts.erased : texts.erasedPartly),
    describe('p', {}, remains),
    left.length > 0 &&
      describe(
        'ul',
        {},
        ...whatIsLeft(left, texts).map((what) => describe('li', {}, foreign(what))),
      ),
  )
}
