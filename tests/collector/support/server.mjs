// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The command `etalage-collector`, for packs of these tests.
import { main } from '../../../js/collector/dist/cli/main.js'
import { testModule } from './testModule.mjs'

process.exitCode = await main(process.argv.slice(2), await testModule())
