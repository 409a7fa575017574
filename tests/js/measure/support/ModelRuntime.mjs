// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// ModelRuntime: stands for the engine's module where a test is about reports on their way. It asks two questions, 'a' in epochs of one
// week and 'b' of four, and answers each as soon as the page is hidden, once an epoch. Its ledger is JSON. Every answer that
// was ever given is in `given`, by the report's text.
const decoder = new TextDecoder()
const encoder = new TextEncoder()

export const week = 604_800_000
export const questions = { a: 1, b: 4 }

export class ModelRuntime {
  memory = new WebAssembly.Memory({ initial: 2 })
  given = new Map()
  #in = 0
  #out = new Uint8Array()
  #queue = []

  input(size) {
    this.#in = size
    return 1
  }

  input_at() {
    return 1024
  }

  output_at() {
    new Uint8Array(this.memory.buffer).set(this.#out, 65_536)
    return 65_536
  }

  output_size() {
    return this.#out.length
  }

  /** What the module still holds of its last message. */
  get rest() {
    return new Uint8Array(this.memory.buffer, 1024, this.#in)
  }

  moment(now) {
    this.#queue = []
    const message = this.rest
    let at = 1
    const varint = () => {
      let value = 0
      for (let unit = 1; ; unit *= 128) {
        value += (message[at] % 128) * unit
        if (message[at++] < 128) return value
      }
    }
    const spentUntil = varint()
    const size = varint()
    const bytes = message.slice(at, at + size)
    const random = message.slice(at + size)
    const ledger = size > 0 ? JSON.parse(decoder.decode(bytes)) : { latest: 0, until: 0, next: {} }
    this.#out = new Uint8Array()
    if (random.every((byte) => byte === random[0]) || now < ledger.latest) return 1
    ledger.latest = now
    const isHidden = message[0] === 1
    for (const [name, weeks] of Object.entries(questions)) {
      const epoch = Math.floor(now / week / weeks)
      const isDue = epoch >= (ledger.next[name] ?? 0) && epoch * weeks > spentUntil
      if (!isHidden || !isDue) continue
      ledger.next[name] = epoch + 1
      ledger.until = Math.max(ledger.until, (epoch + 1) * weeks - 1)
      const report = reportOf(name, epoch, random.subarray(this.#queue.length * 64))
      this.given.set(report, { name, epoch })
      this.#queue.push(report)
    }
    const text = encoder.encode(JSON.stringify(ledger))
    this.#out = Uint8Array.from([
      (ledger.until % 128) | 128,
      ((ledger.until >> 7) % 128) | 128,
      ledger.until >> 14,
      ...text,
    ])
    return 1
  }

  next_report() {
    this.#out = encoder.encode(this.#queue.shift() ?? '')
    return 1
  }
}

function reportOf(name, epoch, random) {
  const hex = (bytes) => Buffer.from(bytes).toString('hex')
  return JSON.stringify({
    report: 1,
    id: hex(random.subarray(0, 16)),
    series: hex(encoder.encode(name.padStart(8))),
    epoch: String(epoch).padStart(10, '0'),
    answer: hex(random.subarray(16, 48)),
  })
}
