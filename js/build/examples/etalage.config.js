// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The ready-made rules alone: `etalage build` here, then `etalage replay --pack shop.pack shoppers/anna.jsonl`.
import { defineConfig, retail } from '@etalage/build'

export default defineConfig({ extends: [retail()] })
