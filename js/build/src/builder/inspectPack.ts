// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { loadBuildModule } from '../loadBuildModule.js'
import type { MeasuresDescription } from '../measures/MeasureDescription.js'
import { PackBuilder } from './PackBuilder.js'
import type { PackDescription } from './PackDescription.js'

/** What is in a pack; an error with the core's code where it is broken. */
export async function inspectPack(
  pack: Uint8Array,
): Promise<PackDescription & MeasuresDescription> {
  const builder = new PackBuilder(await loadBuildModule())
  try {
    return { ...builder.inspect(pack), ...builder.describeMeasures(pack) }
  } finally {
    builder.delete()
  }
}
