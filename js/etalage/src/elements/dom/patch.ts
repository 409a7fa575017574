// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Child, Description } from './describe.js'

/** What a node was made for: its tag and key. */
const names = new WeakMap<Node, string>()

/**
 * Makes the children of a node what is described, and leaves alone what is so already: what has focus, was typed or is scrolled
 * stays as it is. Texts become text, whatever is in them.
 */
export function patch(parent: Node, children: Child[]): void {
  const wanted = named(children)
  const found = new Map<string, ChildNode>()
  for (const node of [...parent.childNodes]) {
    const name = names.get(node)
    if (name !== undefined && wanted.has(name)) found.set(name, node)
    else node.remove()
  }
  let place = parent.firstChild
  for (const [name, child] of wanted) {
    const node = found.get(name) ?? create(child, name)
    update(node, child)
    if (node === place) place = node.nextSibling
    else parent.insertBefore(node, place)
  }
}

/** The children by a name that is theirs alone: the key, else the place. */
function named(children: Child[]): Map<string, Description | string> {
  const wanted = new Map<string, Description | string>()
  children.forEach((child, place) => {
    if (child === undefined || child === false) return
    const own = typeof child === 'string' ? place : `${child.tag} ${child.key ?? place}`
    wanted.set(wanted.has(String(own)) ? `${own} ${place}` : String(own), child)
  })
  return wanted
}

function create(child: Description | string, name: string): ChildNode {
  const node =
    typeof child === 'string' ? document.createTextNode('') : document.createElement(child.tag)
  names.set(node, name)
  return node
}

function update(node: ChildNode, child: Description | string): void {
  if (typeof child === 'string') {
    if (node.nodeValue !== child) node.nodeValue = child
    return
  }
  const element = node as HTMLElement
  for (const [name, value] of Object.entries(child.properties)) {
    if (typeof value === 'function') Object.assign(element, { [name]: value })
    else if (value === undefined || value === false) element.removeAttribute(name)
    else setAttribute(element, name, value === true ? '' : String(value))
  }
  patch(element, child.children)
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
