// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConsentDay, ShopHistory } from '../dashboard/DashboardData.js'
import { readConsent } from './readConsent.js'
import { readHistory } from './readHistory.js'

/** What the dashboard shows beside the estimates, from files of the shop's own. */
export class ShopFiles {
  constructor(
    private readonly _history: string | undefined,
    private readonly _consent: string | undefined,
  ) {}

  /** As the files are now. */
  async read(): Promise<{ history?: ShopHistory; consent?: ConsentDay[] }> {
    return {
      ...(this._history !== undefined && { history: await readHistory(this._history) }),
      ...(this._consent !== undefined && { consent: await readConsent(this._consent) }),
    }
  }
}
