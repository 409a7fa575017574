// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** What the shopper may allow: `personalise` (profile, recommendations) and `measure` (reports). */
export type Purpose = 'personalise' | 'measure'

/** `unknown`: nobody has asked yet, or the answer is not to be had. It freezes, and deletes nothing. */
export type ConsentAnswer = 'granted' | 'denied' | 'unknown'

export type ConsentState = Record<Purpose, ConsentAnswer>

/** An answer by purpose: true granted, false refused, left out unknown. */
export type ConsentChoice = Partial<Record<Purpose, boolean>>

/** Where consent is asked: the shop's banner. It is read on every page, before every write, and never remembered. */
export interface ConsentSource {
  read(): ConsentChoice
  /** Calls back whenever the answer may have changed; gives the function that stops it. */
  subscribe?(changed: () => void): () => void
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
  /** The shop's own answer for this page, or a source that is asked. 'auto' (the default): unknown. */
  consent?: 'auto' | ConsentChoice | ConsentSource
  /** The address of the shop's live file (LiveOffers as JSON), the same for everybody. Fetched once a page; `change` says when. */
  live?: string
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
  /** The event, 'cart', or the fact that was asked. */
  name: string
  /** The product's title (its id where the pack does not know it), another text that was kept, or the answers. */
  value: string | AnswerValue[]
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

export interface ProfileView {
  /** Since when there is a profile; null while there is none. */
  since: number | null
  facts: Fact[]
  /** What may be kept at all, for how many days, and what needs it. */
  manifest: { event: string; fields: string[]; days: number; usedBy: string[] }[]
}

/** The whole profile. docs/privacy.md describes it. */
export interface ProfileExport {
  format: 'etalage-profile'
  version: 1
  since: number | null
  events: { time: number; event: string; items: ExportedItem[]; fields: ExportedFields }[]
  cart: ExportedItem[]
  answers: { time: number; fact: string; values: AnswerValue[] }[]
}

export type ExportedFields = Record<string, AnswerValue>

export interface ExportedItem extends ExportedFields {
  item_id: string
}

export interface Erasure {
  /** Nothing about the shopper remains. */
  complete: boolean
  /** What remains: constants, or what could not be removed. */
  left: string[]
}

export interface EventMap {
  /** Answers may have changed: an event, another tab, a profile that opened late. */
  change: undefined
  consent: ConsentState
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
    view(): Promise<ProfileView>
    export(): Promise<ProfileExport>
    erase(): Promise<Erasure>
  }
  /** Everything tracked so far is durable. */
  flush(): Promise<void>
  close(): Promise<void>
}
