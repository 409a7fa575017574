// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type {
  AnswerValue,
  ConsentState,
  Explanation,
  LiveOffers,
  PageContext,
  Recommendations,
} from '../types.js'
import { Caller } from './Caller.js'
import { MessageWriter } from './MessageWriter.js'
import { answerMessage, eventMessage, type EventMessage, type Field } from './messages.js'
import type { Runtime } from './Runtime.js'

/** The GA4 keys of an event that the pack's manifest asks for. */
export interface EventNames {
  name: string
  fields: string[]
  items: string[]
}

export interface Names {
  products: number
  audience: 'adults' | 'children'
  slots: string[]
  facts: string[]
  rules: Record<RuleKind, string[]>
  events: EventNames[]
  measures: string[]
}

export type RuleKind = 'metric' | 'segment' | 'decision' | 'trigger'

/** What changed since the last update. */
export interface Update {
  changed: boolean
  entered: string[]
  left: string[]
  triggers: string[]
}

/** What the rules say; of metrics and decisions those that have a value. */
export interface Values {
  segments: string[]
  metrics: Record<string, number>
  decisions: Record<string, string>
}

export interface SlotRequest {
  slot: string
  count: number
  item: string
  exclude: string[]
  lang: string
}

/** The C++ engine in the terms of this package. Every method throws an EtalageError where the engine refuses. */
export class Engine extends Caller<Runtime> {
  open(pack: Uint8Array): void {
    this.send(pack)
    this.check(this.runtime.open())
  }

  /** Starts an empty profile; `secret` is eight random bytes that belong to it. */
  beginProfile(secret: Uint8Array): void {
    const word = new DataView(secret.buffer, secret.byteOffset, 8).getBigUint64(0, true)
    this.check(this.runtime.begin_profile(word))
  }

  endProfile(): void {
    this.check(this.runtime.end_profile())
  }

  restore(snapshot: Uint8Array): void {
    this.send(snapshot)
    this.check(this.runtime.restore())
  }

  fold(record: Uint8Array): void {
    this.send(record)
    this.check(this.runtime.fold())
  }

  snapshot(now: number): Uint8Array {
    return this.bytes(this.runtime.snapshot(now))
  }

  /** The journal record that makes the event durable; empty where nothing of it is to be kept. */
  track(event: EventMessage, now: number): Uint8Array {
    this.send(eventMessage(event))
    return this.bytes(this.runtime.track(now))
  }

  /** As track, for the cart as it is now. */
  setCart(items: Field[][], now: number): Uint8Array {
    const message = new MessageWriter().varint(items.length)
    for (const item of items) message.fields(item)
    this.send(message.take())
    return this.bytes(this.runtime.set_cart(now))
  }

  /** What the shopper allows: the purposes that what is kept may serve. Of what served one that is unknown nothing goes. */
  allow({ personalise, measure }: ConsentState): void {
    this.check(this.runtime.allow(personalise === 'granted', measure === 'granted'))
    this.check(this.runtime.freeze(personalise === 'unknown', measure === 'unknown'))
  }

  /** What the shopper objects to: 'segment loyal', 'slot home'. */
  refuse(uses: readonly string[]): void {
    this.send(new MessageWriter().list(uses).take())
    this.check(this.runtime.refuse())
  }

  /** Forgets what may not be kept any longer; true where something went, and the journal must be compacted. */
  tidy(now: number): boolean {
    return this.json(this.runtime.tidy(now)) as boolean
  }

  /** Forgets the oldest events until a snapshot has at most so many bytes, as far as events can do that. */
  evict(bytes: number): void {
    this.check(this.runtime.evict(bytes))
  }

  /** As track, for a sign of the shopper: begins a visit after half an hour without one. */
  visit(channel: string, now: number): Uint8Array {
    this.send(new MessageWriter().string(channel).take())
    return this.bytes(this.runtime.visit(now))
  }

  /** As track, for the shopper's own answer; no value takes it back. */
  answer(fact: string, values: readonly AnswerValue[], now: number): Uint8Array {
    this.send(answerMessage(fact, values))
    return this.bytes(this.runtime.answer(now))
  }

  /** Brings the rules up to date. `records` make what fired durable. */
  update(now: number, offset: number): { update: Update; records: Uint8Array[] } {
    const update = this.json(this.runtime.update(now, offset)) as Update
    const records: Uint8Array[] = []
    for (;;) {
      const record = this.bytes(this.runtime.next_record())
      if (record.length === 0) return { update, records }
      records.push(record)
    }
  }

  /** At the last update. */
  values(): Values {
    return this.json(this.runtime.values()) as Values
  }

  /** At the last update; null for a rule that the pack does not have. */
  explain(kind: string, name: string, lang: string): Explanation | null {
    const message = new MessageWriter().string(kind).string(name)
    this.send(message.byte(lang === 'nl' ? 1 : 0).take())
    return this.json(this.runtime.explain()) as Explanation | null
  }

  setPage(page: PageContext): void {
    const { type, item = '', category = '', query = '' } = page
    const message = new MessageWriter().string(type).string(item).string(category).string(query)
    this.send(message.take())
    this.check(this.runtime.set_page())
  }

  /** Prices and stock between two builds of the pack. */
  setLive(offers: LiveOffers): void {
    const entries = Object.entries(offers)
    const message = new MessageWriter().varint(entries.length)
    for (const [id, offer] of entries) {
      const price = offer?.price
      const stock = offer?.stock
      const isPrice = typeof price === 'number'
      const hasStock = typeof stock === 'number' || typeof stock === 'boolean'
      message.string(id)
      message.byte(
        (isPrice ? 1 : 0) |
          (price === null ? 2 : 0) |
          (hasStock ? (Number(stock) > 0 ? 12 : 4) : 0),
      )
      if (isPrice) message.number(price)
    }
    this.send(message.take())
    this.check(this.runtime.live())
  }

  recommend(request: SlotRequest, now: number, offset: number): Recommendations {
    const message = new MessageWriter().string(request.slot).varint(request.count)
    message
      .string(request.item)
      .list(request.exclude)
      .byte(request.lang === 'nl' ? 1 : 0)
    this.send(message.take())
    return this.json(this.runtime.recommend(now, offset)) as Recommendations
  }

  /** The pack that is open; the bytes are the module's own until its next call. */
  pack(): Uint8Array {
    return this.memory(this.runtime.pack_at(), this.runtime.pack_size())
  }

  names(): Names {
    return this.json(this.runtime.names()) as Names
  }
}
