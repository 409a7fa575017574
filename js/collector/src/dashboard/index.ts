// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export { contentSecurityPolicy } from './contentSecurityPolicy.js'
export type * from './DashboardData.js'
export { languages, type DashboardQuery, type Language } from './DashboardQuery.js'
export { dashboardStyle } from './dashboardStyle.js'
export { renderDashboard } from './renderDashboard.js'
