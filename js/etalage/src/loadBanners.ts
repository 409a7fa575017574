// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Beside the package's own script, and on demand: a page whose shop has a source of its own does not load it. */
export const loadBanners = () => import('./banners.js')
