// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Emscripten: one on PATH that is recent enough, else a private one. Either way `.toolchain/emscripten` is a link to it,
// which only emscripten.cmake follows.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { relative } from 'node:path'
import { toolchain } from './paths.mjs'
import { canUnpack, configure, unpack } from './private-emscripten.mjs'
import { capture } from './run.mjs'

const minimum = [3, 1, 60] // older ones lack link options that cmake/modules.cmake uses
const link = `${toolchain}/emscripten`
const advice = `Etalage needs Emscripten ${minimum.join('.')} or newer, with emcc on PATH, and found none.
Install it from your system (macOS: brew install emscripten) or with the Emscripten SDK (emsdk),
then run this again.`

/** Whether there is one. Where there is none and none can be made, it throws what to install. */
export function findEmscripten() {
  if (!recentEnough(link)) {
    const root = capture('em-config', ['EMSCRIPTEN_ROOT'])?.trim()
    if (root && recentEnough(root)) pointTo(root)
    else if (canUnpack()) return false
    else throw new Error(advice)
  }
  if (emscriptenIsPrivate()) configure(realpathSync(link))
  return true
}

/** Whether the private one is, or will be, used. */
export function emscriptenIsPrivate() {
  return !existsSync(link) || realpathSync(link).startsWith(realpathSync(toolchain))
}

export function makeEmscripten() {
  const root = unpack()
  configure(root)
  pointTo(root)
}

function pointTo(root) {
  mkdirSync(toolchain, { recursive: true })
  rmSync(link, { force: true })
  // Relative where it can be, so that the repository can be moved.
  symlinkSync(root.startsWith(toolchain) ? relative(toolchain, root) : root, link)
}

function recentEnough(root) {
  const file = `${root}/emscripten-version.txt`
  return existsSync(file) && atLeast(minimum, readFileSync(file, 'utf8'))
}

export function atLeast(minimum, text) {
  const version = /(\d+)\.(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number)
  if (!version) return false
  const different = version.findIndex((part, i) => part !== minimum[i])
  return different === -1 || version[different] > minimum[different]
}
