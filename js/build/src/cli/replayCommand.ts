// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { EtalageError } from '../EtalageError.js'
import { requireFile } from '../input/requireFile.js'
import { loadBuildModule } from '../loadBuildModule.js'
import type { Problem } from '../Problem.js'
import { replayFile } from '../replay/replayFile.js'
import { Shopper } from '../shopper/Shopper.js'
import type { Explanation } from '../shopper/ShopperInput.js'
import { showPath } from '../showPath.js'
import type { Command } from './Command.js'
import { describeExplanation } from './describeExplanation.js'
import { readQuestion, type Question } from './readQuestion.js'
import { showProblems } from './showProblems.js'
import { UsageError } from './UsageError.js'

export const replayCommand: Command = {
  name: 'replay',
  summary: "run one shopper's events through a pack, and print what the rules say after each",
  positionals: ['EVENTS.jsonl'],
  printsLines: true,
  options: {
    pack: { value: 'PACK', required: true, help: 'the pack whose rules are run' },
    explain: { value: 'NAME', help: 'say why a rule has its last value: segment:loyal' },
    lang: { value: 'LANG', help: 'the language to say it in: en (default) or nl' },
  },
  async run(args, terminal) {
    const question = readQuestion(args)
    const path = resolve(args.positionals[0])
    requireFile(path, 'a recording, one JSON object a line')
    const shopper = await openShopper(resolve(args.text('pack')))
    try {
      const warn = (problem: Problem) => showProblems([problem], terminal)
      let lines = 0
      for await (const outcome of replayFile(shopper, path, warn)) {
        // At the first line already: a misspelt name should not be told of after a million.
        if (question && lines === 0) ask(shopper, question)
        await terminal.line(outcome)
        if (++lines % 10_000 === 0) terminal.progress(`Replaying line ${lines}`)
      }
      if (question && lines > 0) {
        const explained = { ...question, ...ask(shopper, question) }
        if (terminal.json) await terminal.line({ explain: explained })
        else terminal.text(describeExplanation(explained, terminal))
      }
      return 0
    } finally {
      shopper.delete()
    }
  },
}

function ask(shopper: Shopper, { kind, name, lang }: Question): Explanation {
  const explanation = shopper.explain(kind, name, lang)
  if (explanation) return explanation
  throw new UsageError(`--explain ${kind}:${name}: the pack has no ${kind} of that name`)
}

async function openShopper(path: string): Promise<Shopper> {
  requireFile(path, 'a pack')
  const module = await loadBuildModule()
  try {
    return new Shopper(module, await readFile(path))
  } catch (error) {
    throw error instanceof EtalageError
      ? new EtalageError({ ...error.problem, file: showPath(path) })
      : error
  }
}
