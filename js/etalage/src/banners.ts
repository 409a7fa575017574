// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The banners that are known: loaded only where the shop has no source of its own.
export { BannerSource } from './consent/banners/BannerSource.js'
