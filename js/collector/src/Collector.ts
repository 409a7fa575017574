// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { CollectorOptions } from './CollectorOptions.js'
import { Estimator } from './estimates/Estimator.js'
import { Reading } from './estimates/Reading.js'
import type { CollectorModule } from './module/CollectorModule.js'
import { loadModule } from './module/loadModule.js'
import type { Measure, PackDescription } from './pack/PackDescription.js'
import { PackWatch } from './pack/PackWatch.js'
import { firstOpen } from './report/epochs.js'
import { GroupCommit } from './report/GroupCommit.js'
import { Intake } from './report/Intake.js'
import { openStore } from './store/openStore.js'
import type { Store } from './store/Store.js'

const hour = 3_600_000

/** A store, a pack and the core, open and at work. */
export class Collector {
  readonly intake: Intake
  readonly reading: Reading
  private readonly _measures = new Map<string, Measure>()
  private _pack: PackDescription = {
    measures: [],
    experiments: [],
    budget: { week: 0, lifetime: 0 },
  }
  private _watch: PackWatch | undefined
  private readonly _closing: NodeJS.Timeout

  private constructor(
    readonly store: Store,
    module: CollectorModule,
    private readonly _now: () => number,
    onError: (error: unknown) => void,
  ) {
    this.intake = new Intake(this._measures, new GroupCommit(store, onError), _now)
    this.reading = new Reading(store, new Estimator(store, module), () => this._pack, _now)
    this._closing = setInterval(() => void this.closeEpochs().catch(onError), hour).unref()
  }

  static async open(options: CollectorOptions): Promise<Collector> {
    const { onError = () => undefined, now = Date.now, store, pack } = options
    const module = options.module ?? (await loadModule())
    const opened = typeof store === 'string' ? await openStore(store, onError) : store
    const collector = new Collector(opened, module, now, onError)
    try {
      collector._watch = new PackWatch(
        pack,
        (bytes) => module.describe(bytes),
        (description) => collector.take(description),
      )
      await collector._watch.open(onError)
      await collector.closeEpochs()
    } catch (error) {
      await collector.close()
      throw error
    }
    return collector
  }

  async close(): Promise<void> {
    clearInterval(this._closing)
    this._watch?.close()
    await this.store.end()
  }

  private async take(pack: PackDescription): Promise<void> {
    const definitions = pack.measures.map((measure) => ({
      measure,
      experiment: pack.experiments.find(({ name }) => name === measure.experiment) ?? null,
    }))
    await this.store.declare(definitions, this._now())
    this._pack = pack
    this._measures.clear()
    for (const measure of pack.measures) this._measures.set(measure.series, measure)
  }

  /** The ids of reports that would no longer be accepted are forgotten. */
  async closeEpochs(): Promise<void> {
    for (const { measure } of await this.store.listSeries()) {
      await this.store.close(measure.series, firstOpen(measure, this._now()))
    }
  }
}
