// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { PackDescription } from '../builder/PackDescription.js'
import { formatNumber } from './formatNumber.js'
import { formatTable } from './formatTable.js'
import { headed } from './headed.js'
import type { Terminal } from './Terminal.js'
import { wrapWords } from './wrapWords.js'

/** The rules of a pack as anybody can read them: their words, their numbers, and what is never kept. */
export function describeProgram(pack: PackDescription, terminal: Terminal): string[] {
  const rules = pack.rules.flatMap(({ kind, name, label, source }) =>
    source
      .split('\n')
      .map((line, i) => (i ? ['', '', line] : [`${kind} ${name}`, labels(label, name), line])),
  )
  const facts = pack.facts.map(({ name, type, choices, expiresDays }) => [
    name,
    type,
    expiresDays ? `${formatNumber(expiresDays)} days` : 'does not expire',
    choices.join(', '),
  ])
  return [
    headed(formatTable([['rule', 'label', 'expression'], ...rules]), terminal),
    headed(formatTable([['question', 'type', 'answer kept', 'choices'], ...facts]), terminal),
    list('texts in the rules', quoted(pack.constants.texts), terminal),
    list('numbers in the rules', pack.constants.numbers.map(String), terminal),
    list('events in the rules', pack.constants.events, terminal),
    list('fields in the rules', pack.constants.fields, terminal),
    list(
      'sentences about the rules',
      [...new Set(quoted(pack.sentences.flat().filter(Boolean)))],
      terminal,
    ),
    list(
      'what shoppers are shown',
      pack.texts.map(({ key, en, nl }) => `${key}: "${en}" "${nl}"`),
      terminal,
    ),
    list('terms that nothing kept is about', pack.refused, terminal),
  ]
}

function labels({ en, nl }: { en: string; nl: string }, name: string): string {
  return [...new Set([en, nl])].filter((label) => label && label !== name).join(' / ')
}

function quoted(texts: readonly string[]): string[] {
  return texts.filter(Boolean).map((text) => JSON.stringify(text))
}

function list(head: string, words: readonly string[], terminal: Terminal): string {
  return headed([head, ...(words.length ? wrapWords(words, 110) : [])].join('\n'), terminal)
}
