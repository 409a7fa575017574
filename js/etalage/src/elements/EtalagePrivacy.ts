// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Etalage } from '../types.js'
import { keepFocus } from './dom/keepFocus.js'
import { patch } from './dom/patch.js'
import { drawPanel } from './privacy/drawPanel.js'
import { formatOf, type Format } from './privacy/format.js'
import { newState, type Panel, type PanelState } from './privacy/Panel.js'
import { PanelActions } from './privacy/PanelActions.js'
import { patience } from './privacy/patiently.js'
import { ProfileReader } from './privacy/ProfileReader.js'
import { styleSheet } from './privacy/styleSheet.js'
import { languageOf, textsOf, type Language, type Texts } from './privacy/texts/textsOf.js'

// Where there are no elements, on a server, the class is never made.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement)

/**
 * `<etalage-privacy>`: the shopper's own panel. It shows the page's instance, or the one that it is given.
 *
 * Attributes: `lang` (nl or en; default the document's), `heading-level` (of its first heading; default 2).
 */
export class EtalagePrivacy extends Base {
  static readonly observedAttributes = ['lang', 'heading-level']

  private given: Etalage | undefined
  private reader: ProfileReader | undefined
  private readonly state: PanelState = newState()
  private format: { of: Language; format: Format } | undefined
  private waiting: ReturnType<typeof setTimeout> | undefined
  private isMissing = false
  private readonly root = this.attachShadow({ mode: 'open' })
  private readonly actions: PanelActions
  private readonly observers: { disconnect(): void }[] = []

  constructor() {
    super()
    this.actions = new PanelActions({
      etalage: () => this.reader?.etalage,
      texts: () => this.texts,
      state: this.state,
      root: this.root,
      draw: () => this.draw(),
      read: () => this.reader?.read() ?? Promise.resolve(),
    })
    this.root.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent))
    // Given before the element was defined: the value hides the property.
    if (Object.hasOwn(this, 'etalage')) {
      const { etalage } = this
      Reflect.deleteProperty(this, 'etalage')
      this.etalage = etalage
    }
  }

  /** The instance that is shown. Default: the page's own. */
  get etalage(): Etalage | undefined {
    return this.given ?? pageInstance()
  }

  set etalage(etalage: Etalage | null | undefined) {
    this.given = etalage ?? undefined
    this.follow()
  }

  connectedCallback(): void {
    this.root.adoptedStyleSheets = [styleSheet()]
    document.addEventListener('etalage', this.follow)
    const language = new MutationObserver(() => this.relabel())
    language.observe(document.documentElement, { attributeFilter: ['lang'] })
    // A panel that nobody sees is not kept up to date; once it has a size it is.
    const size = new ResizeObserver(() => this.reader?.catchUp())
    size.observe(this)
    this.observers.push(language, size)
    this.waiting = setTimeout(() => {
      this.isMissing = true
      this.draw()
    }, patience)
    this.follow()
    this.draw()
  }

  disconnectedCallback(): void {
    document.removeEventListener('etalage', this.follow)
    for (const observer of this.observers.splice(0)) observer.disconnect()
    clearTimeout(this.waiting)
    this.reader?.close()
    this.reader = undefined
  }

  attributeChangedCallback(): void {
    this.relabel()
  }

  /** Watches the instance that is to be shown now, if it is another. */
  private readonly follow = (): void => {
    const { etalage } = this
    if (!this.isConnected || etalage === this.reader?.etalage) return
    this.reader?.close()
    const lang = () => (this.getClientRects().length > 0 ? this.language : undefined)
    this.reader = etalage && new ProfileReader(etalage, lang, () => this.draw())
    this.draw()
  }

  /** In another language the view has other labels. */
  private relabel(): void {
    this.draw()
    void this.reader?.read()
  }

  private draw(): void {
    if (!this.isConnected) return
    const { language, panel } = this
    keepFocus(this.root, () => {
      try {
        patch(this.root, drawPanel(panel, language))
      } catch {
        // A view that cannot be drawn is one that could not be read.
        const failed = { ...panel, etalage: undefined, view: undefined, trouble: 'failed' } as const
        patch(this.root, drawPanel(failed, language))
      }
    })
  }

  private get panel(): Panel {
    const { texts, state, actions, reader } = this
    const level = Math.trunc(Number(this.getAttribute('heading-level'))) || 2
    return {
      texts,
      state,
      actions,
      format: this.formatNow(),
      level: Math.min(4, Math.max(1, level)),
      etalage: reader?.etalage,
      view: reader?.view,
      trouble: !reader && this.isMissing ? 'off' : reader?.trouble,
    }
  }

  private get language(): Language {
    return languageOf(this.lang || document.documentElement.lang)
  }

  private get texts(): Texts {
    return textsOf(this.language)
  }

  /** Making a format is slow, using it is not. */
  private formatNow(): Format {
    const { language } = this
    if (this.format?.of !== language) this.format = { of: language, format: formatOf(language) }
    return this.format.format
  }

  /** Escape closes what is open here, and only then nothing around it. */
  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.actions.escape()) event.stopPropagation()
  }
}

function pageInstance(): Etalage | undefined {
  return (globalThis as { [name: symbol]: unknown })[Symbol.for('etalage')] as Etalage | undefined
}
