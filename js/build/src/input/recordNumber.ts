// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** More lines than a file has. Records of part p are numbered from p times so many on: it leads back, and keeps the order. */
export const recordsOfPart = 2 ** 40

/** So that the highest number is still a whole one in JavaScript. */
export const mostParts = 2 ** 12
