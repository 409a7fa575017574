// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Gives each item id a number, in the order of first appearance. */
export class ItemNumbers {
  readonly ids: string[] = []
  private readonly _numbers = new Map<string, number>()

  of(id: string): number {
    let number = this._numbers.get(id)
    if (number === undefined) {
      number = this.ids.length
      this._numbers.set(id, number)
      this.ids.push(id)
    }
    return number
  }
}
