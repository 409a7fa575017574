// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** An attribute, absent where it is undefined or false; of a name like onclick what is called. */
export type Property = string | number | boolean | undefined | ((event: Event) => void)

/** What an element should be like. `key` tells it from its siblings where their number or order changes. */
export interface Description {
  tag: string
  key: string | undefined
  properties: Record<string, Property>
  children: Child[]
}

/** Undefined and false leave a place empty: those that follow are still known for what they were. */
export type Child = Description | string | undefined | false

export function describe(
  tag: string,
  { key, ...properties }: Record<string, Property> & { key?: string } = {},
  ...children: (Child | Child[])[]
): Description {
  return { tag, key, properties, children: children.flat() }
}
