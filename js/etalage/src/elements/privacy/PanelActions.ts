// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { AnswerValue, Etalage, Fact, Purpose, Use } from '../../types.js'
import type { Actions, PanelState } from './Panel.js'
import { NoAnswer, patiently } from './patiently.js'
import { saveFile } from './saveFile.js'
import type { Texts } from './texts/textsOf.js'
import { whatIsLeft } from './whatIsLeft.js'

/** A file that is larger was not made here, and would only hold up the page. */
const largestFile = 50_000_000

/** What the actions act on. */
export interface ActedOn {
  etalage(): Etalage | undefined
  texts(): Texts
  readonly state: PanelState
  readonly root: ShadowRoot
  draw(): void
  read(): Promise<void>
}

/** What the shopper can do. Whatever the profile answers, nothing is thrown, and the shopper is told what came of it. */
export class PanelActions implements Actions {
  /** What opened the form or the question that is open: focus goes back there. */
  private opener: HTMLElement | undefined
  /** What had focus last, outside the notice. */
  private last: HTMLElement | undefined

  constructor(private readonly on: ActedOn) {
    on.root.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.closest('.panel')) this.last = target
    })
  }

  retry(): void {
    void this.on.read()
  }

  goToControl(): void {
    const heading = this.on.root.querySelector<HTMLElement>('#control > :first-child')
    heading?.scrollIntoView()
    heading?.focus()
  }

  say(notice: string): void {
    this.change((state) => {
      state.notice = notice
      state.notices += 1
    })
  }

  dismiss(): void {
    this.last?.focus()
    this.say('')
  }

  switchPurpose(purpose: Purpose, on: boolean): void {
    this.attempt(purpose, async ({ consent }, texts) => {
      await consent.set({ [purpose]: on })
      const name = texts.purpose[purpose]
      if (consent.state[purpose] === 'granted') return texts.isOn(name)
      return on ? texts.asked : texts.isOff(name)
    })
  }

  showMore(group: string, from: number, to: number): void {
    this.change((state) => state.shown.set(group, to))
    const list = this.on.root.querySelector(`[data-group="${CSS.escape(group)}"]`)
    if (from > 0) list?.children[from]?.querySelector('button')?.focus()
  }

  toggle({ id }: Fact): void {
    this.change(({ opened }) => opened.delete(id) || opened.add(id))
  }

  startCorrecting({ id }: Fact): void {
    if (this.on.state.correcting === id) {
      this.stopCorrecting()
      return
    }
    this.opener = this.focused()
    this.change((state) => (state.correcting = id))
    this.focus('form input, form select')
  }

  stopCorrecting(): void {
    this.change((state) => (state.correcting = undefined))
    this.opener?.focus()
  }

  correct(fact: Fact, name: string, value: AnswerValue | AnswerValue[]): void {
    this.attempt(`correct ${fact.id}`, async ({ profile }, texts) => {
      if (!(await profile.correct(fact.id, value))) return texts.notCorrected
      if (this.on.state.correcting === fact.id) this.stopCorrecting()
      return texts.corrected(name)
    })
  }

  forget(fact: Fact, name: string): void {
    this.attempt(`forget ${fact.id}`, async ({ profile }, texts) => {
      const { complete, left } = await profile.forget(fact.id)
      return complete
        ? texts.forgot(name)
        : texts.forgotPartly(name, whatIsLeft(left, texts).join(', '))
    })
  }

  allow({ use, label }: Use, allowed: boolean): void {
    this.attempt(use, async ({ profile }, texts) => {
      await (allowed ? profile.allow(use) : profile.object(use))
      return allowed ? texts.isOn(label) : texts.isOff(label)
    })
  }

  pause(paused: boolean): void {
    this.attempt('pause', async ({ profile }, texts) => {
      await (paused ? profile.pause() : profile.resume())
      return paused ? texts.isPaused : texts.isResumed
    })
  }

  export(): void {
    this.attempt('export', async ({ profile }, texts) => {
      const copy = await profile.export()
      if (copy.problem !== undefined) return `${texts.failedAction} (${copy.problem})`
      const text = JSON.stringify(copy, null, 2)
      saveFile(`${texts.fileName}-${new Date().toISOString().slice(0, 10)}.json`, text)
      return texts.exported
    })
  }

  chooseFile(): void {
    this.on.root.querySelector<HTMLInputElement>('input[type=file]')?.click()
  }

  import(file: File): void {
    this.attempt('import', async ({ profile }, texts) => {
      const document = file.size > largestFile ? undefined : parse(await file.text())
      if (document === undefined) return texts.notImported
      const { kept, dropped, problem } = await profile.import(document)
      if (problem !== undefined) return `${texts.notImported} (${problem})`
      return texts.imported(kept, dropped)
    })
  }

  confirm(what: 'erase' | 'eraseOff'): void {
    this.opener = this.focused()
    this.change((state) => {
      state.confirming = what
      state.erasure = undefined
    })
    this.focus('.confirm')
  }

  keep(): void {
    this.change((state) => (state.confirming = undefined))
    this.opener?.focus()
  }

  erase(): void {
    const off = this.on.state.confirming === 'eraseOff'
    this.attempt('erase', async ({ consent, profile }, texts) => {
      // Consent first: what is refused cannot be written again after the erase. Both are tried, whatever comes of the other.
      const refusal = off ? consent.set({ personalise: false, measure: false }) : undefined
      const [erasure] = await Promise.all([profile.erase(), refusal])
      this.on.state.erasure = erasure
      this.keep()
      return erasure.complete ? texts.erased : texts.erasedPartly
    })
  }

  /** Closes what Escape closes; false where nothing is open. */
  escape(): boolean {
    const { correcting, confirming } = this.on.state
    if (confirming) this.keep()
    else if (correcting !== undefined) this.stopCorrecting()
    return confirming !== undefined || correcting !== undefined
  }

  /** Does one thing at a time of each kind, and says what came of it. */
  private attempt(what: string, run: (etalage: Etalage, texts: Texts) => Promise<string>): void {
    const { state } = this.on
    const etalage = this.on.etalage()
    const texts = this.on.texts()
    if (!etalage || state.busy.has(what)) return
    state.busy.add(what)
    const done = (notice: string) => {
      state.busy.delete(what)
      this.say(notice)
      void this.on.read()
    }
    patiently(run(etalage, texts)).then(done, (error: unknown) =>
      done(error instanceof NoAnswer ? texts.slowAction : texts.failedAction),
    )
  }

  private change(how: (state: PanelState) => void): void {
    how(this.on.state)
    this.on.draw()
  }

  private focused(): HTMLElement | undefined {
    const { activeElement } = this.on.root
    return activeElement instanceof HTMLElement ? activeElement : undefined
  }

  private focus(selector: string): void {
    this.on.root.querySelector<HTMLElement>(selector)?.focus()
  }
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
