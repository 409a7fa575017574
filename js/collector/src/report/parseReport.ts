// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A report as it is written, before anything is known of its measure. */
export interface WrittenReport {
  id: string
  series: string
  epoch: number
  /** 32 bytes in hexadecimal digits: bucket i is bit i % 8 of byte i / 8. */
  answer: string
}

const form =
  /^\{"report":1,"id":"([0-9a-f]{32})","series":"([0-9a-f]{16})","epoch":"([0-9]{10})","answer":"([0-9a-f]{64})"\}$/

/** Of the one text that a report has; undefined where it is anything else. */
export function parseReport(text: string): WrittenReport | undefined {
  const found = form.exec(text)
  if (!found) return undefined
  const [, id, series, epoch, answer] = found
  return { id, series, epoch: Number(epoch), answer }
}
