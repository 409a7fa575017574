// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads'
import { EtalageError } from '../EtalageError.js'
import type { FitInput, FitMessage, FitOutput } from './Fit.js'

/** Trains in a thread of its own, which ends with it or with `signal`. */
export function startFit(
  input: FitInput,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<FitOutput> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: input })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  return new Promise<FitOutput>((resolve, reject) => {
    worker.on('message', (message: FitMessage) => {
      if (message.kind === 'progress') onProgress(message.share)
      else if (message.kind === 'done') resolve(message.output)
      else reject(new EtalageError({ code: message.code, what: message.what }))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the training thread ended early (${code})`)))
  }).finally(() => {
    signal.removeEventListener('abort', stop)
    stop()
  })
}
