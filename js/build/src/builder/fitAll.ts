// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { FitInput, FitOutput } from './Fit.js'
import { startFit } from './startFit.js'

/** Runs trainings side by side; the first that fails ends the others. Progress is that of the slowest. */
export async function fitAll(
  inputs: readonly FitInput[],
  onProgress: (share: number) => void,
): Promise<FitOutput[]> {
  const shares = inputs.map(() => 0)
  const abort = new AbortController()
  try {
    return await Promise.all(
      inputs.map((input, i) =>
        startFit(input, abort.signal, (share) => {
          shares[i] = share
          onProgress(Math.min(...shares))
        }),
      ),
    )
  } finally {
    abort.abort()
  }
}
