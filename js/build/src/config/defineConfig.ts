// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from './EtalageConfig.js'

/** Returns its argument: it is there so that an editor knows the type of `etalage.config.js`. */
export function defineConfig(config: EtalageConfig): EtalageConfig {
  return config
}
