// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { BlockList, isIP, isIPv6 } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Whether an address is this machine's own, and nobody else's. */
export function isLoopback(address: string): boolean {
  const plain = plainAddress(address)
  return plain !== undefined && loopback.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

/** What one subscriber has of addresses: an IPv4 address, or the upper half of an IPv6 one. Undefined for anything else. */
export function networkOf(address: string): string | undefined {
  const plain = plainAddress(address)
  return plain !== undefined && isIPv6(plain) ? upperHalf(plain) : plain
}

function plainAddress(address: string): string | undefined {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
  return isIP(plain) ? plain : undefined
}

/** As some proxies write addresses: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(address: string): string {
  const found = /^\[(.+)\](?::\d+)?$/.exec(address) ?? /^([\d.]+):\d+$/.exec(address)
  return found ? found[1] : address
}

function upperHalf(address: string): string {
  const [before, after] = address.toLowerCase().split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [first, last] = [groups(before), groups(after)]
  // An IPv4 address at the end stands for two groups.
  const length = first.length + last.length + (address.includes('.') ? 1 : 0)
  const zeros = after === undefined ? 0 : 8 - length
  return [...first, ...new Array<string>(zeros).fill('0'), ...last]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}
