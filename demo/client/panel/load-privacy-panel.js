// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Only who looks at their own panel loads it. */
export function loadPrivacyPanel() {
  import('etalage/elements')
}
