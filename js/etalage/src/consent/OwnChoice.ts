// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What the shopper chose themselves: one localStorage key that holds constant words, read before consent is known, written only
 * by the shopper's own click (or an erase), and gone where it holds nothing.
 *
 * 'personalise', 'measure': refused. 'paused'. 'slot:home': a use that they object to. '+personalise': switched on by a click
 * of their own, which Global Privacy Control asks for. 'reported:2950': until which week something was reported, where what told of it
 * was erased. A word that this release does not know may be a newer one's: it stays.
 */
export class OwnChoice {
  static readonly key = 'etalage'

  /** The words where the browser would not store them: they hold for this page. */
  private unstored: ReadonlySet<string> | undefined

  constructor(private readonly onChange: () => void) {
    addEventListener('storage', this.onStorage)
  }

  get words(): ReadonlySet<string> {
    return this.unstored ?? stored()
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  set(word: string, present: boolean): void {
    const words = new Set(this.words)
    if (words.has(word) === present) return
    words[present ? 'add' : 'delete'](word)
    this.unstored = store(words) ? undefined : words
  }

  close(): void {
    removeEventListener('storage', this.onStorage)
  }

  private readonly onStorage = (event: StorageEvent) => {
    // A null key is localStorage.clear(): it takes the words with it.
    if (event.key === OwnChoice.key || event.key === null) this.onChange()
  }
}

/** Storage that throws (blocked, sandboxed) holds no refusal: the source of consent still decides. */
function stored(): Set<string> {
  try {
    return new Set((localStorage.getItem(OwnChoice.key) ?? '').split(' ').filter(Boolean))
  } catch {
    return new Set()
  }
}

function store(words: ReadonlySet<string>): boolean {
  try {
    if (words.size === 0) localStorage.removeItem(OwnChoice.key)
    else localStorage.setItem(OwnChoice.key, [...words].join(' '))
    return true
  } catch {
    return false
  }
}
