// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A report is exactly this, and always as long: nothing else leaves, whatever is in the queue. */
const form =
  /^\{"report":1,"id":"[\da-f]{32}","series":"[\da-f]{16}","epoch":"\d{10}","answer":"[\da-f]{64}"\}$/

/** Sends a report, once: one that does not arrive is lost. Never rejects. */
export async function sendReport(
  collector: URL,
  report: unknown,
  signal: AbortSignal,
): Promise<void> {
  if (typeof report !== 'string' || !form.test(report)) return
  try {
    await fetch(collector, {
      method: 'POST',
      body: report,
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      mode: 'cors',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      keepalive: true,
      signal,
    })
  } catch {
    // Nobody is told: it could be told from one that arrived.
  }
}
