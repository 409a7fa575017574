// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export { createCollector, type CollectorHandlers } from './createCollector.js'
export type { CollectorOptions } from './CollectorOptions.js'
export type * from './estimates/MeasureEstimates.js'
export type * from './pack/PackDescription.js'
export type { Report, Verdict } from './report/Report.js'
export type { Definition, EpochCounts, SeriesRecord, Store } from './store/Store.js'
