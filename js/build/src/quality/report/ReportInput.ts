// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { BuildReport } from '../../pack/BuildReport.js'
import type { Quality } from '../Quality.js'

/** What a build knows that its report is about. */
export type ReportInput = Pick<BuildReport, 'pack' | 'products' | 'history' | 'quality'>

/** The same, of a pack that was measured. */
export type Measurement = Exclude<Quality, { unknown: string }>
