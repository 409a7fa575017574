// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The rules that no compiler checks: see tests/layering/rules.mjs. Each is proved to be able to fail.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { repository } from '../toolchain/paths.mjs'
import { files } from './layering/files.mjs'
import {
  imports,
  localNames,
  missingLicence,
  platformNames,
  wrongIncludes,
} from './layering/rules.mjs'

const binary = /\.(png|webp|jpg|ico|woff2|gz|pack|bin|wasm|parquet)$/
const source = /(\.(cpp|h|ts|tsx|mts|js|mjs|cjs|cmake|sh)|CMakeLists\.txt|^\.ci\/run)$/
const all = files()
const core = all.filter((file) => /^core\/.*\.(cpp|h)$/.test(file))
const read = (file) => readFileSync(`${repository}/${file}`, 'utf8')

function findings(paths, rule) {
  assert.notEqual(paths.length, 0, 'nothing to look at')
  return paths.flatMap((file) => rule(read(file), file).map((finding) => `${file} ${finding}`))
}

test('no layer of the core includes upwards, nor a header of input, output, time or chance', () => {
  assert.deepEqual(
    findings(core, (text, file) => wrongIncludes(file.split('/')[1], text)),
    [],
  )
})

test('an include upwards, sideways, by path or of an impure header is found', () => {
  assert.equal(wrongIncludes('bytes', '#include "engine/engine.h"\n').length, 1)
  assert.equal(wrongIncludes('pack', '// x\n  # include "profile/event.h"').length, 1)
  assert.equal(wrongIncludes('recommend', '#include "train/support.h"').length, 1)
  assert.equal(wrongIncludes('engine', '#include "compile/compile.h"').length, 1)
  assert.equal(wrongIncludes('compile', '#include "pack/pack.h"').length, 1)
  assert.equal(wrongIncludes('bytes', '#include "../engine/engine.h"').length, 1)
  assert.equal(wrongIncludes('bytes', '#include <engine/engine.h>').length, 1)
  assert.equal(wrongIncludes('unheard', '#include "unheard/of.h"').length, 1)
  assert.equal(wrongIncludes('engine', '#include <chrono>\n#include <iostream>').length, 2)
  assert.deepEqual(wrongIncludes('engine', '#include <vector>\n#include "pack/pack.h"'), [])
})

test('the core does not mention the platform it runs on', () => {
  assert.deepEqual(findings(core, platformNames), [])
})

test('a mention of Emscripten in the core is found', () => {
  assert.equal(platformNames('#ifdef __EMSCRIPTEN__').length, 1)
  assert.equal(platformNames('#include <emscripten/bind.h>').length, 1)
})

test('no file names a path of one machine or the host of a registry or mirror', () => {
  assert.deepEqual(
    findings(
      all.filter((file) => !binary.test(file)),
      localNames,
    ),
    [],
  )
})

test('a path of one machine and a registry are found', () => {
  assert.equal(localNames('cd /work' + '/main').length, 1)
  assert.equal(localNames("open('/tmp" + "/x')").length, 1)
  assert.equal(localNames('https://registry.npm' + 'js.org/x').length, 1)
  assert.equal(localNames('deb http://deb.' + 'debian.org/debian').length, 1)
  assert.deepEqual(localNames('${build}/tmp/x ../work/ `${toolchain}/root/` $usr/home/'), [])
})

test('every source file begins with its licence', () => {
  assert.deepEqual(
    findings(
      all.filter((file) => source.test(file)),
      missingLicence,
    ),
    [],
  )
})

test('a source file without its licence is found', () => {
  const [first, second] = [
    'SPDX-FileCopyrightText: The Etalage authors',
    'SPDX-License-Identifier: Apache-2.0',
  ]
  assert.equal(missingLicence('#pragma once\n').length, 1)
  assert.equal(missingLicence(`// ${first}\n\n// ${second}\n`).length, 1)
  assert.equal(missingLicence(`// ${second}\n// ${first}\n`).length, 1)
  assert.deepEqual(missingLicence(`// ${first}\n// ${second}\n`), [])
  assert.deepEqual(missingLicence(`#!/usr/bin/env node\n// ${first}\n// ${second}\n`), [])
})

test("the browser's module calls nothing", () => {
  assert.deepEqual(imports(readFileSync(`${repository}/js/etalage/dist/etalage.wasm`)), [])
})

test('what a module calls is found', () => {
  const code = readFileSync(`${repository}/js/build/dist/etalage-build.wasm`)
  assert.notEqual(imports(code).length, 0)
})
