// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'

export async function download(url: string | URL, options?: RequestInit): Promise<ArrayBuffer> {
  const response = await fetch(url, options)
  if (!response.ok)
    throw new EtalageError('not-found', `${String(url)}: HTTP ${String(response.status)}`)
  return response.arrayBuffer()
}
