// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A private Emscripten for Debian releases whose own is too old: the packages of a newer release, unpacked in
// .toolchain/ and never installed. The compiler proper is this machine's clang-19; the Binaryen tools are newer than
// its C library, so they run on the C library that is unpacked beside them.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { aptMirrors } from './apt.mjs'
import { toolchain } from './paths.mjs'
import { run } from './run.mjs'

const suite = 'trixie'
const packages = ['emscripten', 'binaryen', 'libc6', 'libstdc++6', 'libgcc-s1']
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
const root = `${toolchain}/root`

// Most of what they hold: system libraries for OpenGL, threads, position-independent code and file systems, each in
// many variants, and tests and manuals.
const leftOut = `
  */pic */lto-pic *-mt*.a *-ww*.a */libGL*.a */libwasmfs*.a */libwebgpu*.a */lib*san_*.a
  */emscripten/test */emscripten/docs */emscripten/media */emscripten/ChangeLog*
  */share/doc */share/man */gconv */share/gcc */share/gdb`
  .trim()
  .split(/\s+/)

export function canUnpack() {
  return existsSync(keyring) && aptMirrors().length > 0
}

/** @returns the folder that holds emcc */
export function unpack() {
  console.log('Making a private Emscripten in .toolchain/ (250 MB to fetch, once)')
  rmSync(toolchain, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  const scratch = mkdtempSync(`${toolchain}/download-`)
  try {
    download(scratch)
    for (const file of readdirSync(scratch).filter((name) => name.endsWith('.deb'))) {
      const exclude = leftOut.map((pattern) => `--exclude=${pattern}`)
      const unpacking =
        'set -o pipefail; dpkg-deb --fsys-tarfile "$0" | tar --extract --no-same-owner --wildcards "$@"'
      run('bash', ['-c', unpacking, `${scratch}/${file}`, '--directory', root, ...exclude])
    }
  } finally {
    rmSync(scratch, { recursive: true })
  }
  // Its scripts are CommonJS, whatever the package.json of the folders above says.
  writeFileSync(`${root}/package.json`, '{ "type": "commonjs" }\n')
  wrapBinaryen()
  return `${root}/usr/share/emscripten`
}

function download(folder) {
  for (const mirror of aptMirrors()) {
    mkdirSync(`${folder}/lists/partial`, { recursive: true })
    mkdirSync(`${folder}/cache/archives/partial`, { recursive: true })
    writeFileSync(`${folder}/status`, '')
    writeFileSync(`${folder}/sources.list`, `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`)
    const options = [
      `Dir::Etc::sourcelist=${folder}/sources.list`,
      'Dir::Etc::sourceparts=-',
      `Dir::State::Lists=${folder}/lists`,
      `Dir::State::status=${folder}/status`,
      `Dir::Cache=${folder}/cache`,
      'APT::Sandbox::User=root',
    ].flatMap((option) => ['-o', option])
    try {
      run('apt-get', [...options, '-qq', '--error-on=any', 'update'])
      run('apt-get', [...options, '-qq', 'download', ...packages], { cwd: folder })
      return
    } catch (error) {
      // A third party's repository for this release: the next one may be the distribution's own.
      console.error(`${mirror} does not serve ${suite}: ${error.message}`)
    }
  }
  throw new Error(`No mirror of this machine serves the packages of ${suite}: is the network up?`)
}

function wrapBinaryen() {
  const [libraries] = readdirSync(`${root}/usr/lib`).filter((name) => name.includes('linux-gnu'))
  const loader = readdirSync(`${root}/usr/lib/${libraries}`).find((name) =>
    name.startsWith('ld-linux'),
  )
  const folder = `${root}/binaryen/bin`
  mkdirSync(folder, { recursive: true })
  for (const tool of readdirSync(`${root}/usr/bin`).filter((name) => /^wasm(-|2js)/.test(name))) {
    const lines = [
      '#!/bin/sh',
      'usr=$(dirname "$0")/../../usr',
      `exec "$usr/lib/${libraries}/${loader}" --library-path "$usr/lib/${libraries}" "$usr/bin/${tool}" "$@"`,
    ]
    writeFileSync(`${folder}/${tool}`, lines.join('\n') + '\n')
    chmodSync(`${folder}/${tool}`, 0o755)
  }
}

/** Written anew where the repository or Node has moved. */
export function configure(emscripten) {
  const lines = [
    "LLVM_ROOT = '/usr/bin'",
    "LLVM_ADD_VERSION = '19'",
    "CLANG_ADD_VERSION = '19'",
    `BINARYEN_ROOT = '${root}/binaryen'`,
    `NODE_JS = '${process.execPath}'`,
    'FROZEN_CACHE = True',
  ]
  const file = `${emscripten}/.emscripten`
  const text = lines.join('\n') + '\n'
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}
