// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A question that has no answer, and the status that says so. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError'

  constructor(
    readonly status: 400 | 404,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
