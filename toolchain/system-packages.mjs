// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What this machine must have, by purpose, and the Debian package that brings it.
import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { run } from './run.mjs'

const include = ['/usr/include', '/usr/local/include', '/opt/homebrew/include']

const requirements = [
  { for: 'build', what: 'a C++ compiler', package: 'g++', anyOf: commands('g++', 'clang++') },
  { for: 'build', what: 'CMake', package: 'cmake', anyOf: commands('cmake') },
  { for: 'build', what: 'Ninja', package: 'ninja-build', anyOf: commands('ninja') },
  {
    for: 'build',
    what: 'the sources of GoogleTest',
    package: 'googletest',
    anyOf: ['/usr/src/googletest/googletest/CMakeLists.txt'],
  },
  {
    for: 'build',
    what: 'cereal',
    package: 'libcereal-dev',
    anyOf: include.map((folder) => `${folder}/cereal/cereal.hpp`),
  },
  // Of better-sqlite3, which node-gyp compiles.
  { for: 'build', what: 'make', package: 'make', anyOf: commands('make', 'gmake') },
  { for: 'build', what: 'Python 3', package: 'python3', anyOf: commands('python3') },
  {
    for: 'build',
    what: "Node's own headers",
    package: 'libnode-dev',
    anyOf: [`${dirname(dirname(process.execPath))}/include/node/node.h`],
  },
  { for: 'emscripten', what: 'clang 19', package: 'clang-19', anyOf: commands('clang-19') },
  { for: 'emscripten', what: 'lld 19', package: 'lld-19', anyOf: commands('wasm-ld-19') },
  { for: 'emscripten', what: 'LLVM 19', package: 'llvm-19', anyOf: commands('llvm-ar-19') },
  {
    for: 'test',
    what: 'Chromium',
    package: 'chromium',
    anyOf: commands('chromium', 'chromium-browser', 'google-chrome'),
  },
  {
    for: 'test',
    what: 'Firefox',
    package: 'firefox-esr',
    anyOf: commands('firefox-esr', 'firefox'),
  },
  {
    for: 'test',
    what: "WebKitGTK's driver",
    package: 'webkit2gtk-driver', // and with it the browser that it drives
    anyOf: commands('WebKitWebDriver'),
  },
  { for: 'test', what: 'a screen that is not there', package: 'xvfb', anyOf: commands('Xvfb') },
  { for: 'test', what: 'PostgreSQL', package: 'postgresql', anyOf: postgresPrograms() },
  {
    for: 'lint',
    what: 'clang-format 19',
    package: 'clang-format-19',
    anyOf: commands('clang-format-19'),
  },
]

export function installSystemPackages(purposes) {
  const missing = missingFor(purposes)
  if (missing.length === 0) return
  const packages = missing.map((requirement) => requirement.package)
  const install = ['install', '--yes', '--no-install-recommends', ...packages]
  if (process.getuid?.() !== 0 || !commands('apt-get').some(existsSync)) {
    throw new Error(
      [
        `Missing: ${missing.map(({ what }) => what).join(', ')}.`,
        `On Debian or Ubuntu: sudo apt-get ${install.join(' ')}`,
        'Elsewhere, install them with your own package manager; then run this again.',
      ].join('\n'),
    )
  }
  console.log(`Installing ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['-qq', 'update'], { env })
  run('apt-get', ['-qq', ...install], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

function missingFor(purposes) {
  return requirements.filter(
    (requirement) => purposes.includes(requirement.for) && !requirement.anyOf.some(existsSync),
  )
}

/** Where the commands would be, on PATH. */
function commands(...names) {
  return process.env.PATH.split(':').flatMap((folder) => names.map((name) => `${folder}/${name}`))
}

/** Debian keeps them out of PATH, in a folder for each release. */
function postgresPrograms() {
  const releases = '/usr/lib/postgresql'
  const found = existsSync(releases) ? readdirSync(releases) : []
  return found.map((release) => `${releases}/${release}/bin/initdb`)
}
