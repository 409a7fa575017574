// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type {
  ConsentBanner,
  ConsentMap,
  ConsentReading,
  ConsentSource,
  Purpose,
} from '../../types.js'
import { attempt } from '../attempt.js'
import type { Banner } from './Banner.js'
import { consentMode } from './consentMode.js'
import { cookiebot } from './cookiebot.js'
import { cookieconsent } from './cookieconsent.js'
import { klaro } from './klaro.js'
import { onetrust } from './onetrust.js'
import { shopify } from './shopify.js'
import { tcf } from './tcf.js'
import { wordpress } from './wordpress.js'

/** Where two are found the first counts: the banner that asks, before the platform and the standards that it feeds. */
const banners: Record<ConsentBanner, () => Banner> = {
  cookiebot,
  onetrust,
  cookieconsent,
  klaro,
  shopify,
  wordpress,
  tcf,
  'consent-mode': consentMode,
}

const purposes: readonly Purpose[] = ['personalise', 'measure']

/** A banner may load after the package: how often, in milliseconds, and how many times it is looked for. Its events are heard for ever. */
const lookEvery = 250
const looks = 120

/** The banner of the page as a source of consent. */
export class BannerSource implements ConsentSource {
  private readonly candidates: (readonly [ConsentBanner, Banner])[]
  private found: readonly [ConsentBanner, Banner] | undefined
  private unfollow: (() => void) | undefined
  private changed: (() => void) | undefined
  private warned = false

  constructor(private readonly option: ConsentMap) {
    const { source } = option
    const names = Object.keys(banners) as ConsentBanner[]
    if (source !== undefined && !names.includes(source)) {
      warn(`consent.source "${source}" is not known: expected one of ${names.join(', ')}`)
    }
    this.candidates = names
      .filter((name) => source === undefined || source === name)
      .map((name) => [name, banners[name]()])
  }

  get name(): string {
    return this.found?.[0] ?? this.option.source ?? 'banner'
  }

  read(): ConsentReading {
    this.look()
    const banner = this.found?.[1]
    if (!banner) return {}
    const reading: ConsentReading = { ...banner.about?.() }
    for (const purpose of purposes) {
      const answer = this.answer(banner, purpose)
      if (typeof answer === 'boolean') reading[purpose] = answer
    }
    this.sayUnmapped(banner)
    return reading
  }

  subscribe(changed: () => void): () => void {
    this.changed = changed
    const events = this.candidates.flatMap(([, banner]) => banner.events ?? [])
    for (const event of events) {
      addEventListener(event, changed)
      document.addEventListener(event, changed)
    }
    let left = looks
    let known: unknown
    const clock = setInterval(() => {
      if (--left === 0) clearInterval(clock)
      this.look()
      if (this.found !== known) changed()
      known = this.found
    }, lookEvery)
    this.look()
    known = this.found
    return () => {
      clearInterval(clock)
      for (const event of events) {
        removeEventListener(event, changed)
        document.removeEventListener(event, changed)
      }
      attempt(() => this.unfollow?.())
    }
  }

  open(): void {
    this.found?.[1].open?.()
  }

  private look(): void {
    const found = this.candidates.find(([, banner]) => attempt(() => banner.present()))
    if (found === this.found || !found) return
    attempt(() => this.unfollow?.())
    this.found = found
    // Who looks, reads next: what the banner calls back at once is no news.
    let reading = true
    this.unfollow = attempt(() => found[1].follow?.(() => !reading && this.changed?.()))
    reading = false
  }

  /** A category that is not named, or that the banner does not have, says nothing: neither yes nor no. */
  private answer(banner: Banner, purpose: Purpose): boolean | undefined {
    const category = this.categoryOf(banner, purpose)
    if (category === undefined || banner.categories?.()?.includes(category) === false)
      return undefined
    return banner.read(category)
  }

  private categoryOf(banner: Banner, purpose: Purpose): string | undefined {
    return this.option.map?.[purpose] ?? banner.meaning?.[purpose]
  }

  private sayUnmapped(banner: Banner): void {
    const known = banner.categories?.()
    if (this.warned || !known || known.length === 0) return
    const problems = purposes.flatMap((purpose) => {
      const category = this.categoryOf(banner, purpose)
      if (category === undefined) return `no category is named for ${purpose}`
      return known.includes(category) ? [] : `there is no category "${category}" for ${purpose}`
    })
    if (problems.length === 0) return
    this.warned = true
    warn(
      `${banner.title}: ${problems.join(', and ')}, so consent to it stays unknown. ` +
        `Expected consent: { map: { personalise: '…', measure: '…' } } with categories of the banner: ${known.join(', ')}`,
    )
  }
}

function warn(message: string): void {
  console.warn(`etalage: ${message}`)
}
