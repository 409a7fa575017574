// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Attributes: an aggregate's value by its name, counted from the events; `missing` where there is none.

const day = 86_400_000

export function countAttributes(aggregates, events, now, missing) {
  const attributes = {}
  for (const aggregate of aggregates) {
    attributes[aggregate.name] = count(aggregate, events, now, missing)
  }
  return attributes
}

function count({ fn, event: name, where, days }, events, now, missing) {
  let matching = 0
  let cents = 0
  let last
  // Newest first: what is older than the window ends it.
  for (let i = events.length - 1; i >= 0 && events[i].time > now - days * day; --i) {
    const event = events[i]
    if (event.name !== name) continue
    if (event.items.length === 0) {
      if (!where || matches(where, event[where.field])) ++matching
      continue
    }
    let counts = false
    for (const item of event.items) {
      if (where && !matches(where, item[where.field])) continue
      counts = true
      if (fn === 'sum') cents += Math.round(item.price * 100)
    }
    if (!counts) continue
    ++matching
    if (matching === 1) last = event.time
    if (fn === 'days_since' || fn === 'exists') break
  }
  if (fn === 'sum') return cents / 100
  if (fn === 'days_since') return last === undefined ? missing : (now - last) / day
  return matching
}

export function matches({ op, value }, given) {
  switch (op) {
    case '==':
      return given === value
    case 'under':
      return given === value || given.startsWith(`${value} >`)
    case 'contains':
      return given.includes(value)
    case '>=':
      return given >= value
    case '<':
      return given < value
    default:
      throw new Error(`no such operator: ${op}`)
  }
}
