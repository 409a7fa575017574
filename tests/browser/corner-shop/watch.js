// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The page's own script, in any engine: it counts on, and notes whatever would disturb it.
window.watched = { errors: [], said: [], ticks: 0 }
addEventListener('error', ({ message }) => window.watched.errors.push(`error: ${message}`))
addEventListener('unhandledrejection', ({ reason }) =>
  window.watched.errors.push(`unhandled rejection: ${reason}`),
)
for (const level of ['log', 'info', 'warn', 'error']) {
  const say = console[level].bind(console)
  console[level] = (...words) => {
    window.watched.said.push(`${level}: ${words.join(' ')}`)
    say(...words)
  }
}
setInterval(() => (window.watched.ticks += 1), 10)
