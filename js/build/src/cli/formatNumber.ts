// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** `1,234.5` */
export function formatNumber(value: number): string {
  return grouped.format(value)
}
