// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop whose rules and shopper are measured.

export const categories = ['garden', 'kitchen', 'bath', 'tools', 'lighting', 'paint'].flatMap(
  (top) => ['basics', 'outlet', 'premium', 'sets'].map((sub) => `${top} > ${sub}`),
)
export const departments = [...new Set(categories.map((path) => path.split(' > ')[0]))]
export const brands = Array.from({ length: 16 }, (_, i) => `Brand ${i + 1}`)
export const terms = ['drill', 'lamp', 'hose', 'tile', 'primer', 'pan', 'shower', 'shed']
