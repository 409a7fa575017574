// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import typescript from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['.toolchain/', 'build/', '**/dist/']),
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    ignores: ['demo/client/**'],
    languageOptions: { globals: globals.node },
  },
  {
    // The functions that a test hands to a page are written in the test.
    files: ['demo/client/**', 'tests/browser/**', 'tests/demo/**', 'tests/js/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='waitForFunction'] > ArrowFunctionExpression[async=true]",
          message: 'A promise is always true: waitForFunction does not await it.',
        },
      ],
    },
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
