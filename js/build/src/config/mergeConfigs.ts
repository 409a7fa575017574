// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { EtalageError } from '../EtalageError.js'
import { quoteList } from '../quoteList.js'
import type { ConfigReader } from './ConfigReader.js'

type Config = Record<string, unknown>

/** The keys under which a configuration names things, which `false` takes out. */
export const groups = [
  'facts',
  'metrics',
  'segments',
  'decisions',
  'triggers',
  'slots',
  'events',
  'distributions',
  'measures',
  'experiments',
  'campaigns',
]

/** A configuration with all that it extends: objects are merged, everything else is the later one's. */
export function mergeConfigs(
  reader: ConfigReader,
  exported: unknown,
  keys: readonly string[],
  key = '',
): Config {
  const { extends: bases, ...own } = reader.object(exported, key, keys)
  const prefix = key ? `${key}.` : ''
  return reader
    .list(bases ?? [], `${prefix}extends`)
    .map((base, i) => mergeConfigs(reader, base, keys, `${prefix}extends[${i}]`))
    .concat(own)
    .reduce<Config>((merged, layer) => remove(reader, merge(merged, layer), merged), {})
}

function merge(below: Config, above: Config): Config {
  const merged = { ...below }
  for (const [name, value] of Object.entries(above)) {
    const inherited = Object.hasOwn(below, name) ? below[name] : undefined
    merged[name] = isObject(inherited) && isObject(value) ? merge(inherited, value) : value
  }
  return merged
}

/** Takes out the names that are `false`; one that is not in `inherited` was misspelt. */
function remove(reader: ConfigReader, merged: Config, inherited: Config): Config {
  const result = { ...merged }
  for (const group of groups) {
    const named = merged[group]
    if (!isObject(named)) continue
    const known = isObject(inherited[group]) ? Object.keys(inherited[group]) : []
    for (const [name, value] of Object.entries(named)) {
      if (value === false && !known.includes(name))
        reader.attempt(() => nothingToRemove(reader, group, name, known))
    }
    result[group] = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== false))
  }
  return result
}

function nothingToRemove(
  reader: ConfigReader,
  group: string,
  name: string,
  known: string[],
): never {
  throw new EtalageError({
    code: 'config-name-unknown',
    file: reader.file,
    what: `${group}.${name} is false, but no configuration in extends has that name${didYouMean(name, known)}`,
    expected: known.length ? `one of ${quoteList(known)}` : 'something to remove',
  })
}

function isObject(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
