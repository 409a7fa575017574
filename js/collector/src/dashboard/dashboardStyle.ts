// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** The whole style of the dashboard: light and dark, from 320 px on, and on paper. */
export const dashboardStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --surface: #ffffff; --ink: #1d2523; --soft: #56605c; --line: #e2e0d9; --edge: #7b837f;
  --accent: #0b6b57; --band: #cfe5df; --rest: #b9c2be; --other: #b4541a; --warn: #fdf0d5; --warn-edge: #a86a00; --bad: #a3261d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181a; --surface: #1c2224; --ink: #e9ecea; --soft: #a9b3af; --line: #343c3e; --edge: #8b9692;
    --accent: #4cc2a5; --band: #24504a; --rest: #5b6663; --other: #f0975a; --warn: #3a2e14; --warn-edge: #d9a441; --bad: #ff9b90;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif;
  overflow-wrap: break-word;
}
main { max-width: 76rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2.5rem) 4rem; }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.2rem); line-height: 1.2; margin: .25rem 0; text-wrap: balance; }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 3rem 0 .25rem; }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 0 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p, li { max-width: 46rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.soft { color: var(--soft); font-size: .9rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.language { float: right; margin: .3rem 0 0 1rem; }
.when { font-size: 1.15rem; color: var(--soft); }
form { margin: 1rem 0; }
fieldset { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; border: 0; padding: 0; margin: 0; min-width: 0; }
label { display: grid; gap: .15rem; font-size: .9rem; }
input, button { font: inherit; color: inherit; min-height: 2.75rem; padding: .3rem .75rem; border: 1px solid var(--edge); border-radius: .4rem; background: var(--surface); }
button { background: var(--accent); border-color: var(--accent); color: var(--surface); font-weight: 600; padding-inline: 1.25rem; cursor: pointer; }
fieldset a { display: inline-flex; align-items: center; min-height: 2.75rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 1.25rem 0 0; }
nav a { display: block; padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--surface); text-decoration: none; font-size: .95rem; }
nav a:hover { border-color: var(--accent); }
.cards { display: grid; gap: 1.25rem; margin-top: 1rem; }
.side { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr)); gap: 0 2.5rem; align-items: start; }
.side > * { min-width: 0; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; padding: 1.1rem 1.25rem; min-width: 0; }
.lead { font-weight: 600; margin: .25rem 0 .4rem; }
.facts { list-style: none; padding: 0; margin: .35rem 0; color: var(--soft); font-size: .85rem; line-height: 1.45; }
.facts li { display: inline; }
.facts li + li::before { content: '· '; }
.empty { background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.warning { background: var(--warn); border-left: .3rem solid var(--warn-edge); padding: .6rem .9rem; border-radius: .25rem; }
.findings { list-style: none; padding: 0; margin: 1rem 0 0; display: grid; gap: .75rem; }
.findings > li { display: grid; grid-template-columns: 7.5rem 1fr; gap: .25rem 1rem; max-width: none; background: var(--surface); border: 1px solid var(--line); border-left: .35rem solid var(--edge); border-radius: .5rem; padding: .75rem 1rem; }
.findings p { margin: 0; }
.findings .kind { font-weight: 700; }
.findings .better { border-left-color: var(--accent); }
.findings .better .kind { color: var(--accent); }
.findings .worse { border-left-color: var(--bad); }
.findings .worse .kind { color: var(--bad); }
.findings .check { border-left-color: var(--warn-edge); background: var(--warn); }
.findings .check .facts { color: inherit; }
.waiting { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.25rem 2.5rem; }
.waiting h4 { margin: 0; }
.waiting p { margin: .1rem 0; }
progress { width: 100%; max-width: 20rem; height: .6rem; accent-color: var(--accent); }
figure { margin: .75rem 0; min-width: 0; }
svg { display: block; width: 100%; max-width: 28rem; height: auto; }
svg text { font-family: inherit; unicode-bidi: plaintext; }
.trends { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.4rem, 1fr)); gap: .75rem; align-items: end; }
.trends figure { margin: 0; }
.trends svg { max-width: 13rem; }
figcaption { font-size: .85rem; line-height: 1.3; margin-bottom: .2rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; padding: 0; margin: .4rem 0 0; font-size: .85rem; color: var(--soft); }
.legend [class]::before { content: ''; display: inline-block; width: 1.5rem; margin-right: .4rem; vertical-align: middle; border-top: 2px solid var(--edge); }
.legend .fixed::before { border-top-width: 6px; }
.legend .zero::before { border-top: 2px dashed var(--ink); }
.legend .first::before { border-top: 3px solid var(--accent); }
.legend .second::before { border-top: 3px dashed var(--other); }
details { border-top: 1px solid var(--line); margin-top: .75rem; padding-top: .25rem; }
summary { cursor: pointer; min-height: 2rem; padding: .3rem 0; font-weight: 600; font-size: .95rem; }
details ul { padding-left: 1.2rem; margin: .25rem 0; font-size: .95rem; }
.downloads { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; margin: .5rem 0 0; font-size: .95rem; }
.downloads a { display: inline-block; padding: .15rem 0; min-height: 1.75rem; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; width: 100%; }
.caption { color: var(--soft); font-size: .9rem; margin: .75rem 0 .25rem; }
th, td { text-align: right; padding: .35rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td { white-space: nowrap; }
th:first-child { text-align: left; padding-left: 0; min-width: 7rem; }
td:last-child, thead th:last-child { padding-right: 0; }
thead th { font-weight: 600; border-bottom-color: var(--edge); vertical-align: bottom; }
tbody th { font-weight: 400; overflow-wrap: anywhere; }
.note { display: block; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) {
  .findings > li { grid-template-columns: 1fr; }
  main { padding-inline: .75rem; }
  .card { padding: .9rem .65rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root { color-scheme: light; }
  nav, form, .language, .downloads { display: none; }
  .card, figure, .findings > li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`
