// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Saves the profile as a file of the shopper's own. */
export async function exportProfile(etalage) {
  const text = JSON.stringify(await etalage.profile.export(), null, 2)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'etalage.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
