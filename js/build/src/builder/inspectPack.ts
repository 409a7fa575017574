// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { loadBuildModule } from '../loadBuildModule.js'
import { PackBuilder } from './PackBuilder.js'
import type { PackDescription } from './PackDescription.js'

/** What is in a pack; an error with the core's code where it is broken. */
export async function inspectPack(pack: Uint8Array): Promise<PackDescription> {
  const builder = new PackBuilder(await loadBuildModule())
  try {
    return builder.inspect(pack)
  } finally {
    builder.delete()
  }
}
