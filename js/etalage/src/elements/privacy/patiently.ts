// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** How long, in milliseconds, the panel waits before it says that there is no answer. */
export const patience = 8_000

/** Thrown where nothing was answered in time; what was asked may still happen. */
export class NoAnswer extends Error {}

/** The answer, or NoAnswer: a database that hangs must not leave the shopper with a panel that says nothing. */
export async function patiently<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer()), patience)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
