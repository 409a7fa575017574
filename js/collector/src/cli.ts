#!/usr/bin/env node
// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { main } from './cli/main.js'

process.exitCode = await main(process.argv.slice(2))
