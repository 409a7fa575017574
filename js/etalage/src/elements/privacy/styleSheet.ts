// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

let sheet: CSSStyleSheet | undefined

/** One for all panels of a page. Not a style element: a strict Content-Security-Policy has none. */
export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  return sheet
}

const css = `
:host {
  --ink: var(--etalage-ink, #1d1d1b);
  --paper: var(--etalage-paper, #fff);
  --accent: var(--etalage-accent, #1f5fa8);
  --on-accent: var(--etalage-on-accent, #fff);
  --warning: var(--etalage-warning, #a8281a);
  --soft: color-mix(in srgb, var(--ink) 72%, var(--paper));
  --edge: color-mix(in srgb, var(--ink) 55%, var(--paper));
  --line: color-mix(in srgb, var(--ink) 16%, var(--paper));
  --tint: color-mix(in srgb, var(--ink) 5%, var(--paper));
  --round: var(--etalage-radius, 0.5em);
  display: block;
  container-type: inline-size;
  color: var(--ink);
  background: var(--paper);
  line-height: 1.55;
  overflow-wrap: anywhere;
  -webkit-hyphens: manual;
  hyphens: manual;
}
@supports (color: light-dark(#000, #fff)) {
  :host {
    --ink: var(--etalage-ink, light-dark(#1d1d1b, #ecebe8));
    --paper: var(--etalage-paper, light-dark(#fff, #191a1b));
    --accent: var(--etalage-accent, light-dark(#1f5fa8, #8fbdf2));
    --on-accent: var(--etalage-on-accent, light-dark(#fff, #10141a));
    --warning: var(--etalage-warning, light-dark(#a8281a, #ffa697));
  }
}
:host([hidden]) { display: none }
*, ::before, ::after { box-sizing: border-box }
[hidden] { display: none !important }
h1, h2, h3, h4, h5, h6, p, ul, dl, dd, fieldset { margin: 0; padding: 0; border: 0 }
h1, h2, h3, h4, h5, h6 {
  font: inherit;
  font-family: var(--etalage-heading-font, inherit);
  font-weight: 600;
  line-height: 1.25;
  text-wrap: balance;
}
ul { list-style: none }
button, input, select { font: inherit; color: inherit }
button { cursor: pointer }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.2em }
[tabindex="-1"]:focus:not(:focus-visible) { outline: none }
:is(button, input, select, summary, [tabindex]) { scroll-margin-block: 5.5em }

.panel { max-width: 68em; margin-inline: auto; padding: clamp(1.25em, 5cqi, 3em) clamp(1em, 5cqi, 3em) }
.panel[aria-busy] { min-height: 100vh }

.head > :first-child { font-size: clamp(1.5em, 1.1em + 2cqi, 2.25em); letter-spacing: -0.015em; max-width: 22em }
.lead { margin-top: 0.75em; max-width: 38em; font-size: 1.0625em }
.soft, .caption, .count { color: var(--soft) }
.soft { max-width: 42em }
.caption { font-size: 0.875em }
.count { font-weight: 400; font-variant-numeric: tabular-nums }
.name { font-weight: 600 }

details { margin-top: 0.75em }
summary { width: fit-content; min-height: 1.75em; padding-block: 0.15em; color: var(--accent); cursor: pointer }
summary:hover { text-decoration: underline; text-underline-offset: 0.2em }
.head details ul { margin-top: 0.35em; max-width: 42em; padding-inline-start: 1.2em; list-style: disc; color: var(--soft) }
.head details li + li { margin-top: 0.35em }

.standing {
  margin-top: 1.25em;
  padding: 0.9em 1.1em;
  border-inline-start: 4px solid var(--accent);
  border-radius: var(--round);
  background: var(--tint);
}
.standing p { max-width: 42em }
.standing p + p, .standing ul { margin-top: 0.25em }
.standing.off { border-color: var(--edge) }
.standing.wrong { border-color: var(--warning) }
.standing ul { padding-inline-start: 1.2em; list-style: disc }
.standing button { display: block; margin-top: 0.35em }

section { margin-top: 2.5em; padding-top: 1.5em; border-top: 1px solid var(--line) }
section > header > :first-child { font-size: 1.3125em }
section > header p { margin-top: 0.4em }
.content { margin-top: 1em; min-width: 0 }
.content > details:first-child { margin-top: 0 }
.aside { margin-top: 1em; font-size: 0.9375em }

.group + .group { margin-top: 2em }
.group > :first-child { font-size: 1.0625em }
.group > ul, .content > ul { margin-top: 0.25em }
li > .switch-row, .fact, .report, .content > ul > li, .content > .switch-row, details > ul > li { padding-block: 0.8em }
li + li > .switch-row, .fact + .fact, .report + .report, .switch-row + .switch-row, .content li + li { border-top: 1px solid var(--line) }
.content > .switch-row:first-child { padding-top: 0 }
.head li, .standing li { padding: 0 !important; border: 0 !important }
.group > button { margin-top: 0.5em }

.switch-row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.25em 1.25em; align-items: start }
.switch-row p { margin-top: 0.2em; font-size: 0.9375em }
.switch {
  position: relative;
  flex: none;
  width: 3.25em;
  height: 1.875em;
  min-width: 44px;
  min-height: 26px;
  padding: 0;
  border: 2px solid var(--edge);
  border-radius: 9em;
  background: var(--paper);
}
.switch::before {
  content: "";
  position: absolute;
  inset-block: 0.2em;
  inset-inline-start: 0.2em;
  aspect-ratio: 1;
  border-radius: 50%;
  background: var(--edge);
}
.switch[aria-checked=true] { border-color: var(--accent); background: var(--accent) }
.switch[aria-checked=true]::before { inset-inline: auto 0.2em; background: var(--on-accent) }
.switch:focus-visible { border-radius: 9em }

.fact { display: flex; flex-wrap: wrap; gap: 0.25em 1.25em; align-items: start }
.what { flex: 1 1 16em; min-width: 0 }
.fact .soft { font-size: 0.9375em }
.actions { display: flex; flex-wrap: wrap; gap: 0 0.25em; margin-inline: -0.6em }
button:not([class]), summary { border: 0; border-radius: var(--round); background: none; color: var(--accent) }
button:not([class]) { min-height: 2.25em; min-width: 24px; padding: 0.25em 0.6em; text-align: start; text-decoration: underline; text-decoration-color: color-mix(in srgb, var(--accent) 35%, transparent); text-underline-offset: 0.2em }
button:not([class]):hover, button[aria-expanded=true] { text-decoration-color: currentColor }
.group > button:not([class]), .standing button { margin-inline-start: -0.6em }
.full, form { flex: 1 0 100%; margin-block: 0.5em 0.25em; padding: 0.9em 1.1em; border-radius: var(--round); background: var(--tint) }
.full > p { margin-top: 0.5em; font-size: 0.9375em }
dl { display: grid; gap: 0.5em 1.5em }
dt { color: var(--soft); font-size: 0.875em }

form label { display: block }
form label > span, legend { display: block; padding: 0; font-weight: 600 }
fieldset label { display: flex; gap: 0.6em; align-items: center; min-height: 2.25em }
input[type=checkbox] { flex: none; width: 1.25em; height: 1.25em; margin: 0; accent-color: var(--accent) }
input:not([type=checkbox]), select {
  width: 100%;
  max-width: 24em;
  min-height: 44px;
  margin-top: 0.35em;
  padding: 0.4em 0.7em;
  border: 1.5px solid var(--edge);
  border-radius: var(--round);
  background: var(--paper);
}

.buttons { display: flex; flex-wrap: wrap; gap: 0.6em; align-items: center; margin-top: 0.75em }
.main {
  min-height: 44px;
  padding: 0.5em 1.15em;
  border: 1.5px solid var(--accent);
  border-radius: var(--round);
  background: transparent;
  color: var(--accent);
  font-weight: 600;
  line-height: 1.3;
}
.main:hover { background: var(--tint) }
form .main { background: var(--accent); color: var(--on-accent) }
.danger { border-color: var(--warning); background: var(--warning); color: var(--paper) }
.danger:hover { background: color-mix(in srgb, var(--warning) 88%, var(--ink)) }
.control + .control { margin-top: 1.75em }
.control > div:first-child > p { margin-top: 0.2em }
.confirm { margin-top: 1em; padding: 1.1em 1.25em; border: 2px solid var(--warning); border-radius: var(--round) }
.confirm > p { max-width: 42em }
.confirm > p + p { margin-top: 0.4em }

.notice { position: sticky; bottom: 0; z-index: 1; height: 0 }
.bar {
  position: absolute;
  inset: auto 0 0.75em;
  display: flex;
  gap: 0.5em;
  align-items: center;
  justify-content: space-between;
  width: fit-content;
  max-width: min(42em, 100% - 1.5em);
  margin-inline: auto;
  padding: 0.35em 0.35em 0.35em 1.1em;
  border: 1px solid var(--paper);
  border-radius: var(--round);
  background: var(--ink);
  color: var(--paper);
  box-shadow: 0 0.25em 1.25em rgb(0 0 0 / 25%);
}
.close { flex: none; width: 44px; height: 44px; padding: 0; border: 0; border-radius: var(--round); background: none; color: inherit; font-size: 1.25em; line-height: 1 }
.close:focus-visible { outline-color: currentColor; outline-offset: -4px }

@container (min-width: 30em) {
  dl { grid-template-columns: 1fr 1fr }
}
@container (min-width: 54em) {
  section { display: grid; grid-template-columns: 17em minmax(0, 1fr); gap: 3.5em }
  .content { margin-top: 0 }
  section > header { font-size: 1em }
  .control { display: grid; grid-template-columns: minmax(0, 1fr) 14em; gap: 0 2em; align-items: start }
  .control > .buttons { flex-direction: column; align-items: stretch; margin-top: 0 }
  .control > .confirm, .control > .standing { grid-column: 1 / -1 }
}
@media (prefers-reduced-motion: no-preference) {
  .switch, .main { transition: background-color 0.15s, border-color 0.15s }
}
@media (pointer: coarse) {
  .actions button, .group > button { min-height: 44px }
}
@media (forced-colors: active) {
  .switch::before { background: ButtonText }
  .switch[aria-checked=true] { forced-color-adjust: none; border-color: Highlight; background: Highlight }
  .switch[aria-checked=true]::before { background: HighlightText }
  .standing, .full, form { border: 1px solid }
}
`
