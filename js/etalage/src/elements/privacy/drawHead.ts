// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import type { Panel } from './Panel.js'
import { button, foreign, heading } from './parts.js'

/** What this is, and how things stand. */
export function drawHead(panel: Panel): Child {
  const { texts, etalage, view, actions } = panel
  const { tone, text, help, cause, retry } = standing(panel)
  return describe(
    'div',
    { class: 'head' },
    heading(panel, 0, texts.title),
    describe('p', { class: 'lead' }, texts.lead),
    describe(
      'details',
      {},
      describe('summary', {}, texts.limits),
      describe('ul', {}, ...texts.limitTexts.map((limit) => describe('li', {}, limit))),
    ),
    describe(
      'div',
      { class: `standing ${tone}` },
      describe('p', { class: 'name' }, text),
      help !== undefined && describe('p', {}, help),
      cause !== undefined && describe('p', { class: 'soft' }, `${texts.cause}: `, foreign(cause)),
      retry && button('retry', texts.retry, () => actions.retry()),
      view &&
        etalage?.status === 'on' &&
        etalage.consent.state.personalise === 'granted' &&
        button('toControl', texts.toControl, () => actions.goToControl()),
    ),
  )
}

interface Standing {
  tone: 'calm' | 'off' | 'wrong'
  text: string
  help?: string
  cause?: string
  retry?: boolean
}

function standing({ texts, format, etalage, view, trouble, state }: Panel): Standing {
  if (trouble === 'off' || etalage?.status === 'off') {
    const cause = etalage?.reason === undefined ? {} : { cause: etalage.reason }
    return { tone: 'wrong', text: texts.off, help: texts.offHelp, ...cause }
  }
  if (trouble) return { tone: 'wrong', text: texts[trouble], help: texts.slowHelp, retry: true }
  if (!etalage || !view) return { tone: 'calm', text: texts.opening }
  if (view.problem !== undefined) {
    return {
      tone: 'wrong',
      text: texts.problem,
      help: texts.slowHelp,
      cause: view.problem,
      retry: true,
    }
  }
  const { personalise, measure } = etalage.consent.state
  const isMeasured = measure === 'granted' && view.since !== null
  if (personalise === 'unknown') {
    const help = isMeasured ? texts.measuredOnly : texts.unknownHelp
    return { tone: 'off', text: texts.unknown, help }
  }
  const nothing = view.since === null && view.facts.length === 0
  if (nothing && state.erasure?.complete) {
    const help = personalise === 'granted' ? texts.forgottenHelp : texts.deniedHelp
    return { tone: 'off', text: texts.forgotten, help }
  }
  if (personalise === 'denied') {
    const help = isMeasured ? texts.measuredOnly : texts.deniedHelp
    return { tone: 'off', text: texts.denied, help }
  }
  if (view.paused) return { tone: 'off', text: texts.paused, help: texts.pausedHelp }
  if (nothing) return { tone: 'calm', text: texts.empty, help: texts.emptyHelp }
  const date = format.date(view.since ?? undefined)
  return { tone: 'calm', text: texts.since(date), help: texts.sinceHelp }
}
