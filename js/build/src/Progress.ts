// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Hears what long work is at. */
export type Progress = (doing: string) => void
