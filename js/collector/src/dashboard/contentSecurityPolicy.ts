// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { dashboardStyle } from './dashboardStyle.js'

const hash = createHash('sha256').update(dashboardStyle).digest('base64')

/** All that the dashboard may do: have its own style, and ask for itself again. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')
