// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Banner } from './Banner.js'
import { page } from './Banner.js'

type Consents = Record<string, boolean>

interface Data {
  eventStatus?: string
  listenerId?: number
  gdprApplies?: boolean
  tcString?: string
  publisher?: { consents?: Consents; customPurpose?: { consents?: Consents } }
}

interface Globals {
  __tcfapi(
    command: string,
    version: 2,
    callback: (data: Data | null, success: boolean) => void,
    parameter?: unknown,
  ): void
}

/**
 * IAB TCF 2. A shop is the publisher: what counts is what the shopper told the publisher, not its vendors. A category is a list of
 * purposes that must all be allowed: '1 5 6', or 'custom:1' for the publisher's own. Where GDPR does not apply nobody was asked.
 */
export function tcf(): Banner {
  let data: Data | undefined
  return {
    title: 'IAB TCF',
    meaning: { personalise: '1 5 6', measure: '1 8 9' },
    present: () => typeof page<Globals>().__tcfapi === 'function',
    follow(changed) {
      let following = true
      let listener: number | undefined
      page<Globals>().__tcfapi?.('addEventListener', 2, (told, success) => {
        if (!following || !success || !told) return
        listener = told.listenerId
        // While the banner is loading or open, the last answer stands.
        if (!['tcloaded', 'useractioncomplete'].includes(told.eventStatus ?? '')) return
        data = told
        changed()
      })
      return () => {
        following = false
        page<Globals>().__tcfapi?.('removeEventListener', 2, () => undefined, listener)
      }
    },
    read(purposes) {
      if (data?.gdprApplies === false) return undefined
      const answers = purposes.split(' ').map(answerTo)
      if (answers.includes(false)) return false
      return answers.every((answer) => answer === true) ? true : undefined
    },
    about() {
      const time = data?.tcString && lastUpdated(data.tcString)
      return { chosen: true, ...(time && { time }) }
    },
  }

  function answerTo(purpose: string): boolean | undefined {
    const { consents, customPurpose } = data?.publisher ?? {}
    const custom = /^custom:(.+)$/.exec(purpose)?.[1]
    const answer = custom === undefined ? consents?.[purpose] : customPurpose?.consents?.[custom]
    // A banner may leave out what was refused. That the publisher's purposes were asked for at all, the string tells.
    return answer ?? (holdsPublisher(data?.tcString ?? '') ? false : undefined)
  }
}

/** A segment of type 3, in its first three bits, holds the publisher's purposes. The first segment is the core. */
function holdsPublisher(tcString: string): boolean {
  return tcString
    .split('.')
    .slice(1)
    .some((segment) => /^[Y-Za-f]/.test(segment))
}

/** Bits 42 to 77 of the core: tenths of a second. A character holds six. */
function lastUpdated(tcString: string): number | undefined {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const field = tcString.slice(7, 13)
  const tenths = Array.from(field).reduce(
    (sum, character) => sum * 64 + digits.indexOf(character),
    0,
  )
  return /^[\w-]{6}$/.test(field) ? tenths * 100 : undefined
}
