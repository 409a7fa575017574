// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The libraries: each evaluates conditions over attributes, and leaves the counting to whoever calls it.
//
// Of each: `prepare` makes of the segments a function from attributes to the answers, one a segment; `missing` is a value for
// which no comparison holds.
import { evalCondition } from '@growthbook/growthbook'
import jsonLogic from 'json-logic-js'
import { Engine } from 'json-rules-engine'
import { Query } from 'mingo'

export const libraries = {
  'json-rules-engine': {
    missing: NaN,
    prepare(segments) {
      const operators = {
        '>=': 'greaterThanInclusive',
        '>': 'greaterThan',
        '<': 'lessThan',
        '<=': 'lessThanInclusive',
      }
      const conditions = translate({
        all: (parts) => ({ all: parts }),
        any: (parts) => ({ any: parts }),
        compare: (fact, compare, value) => ({ fact, operator: operators[compare], value }),
      })
      const rules = segments.map(({ tree }, i) => ({
        conditions: conditions(tree),
        event: { type: String(i) },
      }))
      const engine = new Engine(rules)
      return async (attributes) => {
        const answers = new Uint8Array(segments.length)
        const { events } = await engine.run(attributes)
        for (const { type } of events) answers[type] = 1
        return answers
      }
    },
  },

  'json-logic-js': {
    missing: NaN,
    prepare(segments) {
      const rule = translate({
        all: (parts) => ({ and: parts }),
        any: (parts) => ({ or: parts }),
        compare: (name, compare, value) => ({ [compare]: [{ var: name }, value] }),
      })
      const rules = segments.map(({ tree }) => rule(tree))
      return (attributes) => rules.map((it) => jsonLogic.apply(it, attributes))
    },
  },

  GrowthBook: {
    missing: NaN,
    prepare(segments) {
      const conditions = segments.map(({ tree }) => mongo(tree))
      return (attributes) => conditions.map((it) => evalCondition(attributes, it))
    },
  },

  mingo: {
    missing: null,
    prepare(segments) {
      const queries = segments.map(({ tree }) => new Query(mongo(tree)))
      return (attributes) => queries.map((it) => it.test(attributes))
    },
  },
}

const operators = { '>=': '$gte', '>': '$gt', '<': '$lt', '<=': '$lte' }
const mongo = translate({
  all: (parts) => ({ $and: parts }),
  any: (parts) => ({ $or: parts }),
  compare: (name, compare, value) => ({ [name]: { [operators[compare]]: value } }),
})

function translate({ all, any, compare }) {
  return function translated(tree) {
    if (tree.all) return all(tree.all.map(translated))
    if (tree.any) return any(tree.any.map(translated))
    return compare(tree.aggregate.name, tree.compare, tree.value)
  }
}
