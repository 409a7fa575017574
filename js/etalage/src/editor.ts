// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shopper's view of their profile, and what they change in it: loaded when it is first asked for.
export { openDesk } from './editor/Desk.js'
