// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { DashboardData } from './DashboardData.js'
import type { DashboardQuery } from './DashboardQuery.js'

/** The shop's dashboard, as a page. */
export function renderDashboard(
  { lang }: DashboardQuery,
  { overview }: DashboardData,
): Promise<string> {
  return Promise.resolve(
    `<!doctype html><html lang="${lang}"><meta charset="utf-8" /><title>Etalage</title><p>${overview.measures.length}</p></html>`,
  )
}
