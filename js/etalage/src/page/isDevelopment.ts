// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

declare const process: { env: { NODE_ENV?: string } }

/** On this machine, or in a bundle that was not made for production. */
export function isDevelopment(): boolean {
  if (['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)) return true
  try {
    // Bundlers put a constant here; without one there is no `process` in a browser.
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}
