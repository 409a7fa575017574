// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The line of a JavaScript file that holds line `line` of an expression, where the expression stands there exactly once as
 * a literal of its own; else undefined: it may be put together by code, or come from another file.
 */
export function findExpression(text: string, expression: string, line: number): number | undefined {
  const inTemplate = `\`${expression.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``
  const literals = new Set([
    JSON.stringify(expression),
    `'${JSON.stringify(expression).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
    inTemplate,
  ])
  const found = [...literals].flatMap((literal) =>
    placesOf(text, literal).map((at) => ({ at, lines: literal === inTemplate ? line : 1 })),
  )
  if (found.length !== 1) return undefined
  const [{ at, lines }] = found
  return text.slice(0, at).split('\n').length + lines - 1
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at)
  return places
}
