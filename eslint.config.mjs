// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const inNode = [
  'Buffer',
  'URL',
  'WebAssembly',
  'console',
  'performance',
  'process',
  'setTimeout',
  'clearTimeout',
]
const inBrowsers = [
  'document',
  'fetch',
  'history',
  'indexedDB',
  'localStorage',
  'location',
  'navigator',
  'window',
]
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']))

export default defineConfig(
  globalIgnores(['.toolchain/', 'build/', '**/dist/', '**/generated/']),
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: readonly([...inNode, ...inBrowsers]) },
  },
  {
    files: ['js/*/src/**/*.ts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An index into an array has the element's type, so the check for "no such element" looks needless to this rule.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
)
