// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** An element with a class and children; a string becomes text, whatever is in it. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children.filter((child) => child !== undefined))
  return made
}

export function productLink(href, title) {
  const link = element('a', '', title)
  link.href = href
  return link
}
