// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { dutch } from './dutch.js'
import { english } from './english.js'
import type { Interval } from './interval.js'
import type { Language } from './Language.js'
import type { ReportTexts } from './ReportTexts.js'

const texts = { en: english, nl: dutch }
const locales = { en: 'en-GB', nl: 'nl-NL' }

/** The words of a report, and numbers as the language writes them. */
export class Wording {
  readonly texts: ReportTexts

  constructor(readonly language: Language) {
    this.texts = texts[language]
  }

  number(value: number): string {
    return this._format(value, {})
  }

  /** `41.2%` */
  percent(share: number): string {
    return `${this._tenths(100 * share)}%`
  }

  /** `40.1–42.3%` */
  percents({ low, high }: Interval): string {
    return `${this._tenths(100 * low)}–${this.percent(high)}`
  }

  /** `0.193` */
  rank(value: number): string {
    return this._format(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  }

  ranks({ low, high }: Interval): string {
    return `${this.rank(low)}–${this.rank(high)}`
  }

  /** How many of a hundred; a little is not nothing. */
  ofHundred(share: number): string {
    return share > 0 && share < 0.01
      ? this._tenths(100 * share)
      : this._format(Math.round(100 * share), {})
  }

  /** `9 December 2011` of `2011-12-09` */
  day(iso: string): string {
    const format = new Intl.DateTimeFormat(locales[this.language], {
      dateStyle: 'long',
      timeZone: 'UTC',
    })
    return format.format(new Date(`${iso}T00:00:00Z`))
  }

  private _tenths(value: number): string {
    return this._format(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  }

  private _format(value: number, options: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(locales[this.language], options).format(value)
  }
}
