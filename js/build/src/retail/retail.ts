// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'
import { affinities } from './affinities.js'
import { abandonment } from './abandonment.js'
import { engagement } from './engagement.js'
import { journey } from './journey.js'
import { lifecycle } from './lifecycle.js'
import { measures } from './measures.js'
import type { RetailOptions } from './RetailOptions.js'
import { rfm } from './rfm.js'
import { service } from './service.js'

/** Ready-made rules for a shop, to extend: `extends: [retail()]`. What each means and why: docs/retail.md. */
export function retail({
  orderValue = 50,
  categories = [],
  distributions = {},
}: RetailOptions = {}): EtalageConfig {
  if (!(orderValue > 0 && Number.isFinite(orderValue))) {
    throw new RangeError(`retail: orderValue is ${orderValue}; expected a number above 0`)
  }
  return {
    extends: [
      rfm(orderValue, distributions),
      engagement(),
      lifecycle(),
      journey(),
      service(orderValue),
      abandonment(),
      affinities(orderValue, distributions),
      measures(categories),
    ],
    distributions: Object.fromEntries(
      Object.entries(distributions).filter(([, values]) => values !== undefined),
    ),
  }
}
