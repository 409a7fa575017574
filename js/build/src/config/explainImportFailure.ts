// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'

/** Says why a configuration could not be imported, with its line where that can be known. */
export function explainImportFailure(path: string, error: unknown): EtalageError {
  const file = showPath(path)
  const what = error instanceof Error ? error.message : String(error)
  if (error instanceof SyntaxError) {
    const line = lineOfSyntaxError(path)
    const expected = line
      ? 'valid JavaScript'
      : 'an ES module: "type": "module" in the package.json beside it, or a name that ends in .mjs'
    return new EtalageError({ code: 'config-unreadable', file, line, what, expected })
  }
  return new EtalageError({ code: 'config-unreadable', file, line: lineInStack(path, error), what })
}

/** Node keeps the line of a syntax error to itself, except on the error output of a checking process. */
function lineOfSyntaxError(path: string): number | undefined {
  const check = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], {
    input: readFileSync(path),
    encoding: 'utf8',
  })
  return toNumber(/^\[stdin\]:(\d+)/m.exec(check.stderr))
}

function lineInStack(path: string, error: unknown): number | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const at = stack.indexOf(pathToFileURL(path).href + ':')
  return at < 0 ? undefined : toNumber(/:(\d+):\d+/.exec(stack.slice(at)))
}

function toNumber(match: RegExpExecArray | null): number | undefined {
  return match ? Number(match[1]) : undefined
}
