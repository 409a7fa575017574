// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What answers the shop's questions: loaded where the pack has any, the shop a collector, and the shopper agrees.
export { Reporter } from './measure/Reporter.js'
