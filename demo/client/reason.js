// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Why a product is shown, in the page's language. The package gives a sentence with the names that are
// in the pack; where the shop has a name of its own in this language, it words the reason itself.

import { t } from './page.js'

const keys = {
  'bestseller-in-category': 'reasonPopularIn',
  'because-viewed': 'reasonViewed',
  'because-carted': 'reasonCarted',
  'because-bought': 'reasonBought',
  similar: 'reasonSimilar',
  together: 'reasonTogether',
}

export function reasonText({ reason, fields }, words) {
  const key = keys[reason.code]
  const [because] = reason.because
  const subject = because === undefined ? words.names[fields.category] : words.titles[because]
  return key && subject ? t(key, { subject }) : reason.text
}
