// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Weeks are numbered from the Unix epoch. */
export const weekOf = (time: number) => Math.floor(time / 604_800_000)
