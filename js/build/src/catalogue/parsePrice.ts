// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export interface Price {
  amount: number
  /** ISO 4217, where the text names one. */
  currency?: string
}

const symbols: Record<string, string> = { '€': 'EUR', '£': 'GBP', $: 'USD' }

const number = String.raw`\d[\d.,]*`
const pattern = new RegExp(
  String.raw`^(?:([A-Z]{3}|[€£$])\s*)?(${number})(?:\s*([A-Z]{3}|[€£$]))?$`,
)

/**
 * A price such as `12.99`, `12.99 EUR`, `€ 12,99` or `1.299,00`; undefined where the text is none, or could be two:
 * `1,299` is over a thousand to one reader and little over one to another.
 */
export function parsePrice(text: string): Price | undefined {
  const match = pattern.exec(text.trim())
  if (!match || (match[1] && match[3])) return undefined
  const amount = parseAmount(match[2])
  const unit = match[1] ?? match[3]
  return amount === undefined ? undefined : { amount, currency: unit && (symbols[unit] ?? unit) }
}

function parseAmount(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(',', '.'))
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text))
    return Number(text.replaceAll('.', '').replace(',', '.'))
  return undefined
}
