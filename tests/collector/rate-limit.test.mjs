// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The limit by address: tokens come back with time, networks are what one subscriber has, and nothing is remembered for long.
import assert from 'node:assert/strict'
import test from 'node:test'
import { networkOf } from '../../js/collector/dist/http/network.js'
import { RateLimiter } from '../../js/collector/dist/http/RateLimiter.js'

const burst = 600

function limiter() {
  const clock = { now: 0 }
  return { clock, limiter: new RateLimiter(() => clock.now) }
}

const taken = (limiter, address, times) =>
  Array.from({ length: times }, () => limiter.take(address)).filter(Boolean).length

test('an address may send a burst, and then as much as comes back', () => {
  const { clock, limiter: limited } = limiter()
  assert.equal(taken(limited, '192.0.2.1', 1_000), burst)
  clock.now += 1_000
  assert.equal(taken(limited, '192.0.2.1', 1_000), 5)
  assert.equal(taken(limited, '192.0.2.2', 1_000), burst)
  clock.now += 10_000_000
  assert.equal(taken(limited, '192.0.2.1', 1_000), burst)
})

test('an address is forgotten when it has all its tokens back', () => {
  const { clock, limiter: limited } = limiter()
  limited.take('192.0.2.1')
  taken(limited, '192.0.2.2', 100)
  assert.equal(limited.size, 2)
  clock.now += 1_000
  limited.take('192.0.2.3')
  assert.equal(limited.size, 2)
  clock.now += 1_000_000
  limited.take('192.0.2.4')
  assert.equal(limited.size, 1)
})

test('no address can be read from what is remembered', () => {
  const { limiter: limited } = limiter()
  limited.take('192.0.2.1')
  const seen = JSON.stringify(
    Object.values(limited).map((value) => (value instanceof Map ? [...value] : [])),
  )
  assert.doesNotMatch(seen, /192/)
  const other = limiter().limiter
  other.take('192.0.2.1')
  const again = JSON.stringify(
    Object.values(other).map((value) => (value instanceof Map ? [...value] : [])),
  )
  assert.notEqual(seen, again)
})

test('a network is an IPv4 address or the upper half of an IPv6 one, however it is written', () => {
  for (const [address, network] of [
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2'],
    ['[2001:db8:1:2::6]:443', '2001:db8:1:2'],
    ['2001:db8::', '2001:db8:0:0'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', undefined],
    ['', undefined],
    ['999.0.2.1', undefined],
    ['shop.example', undefined],
  ]) {
    assert.equal(networkOf(address), network, address)
  }
})

test('addresses of one IPv6 network share their tokens, and so do those that are none', () => {
  const { limiter: limited } = limiter()
  assert.equal(taken(limited, '2001:db8::1', 400) + taken(limited, '2001:db8::2', 400), burst)
  assert.equal(taken(limited, 'nonsense', 400) + taken(limited, 'rubbish', 400), burst)
})

test('this machine itself is not limited', () => {
  const { limiter: limited } = limiter()
  for (const address of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1']) {
    assert.equal(taken(limited, address, 1_000), 1_000, address)
  }
})
