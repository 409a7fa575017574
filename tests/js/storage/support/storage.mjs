// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The package's storage under Node, over a database in memory, with virtual time.
import { buildSync } from 'esbuild'
import { repository } from '../../../../toolchain/paths.mjs'
import './faults.mjs'
import { clearVirtualTimeout, setVirtualTimeout } from './clock.mjs'

Object.assign(globalThis, { setVirtualTimeout, clearVirtualTimeout })

const { outputFiles } = buildSync({
  stdin: {
    contents: `
      export { Consent } from './consent/Consent.js'
      export { EtalageError } from './EtalageError.js'
      export { Engine } from './engine/Engine.js'
      export { foldJournal } from './storage/foldJournal.js'
      export { Reporter } from './measure/Reporter.js'
      export { weekOf } from './measure/weekOf.js'
      export { LiveProfile } from './storage/LiveProfile.js'
      export { ProfileStore } from './storage/ProfileStore.js'`,
    resolveDir: `${repository}/js/etalage/src`,
  },
  bundle: true,
  format: 'esm',
  target: 'es2022',
  define: { setTimeout: 'setVirtualTimeout', clearTimeout: 'clearVirtualTimeout' },
  write: false,
})
const source = Buffer.from(outputFiles[0].contents).toString('base64')

export const {
  Consent,
  EtalageError,
  Engine,
  foldJournal,
  LiveProfile,
  ProfileStore,
  Reporter,
  weekOf,
} = await import(`data:text/javascript;base64,${source}`)
