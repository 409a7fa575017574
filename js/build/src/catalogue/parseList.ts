// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A list that stands in one field: as JSON (from JSON lines and Parquet), or split where `separator` says. */
export function parseList(text: string, separator: RegExp): string[] {
  return (jsonList(text) ?? text.split(separator)).map((part) => part.trim()).filter(Boolean)
}

function jsonList(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.filter((part) => part !== null).map(String) : undefined
  } catch {
    return undefined // it only looks like a list: "[sale] > tools" is a category
  }
}
