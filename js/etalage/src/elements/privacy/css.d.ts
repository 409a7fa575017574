// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A style sheet is bundled as its text, minified. */
declare module '*.css' {
  const text: string
  export default text
}
