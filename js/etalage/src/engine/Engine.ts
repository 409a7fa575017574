// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import type { PageContext, ProfileExport, ProfileView, Recommendations } from '../types.js'
import { MessageWriter } from './MessageWriter.js'
import type { Runtime } from './RuntimeModule.js'

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
    this.call(pack, () => this.runtime.open())
  }

  /** Starts an empty profile; `secret` is eight random bytes that belong to it. */
  beginProfile(secret: Uint8Array): void {
    const words = new DataView(secret.buffer, secret.byteOffset, 8)
    this.runtime.beginProfile(words.getUint32(0, true), words.getUint32(4, true))
  }

  endProfile(): void {
    this.runtime.endProfile()
  }

  restore(snapshot: Uint8Array): void {
    this.call(snapshot, () => this.runtime.restore())
  }

  fold(record: Uint8Array): void {
    this.call(record, () => this.runtime.fold())
  }

  snapshot(now: number): Uint8Array {
    return this.bytes(() => this.runtime.snapshot(now))
  }

  /** The journal record that makes the event durable; empty where nothing of it is to be kept. */
  track(event: EventMessage, now: number): Uint8Array {
    const message = new MessageWriter().string(event.name).string(event.transactionId)
    this.send(message.list(event.items).take())
    return this.bytes(() => this.runtime.track(now))
  }

  /** As track, for the cart as it is now. */
  setCart(items: string[], now: number): Uint8Array {
    this.send(new MessageWriter().list(items).take())
    return this.bytes(() => this.runtime.setCart(now))
  }

  setPage(page: PageContext): void {
    const { type, item = '', category = '', query = '' } = page
    const message = new MessageWriter().string(type).string(item).string(category).string(query)
    this.call(message.take(), () => this.runtime.setPage())
  }

  recommend(request: SlotRequest): Recommendations {
    const message = new MessageWriter().string(request.slot).varint(request.count)
    message
      .string(request.item)
      .list(request.exclude)
      .byte(request.lang === 'nl' ? 1 : 0)
    this.send(message.take())
    return this.json(() => this.runtime.recommend()) as Recommendations
  }

  view(): ProfileView {
    return this.json(() => this.runtime.view()) as ProfileView
  }

  exportProfile(): ProfileExport {
    return this.json(() => this.runtime.exportProfile()) as ProfileExport
  }

  names(): Names {
    return this.json(() => this.runtime.names()) as Names
  }

  private send(message: Uint8Array): void {
    this.runtime.input(message.length).set(message)
  }

  private check(done: boolean): void {
    if (done) return
    const [code = '', ...detail] = this.runtime.error().split(': ')
    throw new EtalageError(code, detail.join(': '))
  }

  private call(message: Uint8Array, run: () => boolean): void {
    this.send(message)
    this.check(run())
  }

  private bytes(run: () => boolean): Uint8Array {
    this.check(run())
    return this.runtime.output().slice()
  }

  private json(run: () => boolean): unknown {
    this.check(run())
    return JSON.parse(decoder.decode(this.runtime.output()))
  }
}
