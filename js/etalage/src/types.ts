// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** What the shopper may allow: `personalise` (profile, recommendations) and `measure` (reports). */
export type Purpose = 'personalise' | 'measure'

/** `unknown`: nobody has asked yet, or the answer is not to be had. It freezes, and deletes nothing. */
export type ConsentAnswer = 'granted' | 'denied' | 'unknown'

export type ConsentState = Record<Purpose, ConsentAnswer>

/** An answer by purpose: true granted, false refused, left out unknown. */
export type ConsentChoice = Partial<Record<Purpose, boolean>>

/** What a source of consent says now. */
export interface ConsentReading extends ConsentChoice {
  /** It is the shopper's own click, not a default: without one, Global Privacy Control stands in the way. */
  chosen?: boolean
  /** When they chose, in milliseconds since 1970, where the source knows. After twelve months it no longer counts. */
  time?: number
  /** Which version of the text they chose by, where the source knows. Another than `consentVersion` does not count. */
  version?: string
}

/** Where consent is asked: the shop's banner. It is read on every page, before every write, and never remembered. */
export interface ConsentSource {
  /** For the shop's own record. Default: 'shop'. */
  name?: string
  read(): ConsentReading
  /** Calls back whenever the answer may have changed; gives the function that stops it. */
  subscribe?(changed: () => void): () => void
  /** Shows the shopper the banner, or its settings, once more. */
  open?(): void
}

/** The banners that the package knows. */
export type ConsentBanner =
  | 'tcf'
  | 'consent-mode'
  | 'cookieconsent'
  | 'klaro'
  | 'cookiebot'
  | 'onetrust'
  | 'shopify'
  | 'wordpress'

/** The banner by name, and what its categories mean: for each purpose the banner's own name of a category, service or group. */
export interface ConsentMap {
  /** Default: the one that is found. */
  source?: ConsentBanner
  /** Default: what they mean by themselves, where that is fixed. */
  map?: Partial<Record<Purpose, string>>
}

/** For the shop's own record of consent: what holds now, and whose answer it is. */
export interface ConsentRecord extends ConsentState {
  /** The banner, 'shop' for the shop's own source or answer, 'shopper' where it is the shopper's own refusal. */
  source: string
  /** The version of the text, and when the shopper chose, in milliseconds since 1970; where known. */
  version?: string
  time?: number
}

/** What the page is about. Needs no consent; is never stored. */
export interface PageContext {
  /** 'home', 'category', 'product', 'cart', … */
  type: string
  /** The product's id. */
  item?: string
  /** The category's path: "tools > drills". */
  category?: string
  /** What the shopper searched for. */
  query?: string
}

/**
 * What the live file holds, by product: what it costs and whether it can be bought, between two builds of the pack. A price of
 * null says that the pack's is out of date, and none is shown; stock is a number of pieces, or true or false.
 */
export type LiveOffers = Record<string, { price?: number | null; stock?: number | boolean } | null>

export interface EtalageOptions {
  /** The pack's address, or its bytes. */
  pack: string | ArrayBuffer
  /** Another address for the module. Default: the one that the pack needs, beside the script. */
  wasm?: string | URL
  /** The shop's own answer for this page, or a source that is asked. 'auto' (the default): the banner that is found. */
  consent?: 'auto' | ConsentChoice | ConsentMap | ConsentSource
  /** The version of the text that asks for consent. Consent to another version does not count. */
  consentVersion?: string
  /** The address of the shop's live file (LiveOffers as JSON), the same for everybody. Fetched once a page; `change` says when. */
  live?: string
  /**
   * The address of the shop's collector. Where there is one, the pack has measures and the shopper granted `measure`, randomised
   * answers are sent there; its query is left out.
   */
  collector?: string
  /** Before `personalise` is granted: fill slots from the current page alone ('context', the default), or not at all. */
  beforeConsent?: 'context' | 'nothing'
  /** Where this visit came from ('email', 'cpc', …). Default: what the address and the referrer say. */
  channel?: string
  /** Listen to GA4 events in window.dataLayer. Default: true. */
  dataLayer?: boolean
  /** Language of reasons. Default: the document's. */
  lang?: string
  page?: PageContext
}

/** An item of a GA4 event. Only what the pack's manifest asks for is kept. */
export interface EventItem {
  item_id?: string | number
  [field: string]: unknown
}

/** The parameters of a GA4 event. */
export interface EventParameters {
  items?: EventItem[]
  transaction_id?: string | number
  [field: string]: unknown
}

export interface RecommendOptions {
  /** How many, at most 1,000. Default: what the slot declares. */
  count?: number
  /** The product that the slot is about. Default: the page's. */
  item?: string
  /** Ids that must not be shown. */
  exclude?: string[]
}

export interface Reason {
  /** A stable code: 'because-viewed', 'similar', 'bestseller', … */
  code: string
  /** A sentence for the shopper. */
  text: string
  /** What caused it: ids of products, "category garden > plants", "segment gardener", or "boost 1": the slot's first. */
  because: string[]
}

export interface Recommendation {
  /** The product's; where the slot shows categories or brands: the path, or the name. */
  id: string
  /** For comparing items of one list; 0 where the strategy has no scores. */
  score: number
  /** The step of the slot's chain that picked it: its strategy, or a fallback. */
  strategy: string
  reason: Reason
  fields: {
    title?: string
    price?: number
    currency?: string
    url?: string
    image?: string
    brand?: string
    category?: string
  }
}

export interface Recommendations {
  slot: string
  /** The strategy that gave the first items; null for a slot that the pack does not declare. */
  strategy: string | null
  /** Something in the list follows from the profile. */
  personal: boolean
  items: Recommendation[]
}

/** A value of an answer: one of the fact's choices, or a number. */
export type AnswerValue = string | number

/** Why a rule came to what it came to. */
export interface Explanation {
  /** Whether the segment or trigger holds, or the rule has a value. */
  holds: boolean
  value: boolean | number | string | null
  /** What the rule found, for the shopper. */
  text: string
  /** Each sub-expression with its value, null where it is missing. */
  trace: { expression: string; value: boolean | number | string | null }[]
}

export interface Fact {
  id: string
  /** The event, 'cart', or the name of a fact that was asked or reckoned. */
  name: string
  /** Of a fact that was asked: the question; in the language of the view. */
  label?: string
  /** The product's title (its id where the pack does not know it), another text that was kept, what was reckoned, or the answers. */
  value: AnswerValue | AnswerValue[]
  /** Of a fact that was asked: what may be answered (empty: anything), and whether several. Such a fact can be corrected. */
  choices?: string[]
  many?: boolean
  /** What the answers are called, in the language of the view, where the pack says. */
  labels?: Record<string, string>
  /** Of an inferred fact: how sure, from 0 to 1, and the sentence that explains it. */
  confidence?: number
  text?: string
  /** The product, where it is about one. */
  item?: string
  /** The field that the text was kept of, where it is not about a product. */
  field?: string
  tier: 'stated' | 'observed' | 'inferred'
  source: string
  /** How often. Like the times below left out for the cart. */
  times?: number
  /** First time, last time, and when it is forgotten: milliseconds since 1970. */
  since?: number
  last?: number
  until?: number
  purpose: Purpose
  /** What uses it: 'slot home', 'segment loyal', … */
  usedBy: string[]
}

/** Something that the shop uses a profile for. */
export interface Use {
  /** 'segment loyal', 'slot home': what object() and allow() take. */
  use: string
  kind: 'segment' | 'decision' | 'trigger' | 'fact' | 'slot' | 'measure'
  name: string
  /** In the language of the view, where the pack has one; else the name. */
  label: string
  /** False: the shopper objects. */
  allowed: boolean
  /** Whether a segment or trigger holds now, or what was decided; null of a slot, and where there is no value. */
  value: boolean | number | string | null
  /** The sentence that explains the value; empty of a slot. */
  text: string
}

/** An answer that was sent, as it was sent. */
export interface SentReport {
  measure: string
  label: string
  /** The answer, after it was randomised. */
  answer: string
  /** What it cost of the shopper's privacy, and in how many of 100 cases such an answer is true. */
  epsilon: number
  trueIn100: number
  /** When, in milliseconds since 1970. */
  time: number
}

export interface ProfileView {
  /** Since when there is a profile; null while there is none. */
  since: number | null
  /** The shopper has paused it: what is there stays and is used, nothing comes in. */
  paused: boolean
  facts: Fact[]
  uses: Use[]
  /** What was reported. Empty: nothing was. */
  reports: SentReport[]
  /** What may be kept at all, for how many days, and what needs it. */
  manifest: { event: string; fields: string[]; days: number; usedBy: string[] }[]
  /** Why there is no more to see, where something failed: not that there is nothing. */
  problem?: string
}

/** The whole profile. docs/privacy.md describes it, profile.schema.json in the package too. */
export interface ProfileExport {
  $schema?: string
  /** What the words mean in schema.org's terms, as JSON-LD has it. */
  '@context'?: Record<string, string>
  format: 'etalage-profile'
  version: 1
  since: number | null
  events: { time: number; event: string; items: ExportedItem[]; fields: ExportedFields }[]
  cart: ExportedItem[]
  answers: { time: number; fact: string; values: AnswerValue[] }[]
  /** Why there is nothing in it, where something failed. */
  problem?: string
}

export type ExportedFields = Record<string, AnswerValue>

export interface ExportedItem extends ExportedFields {
  item_id: string
}

export interface ImportOutcome {
  /** All of the document is in the profile now. */
  complete: boolean
  /** How many events and answers came in, and how many this shop has no use for, or could not be read. */
  kept: number
  dropped: number
  /** Why nothing came in: "malformed: …". */
  problem?: string
}

export interface Erasure {
  /** Nothing of what was to go remains: the storage was read again. */
  complete: boolean
  /** What remains: constants, or what could not be removed. */
  left: string[]
}

export interface EventMap {
  /** Answers may have changed: an event, another tab, a profile that opened late. */
  change: undefined
  consent: ConsentRecord
  /** The shopper came into a segment, or left it. */
  segment: { name: string; in: boolean }
  /** A trigger fired. */
  trigger: { name: string }
  error: Error
}

export interface Etalage {
  readonly status: 'on' | 'off'
  /** Why it is off. */
  readonly reason: string | undefined
  readonly consent: {
    readonly state: ConsentState
    /** The shopper's own choice: false is a veto in every tab; true lifts the veto, and never overrides a refusing source. */
    set(choice: ConsentChoice): Promise<void>
  }
  setPage(page: PageContext): void
  track(event: string, parameters?: EventParameters): void
  /** The cart as it is now. */
  setCart(items: EventItem[]): void
  /** The shopper's own answer to a question of the shop; null takes it back. */
  answer(fact: string, value: AnswerValue | AnswerValue[] | null): void
  recommend(slot: string, options?: RecommendOptions): Recommendations
  /** The slot was seen. */
  shown(slot: string, ids: string[]): void
  clicked(slot: string, id: string): void
  /** The segments that the shopper is in, sorted. */
  segments(): string[]
  in(segment: string): boolean
  /** Undefined where it is missing. */
  metric(name: string): number | undefined
  /** Undefined where no case holds. */
  decide(decision: string): string | undefined
  /** Why; undefined for a rule that the pack does not have. */
  explain(
    kind: 'segment' | 'metric' | 'decision' | 'trigger',
    name: string,
  ): Explanation | undefined
  /** Gives the unsubscriber. */
  on<Name extends keyof EventMap>(
    name: Name,
    listener: (detail: EventMap[Name]) => void,
  ): () => void
  readonly profile: {
    /** What is known. `lang`: default as in the options. */
    view(options?: { lang?: string }): Promise<ProfileView>
    /** Another answer to a fact that was asked. False for what cannot be corrected so: it can be forgotten. */
    correct(factId: string, value: AnswerValue | AnswerValue[]): Promise<boolean>
    /** Takes one fact out of the profile and out of everything that is stored. */
    forget(factId: string): Promise<Erasure>
    /** Nothing new is kept, in any tab, until resume(). What is there stays and is used. */
    pause(): Promise<void>
    resume(): Promise<void>
    /** Switches a use off, in every tab, until it is allowed: 'segment loyal', or 'loyal' for whatever has that name. */
    object(use: string): Promise<void>
    allow(use: string): Promise<void>
    export(): Promise<ProfileExport>
    /** Adds what an exported document holds, as far as this shop's manifest lets it in. */
    import(document: unknown): Promise<ImportOutcome>
    erase(): Promise<Erasure>
  }
  /** Everything tracked so far is durable. */
  flush(): Promise<void>
  close(): Promise<void>
}
