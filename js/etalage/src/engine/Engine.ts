// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import type { PageContext, ProfileExport, ProfileView, Recommendations } from '../types.js'
import { MessageWriter } from './MessageWriter.js'
import type { Outcome, Runtime } from './Runtime.js'

const decoder = new TextDecoder()

export interface Names {
  products: number
  slots: string[]
  events: string[]
}

export interface EventMessage {
  name: string
  transactionId: string
  items: string[]
}

export interface SlotRequest {
  slot: string
  count: number
  item: string
  exclude: string[]
  lang: string
}

/** The C++ engine in the terms of this package. Every method throws an EtalageError where the engine refuses. */
export class Engine {
  constructor(private readonly runtime: Runtime) {}

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
    const message = new MessageWriter().string(event.name).string(event.transactionId)
    this.send(message.list(event.items).take())
    return this.bytes(this.runtime.track(now))
  }

  /** As track, for the cart as it is now. */
  setCart(items: string[], now: number): Uint8Array {
    this.send(new MessageWriter().list(items).take())
    return this.bytes(this.runtime.set_cart(now))
  }

  setPage(page: PageContext): void {
    const { type, item = '', category = '', query = '' } = page
    const message = new MessageWriter().string(type).string(item).string(category).string(query)
    this.send(message.take())
    this.check(this.runtime.set_page())
  }

  recommend(request: SlotRequest): Recommendations {
    const message = new MessageWriter().string(request.slot).varint(request.count)
    message
      .string(request.item)
      .list(request.exclude)
      .byte(request.lang === 'nl' ? 1 : 0)
    this.send(message.take())
    return this.json(this.runtime.recommend()) as Recommendations
  }

  view(): ProfileView {
    return this.json(this.runtime.view()) as ProfileView
  }

  exportProfile(): ProfileExport {
    return this.json(this.runtime.export_profile()) as ProfileExport
  }

  names(): Names {
    return this.json(this.runtime.names()) as Names
  }

  private send(message: Uint8Array): void {
    this.check(this.runtime.input(message.length))
    this.memory(this.runtime.input_at(), message.length).set(message)
  }

  private output(): Uint8Array {
    return this.memory(this.runtime.output_at(), this.runtime.output_size())
  }

  private memory(at: number, size: number): Uint8Array {
    return new Uint8Array(this.runtime.memory.buffer, at, size)
  }

  private check(outcome: Outcome): void {
    if (outcome) return
    const [code = '', ...detail] = decoder.decode(this.output()).split(': ')
    throw new EtalageError(code, detail.join(': '))
  }

  private bytes(outcome: Outcome): Uint8Array {
    this.check(outcome)
    return this.output().slice()
  }

  private json(outcome: Outcome): unknown {
    this.check(outcome)
    return JSON.parse(decoder.decode(this.output()))
  }
}
