// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { Consent, purposes } from './consent/Consent.js'
import type { LoadedSource } from './consent/toSource.js'
import type { Engine, EventNames, Names, Values } from './engine/Engine.js'
import { loadLive } from './engine/loadLive.js'
import { Listeners } from './Listeners.js'
import type { Desk } from './editor/Desk.js'
import { Measuring } from './measure/Measuring.js'
import type { Reporter } from './measure/Reporter.js'
import { weekOf } from './measure/weekOf.js'
import { noProfile, noRecommendations, noView } from './offEtalage.js'
import { channelOf } from './page/channelOf.js'
import { followDataLayer } from './page/dataLayer.js'
import { isDevelopment } from './page/isDevelopment.js'
import { readEvent, readItems } from './page/readEvent.js'
import { reasonOf } from './reasonOf.js'
import { answerTo } from './storage/database.js'
import { LiveProfile } from './storage/LiveProfile.js'
import { TabChannel } from './storage/TabChannel.js'
import type {
  AnswerValue,
  ConsentState,
  Erasure,
  Etalage,
  EtalageOptions,
  EventItem,
  EventMap,
  EventParameters,
  Explanation,
  PageContext,
  Recommendations,
  RecommendOptions,
} from './types.js'

type Checks = typeof import('./development.js')

/** How often, in milliseconds, a visible page looks whether time alone has changed what the rules say. */
const refreshEvery = 30_000

/**
 * The package at work on a page. Every public method is guarded: what fails turns the instance off for the rest of the page
 * and is said once in the console; the page gets the method's empty value.
 */
export class LiveEtalage implements Etalage {
  status: 'on' | 'off' = 'on'
  reason: string | undefined

  private readonly listeners = new Listeners()
  private readonly source: Consent
  private readonly live: LiveProfile
  private readonly names: Names
  /** The shop asks questions, and has somebody who adds the answers up. */
  private readonly asks: boolean
  private readonly measuring: Measuring
  /** What the manifest asks for, as far as the shopper allows. */
  private events: ReadonlyMap<string, EventNames> = new Map()
  private values: Values | undefined
  private clock: ReturnType<typeof setInterval> | undefined
  private channel: TabChannel | undefined
  private unfollow: (() => void) | undefined
  private desk: Promise<Desk> | undefined
  /** What the shopper objects to, and whether they have paused. */
  private refused: readonly string[] = []
  private paused = false
  /** The page goes: a transaction that asks something back could stand still with it, in everybody's way. */
  private leaving = false
  private development: Promise<Checks | undefined> | undefined
  private state: ConsentState = { personalise: 'unknown', measure: 'unknown' }
  private opened: Promise<void> = Promise.resolve()
  private removed: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly engine: Engine,
    private readonly consentSource: LoadedSource,
    private readonly options: EtalageOptions,
    private readonly onClose: () => void,
  ) {
    this.names = engine.names()
    // A page that cannot have the checks does without.
    if (isDevelopment()) this.development = import('./development.js').catch(() => undefined)
    this.asks = this.names.measures.length > 0 && Boolean(options.collector)
    this.measuring = new Measuring(() => this.loadReporter())
    this.live = new LiveProfile(engine, {
      mayWrite: () => this.mayWrite(),
      // Where nobody can say, something was.
      onSpent: (until = this.asks ? weekOf(Date.now()) : 0) => this.source.spend(until),
      onForeignChange: () => this.guard(() => this.changed()),
      onWritten: () => this.channel?.send({ changed: true }),
    })
    try {
      this.source = new Consent(consentSource, options.consentVersion, () =>
        this.guard(() => this.applyConsent('own-view')),
      )
      if (options.page) engine.setPage(options.page)
      if (options.live) void this.readLive(options.live)
      document.addEventListener('visibilitychange', this.onVisibility)
      addEventListener('pageshow', this.onVisibility)
      addEventListener('pagehide', this.onHide)
      this.applyConsent('all')
    } catch (error) {
      // What listens already, for an instance that nobody gets, does nothing.
      this.status = 'off'
      throw error
    }
  }

  /** Resolves when consent is known as far as it can be and the profile is read, or after so many milliseconds. What arrives later fires `change`. */
  async ready(patience: number): Promise<void> {
    const { ready } = this.consentSource
    const opened = Promise.resolve(ready)
      .catch(() => undefined)
      .then(() => this.opened)
    await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, patience))])
  }

  readonly consent: Etalage['consent'] = (() => {
    const state = () => this.state
    return {
      get state() {
        return state()
      },
      set: async (choice) => {
        this.guard(() => this.source.set(choice))
        await this.removed
      },
    }
  })()

  setPage(page: PageContext): void {
    this.guard(() => {
      this.engine.setPage(page)
      const { item, ...fields } = page
      if (this.events.has('page_view')) {
        this.track('page_view', { ...fields, items: item ? [{ item_id: item }] : [] })
      }
      this.refresh()
    })
  }

  track(event: string, parameters?: EventParameters): void {
    this.guard(() => {
      this.advise((checks) => checks.checkEvent(this.names, event, parameters))
      if (this.paused) return
      const message = readEvent(this.events, event, parameters)
      if (!message) return
      const keep = () => {
        this.visit()
        this.keep(this.engine.track(message, Date.now()))
      }
      // A transaction is hashed with the profile's own secret: an earlier hash would not be known again.
      if (message.transactionId === '' || this.live.ready) keep()
      else void this.opened.then(() => this.guard(keep))
    })
  }

  setCart(items: EventItem[]): void {
    this.guard(() => {
      if (this.paused) return
      const lines = readItems(items, this.events.get('cart')?.items ?? [])
      this.keep(this.engine.setCart(lines, Date.now()))
    })
  }

  answer(fact: string, value: AnswerValue | AnswerValue[] | null): void {
    this.guard(() => {
      this.advise((checks) => checks.checkFact(this.names, fact))
      if (this.paused) return
      const values = Array.isArray(value) ? value : value === null ? [] : [value]
      this.keep(this.engine.answer(fact, values, Date.now()))
    })
  }

  recommend(slot: string, options: RecommendOptions = {}): Recommendations {
    return (
      this.guard(() => {
        this.advise((checks) => checks.checkSlot(this.names, slot))
        const waits =
          this.state.personalise !== 'granted' && this.options.beforeConsent === 'nothing'
        if (waits) return undefined
        const { count = 0, item = '', exclude = [] } = options
        const now = new Date()
        const request = { slot, count, item, exclude, lang: this.language() }
        return this.engine.recommend(request, now.getTime(), -now.getTimezoneOffset())
      }) ?? noRecommendations(slot)
    )
  }

  shown(slot: string, ids: string[]): void {
    this.track('view_item_list', { item_list_id: slot, items: ids.map((item_id) => ({ item_id })) })
  }

  clicked(slot: string, id: string): void {
    this.track('select_item', { item_list_id: slot, items: [{ item_id: id }] })
  }

  segments(): string[] {
    return this.latest()?.segments ?? []
  }

  in(segment: string): boolean {
    this.checkRule('segment', segment)
    return this.segments().includes(segment)
  }

  metric(name: string): number | undefined {
    this.checkRule('metric', name)
    return this.latest()?.metrics[name]
  }

  decide(decision: string): string | undefined {
    this.checkRule('decision', decision)
    return this.latest()?.decisions[decision]
  }

  explain(kind: keyof Names['rules'], name: string): Explanation | undefined {
    return this.guard(() => {
      this.checkRule(kind, name)
      this.refresh()
      return this.engine.explain(kind, name, this.language()) ?? undefined
    })
  }

  on<Name extends keyof EventMap>(
    name: Name,
    listener: (detail: EventMap[Name]) => void,
  ): () => void {
    return this.listeners.on(name, listener)
  }

  readonly profile: Etalage['profile'] = {
    view: ({ lang } = {}) =>
      this.ask(
        (desk) => desk.view(lang ?? this.language()),
        (problem) => ({ ...noView(), problem }),
      ),
    correct: (fact, value) =>
      this.ask(
        (desk) => desk.correct(fact, value),
        () => false,
      ),
    forget: (fact) =>
      this.ask(
        (desk) => desk.forget(fact),
        (problem) => ({ complete: false, left: [`${fact}: ${problem}`] }),
      ),
    pause: () => this.choose(() => this.source.setPaused(true)),
    resume: () => this.choose(() => this.source.setPaused(false)),
    object: (use) => this.choose(() => this.setUse(use, false)),
    allow: (use) => this.choose(() => this.setUse(use, true)),
    export: () =>
      this.ask(
        (desk) => desk.export(),
        (problem) => ({ ...noProfile(), problem }),
      ),
    import: (document) =>
      this.ask(
        (desk) => desk.import(document),
        (problem) => ({ complete: false, kept: 0, dropped: 0, problem }),
      ),
    erase: async (): Promise<Erasure> => {
      const erased = this.eraseAll()
      this.source.erased()
      this.guard(() => this.changed())
      const complete = await erased
      return {
        complete,
        left: [...(complete ? [] : ['IndexedDB: etalage']), ...this.source.left()],
      }
    },
  }

  async flush(): Promise<void> {
    await this.opened
    await this.live.flush()
  }

  async close(): Promise<void> {
    try {
      this.stopListening()
      this.measuring.stop()
      this.source.close()
      document.removeEventListener('visibilitychange', this.onVisibility)
      removeEventListener('pageshow', this.onVisibility)
      removeEventListener('pagehide', this.onHide)
    } catch {
      // What cannot be stopped does nothing any more.
      this.status = 'off'
    }
    await this.live.close()
    this.onClose()
  }

  /** What the desk gives; where it cannot be had, or fails, what says so. */
  private async ask<T>(
    ask: (desk: Desk) => Promise<T>,
    otherwise: (problem: string) => T,
  ): Promise<T> {
    if (this.status === 'off') return otherwise(this.reason ?? '')
    try {
      this.desk ??= import('./editor.js').then(({ openDesk }) =>
        openDesk({
          engine: this.engine,
          live: this.live,
          consent: this.source,
          wasm: this.options.wasm,
          state: () => this.state,
          isOpen: () => this.keeps(),
          changed: () => this.guard(() => this.changed()),
        }),
      )
      return await ask(await this.desk)
    } catch (error) {
      // A module that has stopped does not come to life again.
      this.desk = undefined
      return otherwise(reasonOf(error))
    }
  }

  /** A click of the shopper's own. */
  private async choose(click: () => void): Promise<void> {
    this.guard(click)
    await this.live.flush()
  }

  /** Of a use as the view tells it, or of all that have that name. */
  private setUse(use: string, allowed: boolean): void {
    const { rules, slots, measures } = this.names
    const kinds = Object.entries<string[]>({ ...rules, metric: [], slot: slots, measure: measures })
    const uses = use.includes(' ')
      ? [use]
      : kinds.flatMap(([kind, names]) => (names.includes(use) ? [`${kind} ${use}`] : []))
    for (const one of uses) this.source.setUse(one, allowed)
    // Among what waits to be sent there may be answers to just that, and nobody can tell them by their looks.
    const isMeasure = uses.some((one) => one.startsWith('measure '))
    if (!allowed && isMeasure) void this.live.report(({ queue }) => answerTo(queue.clear()))
  }

  /** False where something was not removed, for whatever reason. */
  private eraseAll(): Promise<boolean> {
    // Until somebody looks at the page anew: the first that is stored after an erase shall not be a ledger.
    this.measuring.stop()
    return this.live.erase().catch(() => false)
  }

  private keep(record: Uint8Array): void {
    if (record.length === 0) return
    this.live.append(record)
    this.changed()
  }

  /** A sign of the shopper, who may have been away. */
  private visit(): void {
    if (this.paused || !this.events.has('session_start') || !this.live.ready) return
    const { search, host } = location
    const channel = this.options.channel ?? channelOf(search, document.referrer, host)
    const record = this.engine.visit(channel, Date.now())
    if (record.length > 0) this.live.append(record)
  }

  private changed(): void {
    this.refresh()
    this.listeners.emit('change', undefined)
  }

  /** Without the live file, prices and stock are those of the pack. */
  private async readLive(live: string): Promise<void> {
    const offers = await loadLive(live)
    this.guard(() => {
      if (!offers) return
      this.engine.setLive(offers)
      this.changed()
    })
  }

  /** Runs the rules, and tells of what came of it. Before the profile is read nothing is known, and nothing fires. */
  private refresh(): void {
    if (!this.keeps() || !this.live.ready) return
    const now = new Date()
    const { update, records } = this.engine.update(now.getTime(), -now.getTimezoneOffset())
    if (update.changed) this.values = undefined
    if (!this.paused) for (const record of records) this.live.append(record)
    for (const name of update.left) this.listeners.emit('segment', { name, in: false })
    for (const name of update.entered) this.listeners.emit('segment', { name, in: true })
    // What fires now could not be kept, and would fire again on the next page.
    if (this.paused) return
    for (const name of update.triggers) this.listeners.emit('trigger', { name })
  }

  private latest(): Values | undefined {
    if (this.state.personalise !== 'granted') return undefined
    return this.guard(() => {
      this.refresh()
      return (this.values ??= this.engine.values())
    })
  }

  private language(): string {
    return (this.options.lang ?? document.documentElement.lang).slice(0, 2)
  }

  private checkRule(kind: keyof Names['rules'], name: string): void {
    this.advise((checks) => checks.checkRule(this.names, kind, name))
  }

  private advise(check: (checks: Checks) => void): void {
    this.development?.then((checks) => checks && check(checks)).catch(() => undefined)
  }

  /** Brings everything in line with the consent that stands now. */
  private applyConsent(replay: 'all' | 'own-view'): void {
    const before = this.state
    const kept = this.keeps()
    const knewView = this.events.has('view_item')
    const { personalise, measure } = (this.state = this.consented())
    const keeps = this.keeps()
    const refused = this.source.refusedUses
    const paused = this.source.paused
    const asked = personalise !== before.personalise || measure !== before.measure
    const objected = String(refused) !== String(this.refused)
    const halted = paused !== this.paused
    this.refused = refused
    this.paused = paused
    if (asked || objected) {
      this.engine.allow(this.state)
      this.engine.refuse(refused)
      this.values = undefined
      this.events = new Map(this.engine.names().events.map((event) => [event.name, event]))
    }
    if (keeps && !kept) this.startProfile(replay)
    else if (keeps && !knewView && this.events.has('view_item')) this.follow('own-view')
    if (asked) this.tellTabs(before)
    if (!keeps && kept) this.stopProfile()
    this.measure()
    if (asked) this.removeRefused(before)
    // What only the other purpose needed goes, and what only those uses needed that the shopper objects to.
    if (keeps && (asked || objected)) this.removed = this.live.forget()
    if (asked) this.listeners.emit('consent', { ...this.source.record, ...this.state })
    if (asked || objected || halted) this.changed()
  }

  private measure(): void {
    if (this.asks && this.state.measure === 'granted') this.measuring.start()
    else this.measuring.stop()
  }

  /** There may be a profile: for what the shopper sees, or to answer the shop's questions by. */
  private keeps({ personalise, measure } = this.state): boolean {
    return personalise === 'granted' || (this.asks && measure === 'granted')
  }

  /** Not where something was withdrawn of which this page has not heard. */
  private mayWrite(): boolean {
    const now = this.consented()
    if (this.live.isCleaning()) return now.personalise === 'denied'
    return (
      purposes.every(
        (purpose) => this.state[purpose] !== 'granted' || now[purpose] === 'granted',
      ) && this.keeps(now)
    )
  }

  /** Only a refusal deletes: not knowing freezes. */
  private removeRefused(before: ConsentState): void {
    const { personalise, measure } = this.state
    if (personalise === 'denied' && !this.keeps()) {
      if (before.personalise === 'denied' && !this.asks) return
      // What the questions need stays until somebody says whether they may be asked.
      this.removed = this.asks && measure === 'unknown' ? this.live.clean() : this.eraseAll()
    } else if (measure === 'denied' && before.measure !== 'denied' && (this.keeps() || this.asks)) {
      this.removed = this.live.dropReports()
    }
  }

  /** A banner in another tab may know nothing of it. */
  private tellTabs(before: ConsentState): void {
    for (const purpose of purposes) {
      const withdrawn = before[purpose] === 'granted' && this.state[purpose] === 'denied'
      if (withdrawn) this.channel?.send({ refused: purpose })
    }
  }

  /** Of children nothing is personalised, whoever agrees to it. */
  private consented(): ConsentState {
    const state = this.source.state
    return this.names.audience === 'children' ? { ...state, personalise: 'denied' } : state
  }

  private startProfile(replay: 'all' | 'own-view'): void {
    this.channel = new TabChannel((message) =>
      this.guard(() => {
        if ('refused' in message) this.source.refusedElsewhere(message.refused)
        else if (document.visibilityState === 'visible') this.live.catchUp()
      }),
    )
    this.opened = this.live.start().then(() => {
      this.guard(() => {
        this.visit()
        this.changed()
      })
    })
    // Some rules lapse by time alone.
    this.clock = setInterval(() => {
      this.guard(() => {
        if (document.visibilityState === 'visible') this.refresh()
      })
    }, refreshEvery)
    this.follow(replay)
  }

  private follow(replay: 'all' | 'own-view'): void {
    this.unfollow?.()
    if (this.options.dataLayer === false) return
    this.unfollow = followDataLayer((name, parameters) => this.track(name, parameters), replay)
  }

  private stopProfile(): void {
    this.live.stop()
    this.stopListening()
  }

  private async loadReporter(): Promise<Reporter> {
    const { Reporter } = await import('./measure.js')
    return new Reporter({
      engine: this.engine,
      live: this.live,
      collector: this.options.collector ?? '',
      mayReport: () => this.status === 'on' && this.consented().measure === 'granted',
      spentUntil: () => this.source.spentUntil,
      onLedger: () => this.source.spend(0),
    })
  }

  private stopListening(): void {
    clearInterval(this.clock)
    this.values = undefined
    this.channel?.close()
    this.channel = undefined
    this.unfollow?.()
    this.unfollow = undefined
  }

  /** A tab that was hidden, frozen or cached may have missed what others did. */
  private readonly onVisibility = () => {
    this.guard(() => {
      if (document.visibilityState !== 'visible') {
        this.live.hide()
        if (!this.leaving) this.measuring.moment({ leaves: true })
        return
      }
      this.leaving = false
      this.applyConsent('own-view')
      if (!this.keeps()) return
      this.live.catchUp()
      this.measuring.moment({ leaves: false })
    })
  }

  private readonly onHide = () => {
    this.leaving = true
    this.guard(() => this.live.leave())
  }

  private guard<T>(run: () => T): T | undefined {
    if (this.status === 'off') return undefined
    try {
      return run()
    } catch (error) {
      this.turnOff(error)
      return undefined
    }
  }

  private turnOff(error: unknown): void {
    this.status = 'off'
    this.reason = reasonOf(error)
    this.stopListening()
    this.measuring.stop()
    console.error('etalage is off for this page:', error)
    this.listeners.emit('error', error instanceof Error ? error : new Error(this.reason))
  }
}
