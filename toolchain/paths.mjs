// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Where things are. All that is made goes into folders that git ignores.
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
export const toolchain = `${repository}/.toolchain`
