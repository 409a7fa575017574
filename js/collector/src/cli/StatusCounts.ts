// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** How often each status was answered: all that is ever logged of requests. */
export class StatusCounts {
  private readonly _counts = new Map<number, number>()

  add(status: number): void {
    this._counts.set(status, (this._counts.get(status) ?? 0) + 1)
  }

  /** `204: 312, 409: 2`, and begins again; empty where there was nothing. */
  take(): string {
    const counts = [...this._counts].sort(([a], [b]) => a - b)
    this._counts.clear()
    return counts.map(([status, count]) => `${status}: ${count}`).join(', ')
  }
}
