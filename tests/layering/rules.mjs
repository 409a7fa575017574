// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What may not be in the repository, as pure functions: each takes what a file holds and returns what is wrong with it,
// one sentence a finding. layering.test.mjs runs them over the repository, and over samples that must be refused.

const mayInclude = {
  bytes: ['bytes'],
  pack: ['pack', 'bytes'],
  profile: ['profile', 'bytes'],
  rules: ['rules', 'pack', 'profile', 'bytes'],
  recommend: ['recommend', 'pack', 'profile', 'bytes'],
  measure: ['measure', 'pack', 'bytes'],
  engine: ['engine', 'rules', 'recommend', 'measure', 'pack', 'profile', 'bytes'],
  train: ['train', 'compile', 'rules', 'recommend', 'measure', 'pack', 'profile', 'bytes'],
  compile: ['compile', 'rules', 'bytes'],
}

// Input and output, time, chance and threads: what comes from outside is an argument.
const impure = [
  'iostream',
  'fstream',
  'sstream',
  'filesystem',
  'locale',
  'regex',
  'thread',
  'chrono',
  'ctime',
  'random',
]

/** Of a file in core/LAYER/: includes that point upwards or out of the layers, and headers that the core does without. */
export function wrongIncludes(layer, text) {
  return [...text.matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)].flatMap(
    ([line, mark, header]) => {
      const folder = header.split('/')[0]
      if (mark === '"' && !mayInclude[layer]?.includes(folder))
        return [`${layer} may not include "${header}"`]
      if (mark === '<' && impure.includes(header)) return [`the core does without <${header}>`]
      if (mark === '<' && folder in mayInclude)
        return [`${line.trim()}: our own headers are included with quotes`]
      return []
    },
  )
}

/** Of any file in core/: it knows nothing of where it runs. */
export function platformNames(text) {
  return [...text.matchAll(/emscripten|embind/gi)].map(([name]) => `the core mentions ${name}`)
}

/** Of any file: paths of one machine, and addresses that only one place's network has. Spelt so that this file passes. */
export function localNames(text) {
  const paths = ['/work' + '/', '/tmp' + '/', '/home' + '/', '/root' + '/', '/Users' + '/']
  const hosts = [
    'npm' + 'js.',
    'npm' + 'mirror.',
    'yarn' + 'pkg.',
    'py' + 'pi.',
    'deb.' + 'debian.',
    'ftp.' + 'debian.',
  ]
  hosts.push(
    'security.' + 'debian.',
    'snapshot.' + 'debian.',
    'archive.' + 'ubuntu.',
    'conda' + '.anaconda.',
  )
  const found = [
    ...paths.filter((path) => new RegExp(`(^|[^\\w.${'}'}-])${path}`, 'm').test(text)),
    ...hosts.filter((host) => text.toLowerCase().includes(host)),
  ]
  return found.map((name) => `names ${name}`)
}

/** Of a source file: the two lines that each begins with, whatever its comment sign. */
export function missingLicence(text) {
  const lines = text.replace(/^#!.*\n/, '').split('\n')
  const begins =
    /^\W*SPDX-FileCopyrightText: The Etalage authors\b/.test(lines[0]) &&
    /^\W*SPDX-License-Identifier: Apache-2\.0\b/.test(lines[1] ?? '')
  return begins ? [] : ['does not begin with the two SPDX lines']
}

/**
 * Of the browser's module: functions of JavaScript that it may call, and there is none. A clock, a file or a random number
 * would be a way out that the design does not have.
 * @param {BufferSource} code
 */
export function imports(code) {
  const module = new WebAssembly.Module(code)
  return WebAssembly.Module.imports(module).map(({ name }) => `imports ${name}`)
}
