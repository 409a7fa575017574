// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The segments in the language of rules (docs/rules.md).

export function segmentText({ tree }) {
  return treeText(tree)
}

export function aggregateText({ fn, event, field, where, days }) {
  const about = field ? `${event}.${field}` : event
  const matching = where ? ` where ${where.field} ${where.op} ${literal(where.value)}` : ''
  return `${fn}(${about}${matching} within ${days}d)`
}

/** Without dots, which libraries take for a path. */
export function wordOf(text) {
  return text.replace('>=', 'from').replace('<', 'below').replaceAll(/\W+/g, '_')
}

function treeText(tree) {
  if (tree.all) return tree.all.map(nested).join(' and ')
  if (tree.any) return tree.any.map(nested).join(' or ')
  const { aggregate, compare, value } = tree
  // exists() is a truth value here, and 1 or 0 to everybody else.
  if (aggregate.fn === 'exists') return `${compare === '<' ? 'not ' : ''}${aggregate.key}`
  return `${aggregate.key} ${compare} ${value}`
}

function nested(tree) {
  return tree.all || tree.any ? `(${treeText(tree)})` : treeText(tree)
}

function literal(value) {
  return typeof value === 'string' ? `"${value}"` : String(value)
}
