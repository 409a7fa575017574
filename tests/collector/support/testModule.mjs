// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The core as the collector has it; a pack of these tests is a description in JSON.
import { loadModule } from '../../../js/collector/dist/module/loadModule.js'

export async function testModule() {
  const module = await loadModule()
  module.describe = (pack) => JSON.parse(Buffer.from(pack).toString())
  return module
}
