// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { dirname, resolve } from 'node:path'
import { showPath } from '../showPath.js'
import { catalogueColumns } from '../catalogue/catalogueColumns.js'
import { historyColumns } from '../history/historyColumns.js'
import type { Column } from '../input/Column.js'
import { ConfigReader } from './ConfigReader.js'
import { EtalageError } from '../EtalageError.js'
import { groups, mergeConfigs } from './mergeConfigs.js'
import { readRuleSet } from './readRuleSet.js'
import { readSlots } from './readSlots.js'
import type { InputFile, Settings } from './Settings.js'

const keys = [
  'extends',
  'catalogue',
  'history',
  'privacy',
  'traffic',
  ...groups,
  'off',
  'seed',
  'currency',
]
const privacyKeys = ['minSupport', 'retention', 'audience', 'sensitive', 'budget']
const daysOf: Record<string, number> = { d: 1, w: 7, y: 365 }

/** Checks what a configuration file exported; `path` is that file's. */
export function readSettings(exported: unknown, path: string): Settings {
  const reader = new ConfigReader(showPath(path))
  const config = mergeConfigs(reader, exported, keys)
  const read = <T>(otherwise: T, get: () => T): T => reader.attempt(get) ?? otherwise
  const privacy = read({}, () => reader.object(config.privacy ?? {}, 'privacy', privacyKeys))
  const input = (key: string, columns: readonly Column[]): InputFile | undefined =>
    config[key] === undefined
      ? undefined
      : reader.attempt(() => readInput(reader, config[key], key, columns, path))
  const retentionDays = read(1, () =>
    readDays(reader, privacy.retention ?? '400d', 'privacy.retention'),
  )

  const slots = read([], () => readSlots(reader, config.slots ?? {}))

  const settings: Settings = {
    file: reader.file,
    catalogue: input('catalogue', catalogueColumns),
    history: input('history', historyColumns),
    minSupport: read(0, () =>
      reader.integer(privacy.minSupport ?? 3, 'privacy.minSupport', 2, 1_000_000),
    ),
    retentionDays,
    rules: readRuleSet(reader, config, privacy, { retentionDays, slots }),
    slots,
    visitors: reader.attempt(() => readVisitors(reader, config.traffic)),
    off: read(false, () => reader.flag(config.off ?? false, 'off')),
    seed: read(0, () => reader.integer(config.seed ?? 1, 'seed', 0, 0xffffffff)),
    currency: reader.attempt(() => readCurrency(reader, config.currency)),
  }
  reader.finish()
  checkNotEmpty(settings)
  return settings
}

function checkNotEmpty({ file, catalogue, history, slots, rules, off }: Settings): void {
  if (catalogue || history || slots.length || rules.rules.length || rules.facts.length || off)
    return
  throw new EtalageError({
    code: 'config-empty',
    file,
    what: 'there is nothing to build',
    expected: 'at least one of catalogue, history, slots and rules (segments, for instance)',
  })
}

function readInput(
  reader: ConfigReader,
  value: unknown,
  key: string,
  columns: readonly Column[],
  configPath: string,
): InputFile {
  const input =
    typeof value === 'string' ? { path: value } : reader.object(value, key, ['path', 'columns'])
  const names = columns.map((column) => column.name)
  const mapping = Object.entries(reader.object(input.columns ?? {}, `${key}.columns`, names))
  return {
    path: resolve(dirname(configPath), reader.text(input.path, `${key}.path`)),
    columns: new Map(
      mapping.map(([ours, theirs]) => [ours, reader.text(theirs, `${key}.columns.${ours}`)]),
    ),
  }
}

function readDays(reader: ConfigReader, value: unknown, key: string): number {
  const expected = 'days, weeks or years up to ten years, as "400d", "8w" or "1y"'
  const [, count, unit] = reader.matching(value, key, /^([1-9]\d{0,3})([dwy])$/, expected)
  const days = Number(count) * daysOf[unit]
  return reader.integer(days, `${key} in days`, 1, 3650)
}

function readVisitors(reader: ConfigReader, value: unknown): number | undefined {
  const { visitors } = reader.object(value ?? {}, 'traffic', ['visitors'])
  if (visitors === undefined) return undefined
  return reader.integer(visitors, 'traffic.visitors', 1, 1_000_000_000)
}

function readCurrency(reader: ConfigReader, value: unknown): string | undefined {
  if (value === undefined) return undefined
  return reader.matching(value, 'currency', /^[A-Z]{3}$/, 'an ISO 4217 code, as "EUR"')[0]
}
