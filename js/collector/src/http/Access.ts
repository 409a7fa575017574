// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isLoopback } from './network.js'
import { errorAnswer, type Answer } from './Answer.js'

const cookie = 'etalage-dashboard'
const lifetime = 30 * 86_400 // seconds

const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Who may see the dashboard: who has the token; without one, who asks this very machine by its own name. */
export class Access {
  /** Two texts are compared by their digests under a key that nobody knows, which takes equally long for all. */
  private readonly _key = randomBytes(32)

  constructor(private readonly _token: string | undefined) {}

  /** The answer to who may not see it, or has to come in first. */
  refuse(request: Request): Answer | undefined {
    const url = new URL(request.url)
    if (this._token === undefined) {
      if (isLocal(url, request.headers)) return undefined
      return errorAnswer(
        403,
        'token-needed',
        'without a token the dashboard is shown on the machine itself only',
      )
    }
    const offered = url.searchParams.get('token')
    if (offered !== null) return this.isToken(offered) ? this.enter(url) : refusal()
    return this.isAdmitted(request.headers) ? undefined : refusal()
  }

  private isAdmitted(headers: Headers): boolean {
    const bearer = /^Bearer +(.+)$/i.exec(headers.get('authorization') ?? '')
    if (bearer) return this.isToken(bearer[1])
    const cookies = (headers.get('cookie') ?? '').split(/; */)
    return cookies.some((text) => this.isSame(text, `${cookie}=${this.pass()}`))
  }

  /** The token goes out of the address, and stays in no history of the browser but as a page that moved. */
  private enter(url: URL): Answer {
    const rest = new URLSearchParams(url.searchParams)
    rest.delete('token')
    const secure = url.protocol === 'https:' ? '; Secure' : ''
    return {
      status: 303,
      headers: {
        location: `?${rest.toString()}`,
        // Lax: a link in a message opens the dashboard too; there is nothing there that a request could change.
        'set-cookie': `${cookie}=${this.pass()}; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${secure}`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
      body: '',
    }
  }

  /** What the browser keeps instead of the token. */
  private pass(): string {
    return createHmac('sha256', this._token ?? '')
      .update(cookie)
      .digest('hex')
  }

  private isToken(text: string): boolean {
    return this.isSame(text, this._token ?? '')
  }

  private isSame(a: string, b: string): boolean {
    const digest = (text: string) => createHmac('sha256', this._key).update(text).digest()
    return timingSafeEqual(digest(a), digest(b))
  }
}

function refusal(): Answer {
  return errorAnswer(
    401,
    'token-wrong',
    'expected the dashboard token: open the dashboard once with ?token=…, or send it as a Bearer token',
    { 'www-authenticate': 'Bearer' },
  )
}

/** A proxy would ask from this machine for somebody else; a page with a name of its own that leads here would, too. */
function isLocal({ hostname }: URL, headers: Headers): boolean {
  const isOwnName = hostname === 'localhost' || isLoopback(hostname)
  return isOwnName && !forwarding.some((name) => headers.has(name))
}
