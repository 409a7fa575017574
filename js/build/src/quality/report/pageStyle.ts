// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** The whole style of a report: light and dark, from 320 px on, and on paper. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --surface: #ffffff; --ink: #1d2523; --soft: #56605c; --line: #e2e0d9; --edge: #8a918d;
  --pack: #0b6b57; --other: #b4541a; --warn: #fdf0d5; --warn-edge: #a86a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181a; --surface: #1c2224; --ink: #e9ecea; --soft: #a9b3af; --line: #343c3e; --edge: #7c8784;
    --pack: #4cc2a5; --other: #f0975a; --warn: #3a2e14; --warn-edge: #d9a441;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif;
}
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.2rem); line-height: 1.2; margin: 1rem 0; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, li { max-width: 46rem; }
p { margin: .5rem 0; }
.soft { color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem; margin: 1.5rem 0; }
.tile { background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; }
.tile .lead { font-size: 1.25rem; line-height: 1.35; font-weight: 600; margin: 0 0 .4rem; }
.warning { background: var(--warn); border-left: .3rem solid var(--warn-edge); padding: .75rem 1rem; border-radius: .25rem; }
.side { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1rem 2rem; align-items: start; margin: 1rem 0; }
figure { margin: 0; min-width: 0; }
svg { display: block; width: 100%; max-width: 28rem; height: auto; }
svg text { font-family: inherit; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: .75rem 0 0; }
.legend li::before { content: ''; display: inline-block; width: 1.4rem; height: .75rem; margin-right: .45rem; border-radius: .15rem; background: var(--pack); }
.legend li + li::before { background: var(--other); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .95rem; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
th, td { text-align: right; padding: .35rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th:first-child { text-align: left; padding-left: 0; }
td:last-child, thead th:last-child { padding-right: 0; }
thead th { font-weight: 600; border-bottom-color: var(--edge); }
thead th + th { white-space: nowrap; }
tbody th { font-weight: 400; }
.interval { display: block; color: var(--soft); font-size: .85rem; white-space: nowrap; }
.few { display: block; color: var(--ink); font-size: .85rem; font-style: italic; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
@media print { :root { color-scheme: light; } .tile, figure, table { break-inside: avoid; } }
`
