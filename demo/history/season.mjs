// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the time of year does to a category, from the first of January (0) to the end of April (1).

const january = { garden: 0.35, plants: 0.8, outdoor: 0.25, paint: 0.9, lighting: 1.6, home: 1.3 }
const april = { garden: 2.6, plants: 1.6, outdoor: 1.9, paint: 1.3, lighting: 0.7, home: 0.9 }

export function season(category, share) {
  const from = january[category] ?? 1
  return from + ((april[category] ?? 1) - from) * share
}
