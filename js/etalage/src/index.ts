// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
export { EtalageError } from './EtalageError.js'
export { openEtalage } from './openEtalage.js'
export type * from './types.js'
