// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'
import { explainImportFailure } from './explainImportFailure.js'
import { readSettings } from './readSettings.js'
import type { Settings } from './Settings.js'

/** Imports and checks a configuration file. */
export async function loadConfig(path: string): Promise<Settings> {
  const file = showPath(path)
  if (!existsSync(path)) {
    throw new EtalageError({
      code: 'file-missing',
      file,
      what: 'no such configuration file',
      expected:
        'an ES module that exports defineConfig({ … }) by default; name another with --config',
    })
  }
  const module = await importModule(path)
  if (!('default' in module)) {
    throw new EtalageError({
      code: 'config-unreadable',
      file,
      what: 'it has no default export',
      expected: 'export default defineConfig({ … })',
    })
  }
  return readSettings(module.default, path)
}

async function importModule(path: string): Promise<object> {
  try {
    return (await import(pathToFileURL(path).href)) as object
  } catch (error) {
    throw explainImportFailure(path, error)
  }
}
