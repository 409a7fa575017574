// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Banner } from './Banner.js'
import { page } from './Banner.js'

interface Globals {
  OneTrust: {
    IsAlertBoxClosed?(): boolean
    GetDomainData?(): {
      ConsentModel?: { Name?: string }
      Groups?: { CustomGroupId?: string; OptanonGroupId?: string }[]
    }
    ToggleInfoDisplay?(): void
  }
  /** ',C0001,C0003,' */
  OnetrustActiveGroups: string
}

export function onetrust(): Banner {
  const api = () => page<Globals>().OneTrust
  // In the other models groups are active of themselves: nobody agreed to anything.
  const isOptIn = () => {
    const model = api()?.GetDomainData?.().ConsentModel?.Name
    return model === undefined || model.toLowerCase() === 'opt-in'
  }
  return {
    title: 'OneTrust',
    events: ['OneTrustGroupsUpdated', 'OTConsentApplied'],
    // Before it is ready there may be an object of the same name, with settings in it.
    present: () =>
      typeof api()?.IsAlertBoxClosed === 'function' &&
      typeof page<Globals>().OnetrustActiveGroups === 'string',
    read(group) {
      if (api()?.IsAlertBoxClosed?.() !== true) return undefined
      const active = page<Globals>().OnetrustActiveGroups?.split(',').includes(group)
      return active && !isOptIn() ? undefined : active
    },
    about: () => ({ chosen: isOptIn() }),
    categories: () =>
      api()
        ?.GetDomainData?.()
        .Groups?.map(({ CustomGroupId, OptanonGroupId }) => CustomGroupId ?? OptanonGroupId ?? ''),
    open: () => api()?.ToggleInfoDisplay?.(),
  }
}
