// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const minute = 60_000

/** Prints what goes wrong inside; what goes on failing is told once a minute. */
export class ErrorLog {
  private readonly _told = new Map<string, number>()

  readonly add = (error: unknown): void => {
    const message = describeError(error)
    const now = Date.now()
    if (now - (this._told.get(message) ?? -Infinity) < minute) return
    if (this._told.size > 100) this._told.clear()
    this._told.set(message, now)
    process.stderr.write(`etalage-collector: ${message}\n`)
  }
}

export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Several addresses of one host that all failed have no message together.
  const { errors } = error as Partial<AggregateError>
  return error.message || (errors ?? []).map(describeError).join(', ') || error.name
}
