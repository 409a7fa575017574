// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A platform that counts what the package calls of it, by name, and fails once, as ?plan={ call, nth, how } says: 'throw', 'hang', or
// the name of the error with which a promise or a request fails later.
const plan = JSON.parse(new URLSearchParams(location.search).get('plan')) ?? {}
window.calls = {}

/** Where in the package the call comes from; nothing where it is the page's own: the frame above the wrapper's. */
function site() {
  const [, , , caller, above] = new Error().stack.split('\n')
  if (caller?.includes('/etalage/index.js')) return `${caller} ${above}`
}

/** Notes a call; true where it is the one that fails. */
function fails(call, answers, from) {
  const { sites } = (window.calls[call] ??= { answers, sites: [] })
  sites.push(from)
  return plan.call === call && plan.nth === sites.length
}

const failure = (name) => new DOMException('this platform fails', name)

/** What the wrapper does instead of `run`. `answers`: 'at once', with a 'promise', or with a 'request'. */
function fail(answers, self) {
  if (plan.how === 'throw') throw failure('InvalidStateError')
  if (answers === 'promise') {
    return plan.how === 'hang' ? new Promise(() => {}) : Promise.reject(failure(plan.how))
  }
  // A request inside a transaction takes that with it; one that hangs holds it.
  const request = heldRequest()
  if (plan.how === 'hang') return request
  const transaction = self.transaction ?? self.objectStore?.transaction
  setTimeout(() => {
    try {
      transaction?.abort()
    } catch {
      // It was over by itself.
    }
    request.fail(failure(plan.how))
  })
  return request
}

/** A request that no database answers. */
function heldRequest() {
  const target = new EventTarget()
  const request = Object.create(IDBOpenDBRequest.prototype, {
    addEventListener: { value: target.addEventListener.bind(target) },
    removeEventListener: { value: target.removeEventListener.bind(target) },
    error: { value: null, writable: true },
    readyState: { value: 'pending', writable: true },
    result: {
      get() {
        throw failure('InvalidStateError')
      },
    },
  })
  for (const type of ['onsuccess', 'onerror', 'onblocked', 'onupgradeneeded']) {
    Object.defineProperty(request, type, { value: null, writable: true })
  }
  const fail = (error) => {
    request.error = error
    request.readyState = 'done'
    const event = new Event('error', { bubbles: true, cancelable: true })
    target.dispatchEvent(event)
    request.onerror?.(event)
  }
  return Object.defineProperty(request, 'fail', { value: fail })
}

function wrapMethod(object, name, call, answers) {
  const original = object[name]
  object[name] = function (...args) {
    const run = () => Reflect.apply(original, this, args)
    const from = site()
    return from && fails(call, answers, from) ? fail(answers, this) : run()
  }
}

function wrapGetter(object, name, call) {
  const { get, set } = Object.getOwnPropertyDescriptor(object, name)
  Object.defineProperty(object, name, {
    configurable: true,
    enumerable: true,
    get() {
      const from = site()
      return from && fails(call, 'at once', from) ? fail('at once') : get.call(this)
    },
    set,
  })
}

function wrapClass(name) {
  const Original = window[name]
  window[name] = new Proxy(Original, {
    construct(target, args, newTarget) {
      const from = site()
      if (from && fails(`new ${name}`, 'at once', from)) fail('at once')
      return Reflect.construct(target, args, newTarget)
    },
  })
}

/** Every method and getter of a class that the package might use. */
function wrapAll(Class, answersOf = () => 'at once') {
  for (const [name, { value, get }] of Object.entries(
    Object.getOwnPropertyDescriptors(Class.prototype),
  )) {
    const call = `${Class.name}.${name}`
    if (name === 'constructor') continue
    if (typeof value === 'function') wrapMethod(Class.prototype, name, call, answersOf(name))
    else if (get && !name.startsWith('on')) wrapGetter(Class.prototype, name, call)
  }
}

const requests = [
  'open',
  'deleteDatabase',
  'add',
  'put',
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'count',
  'delete',
  'clear',
  'openCursor',
  'openKeyCursor',
]
const answersOf = (name) =>
  requests.includes(name) ? 'request' : name === 'databases' ? 'promise' : 'at once'

for (const Class of [IDBFactory, IDBDatabase, IDBTransaction, IDBObjectStore, IDBIndex]) {
  wrapAll(Class, answersOf)
}
for (const Class of [
  IDBCursor,
  Storage,
  BroadcastChannel,
  Crypto,
  TextEncoder,
  TextDecoder,
  URLSearchParams,
]) {
  wrapAll(Class)
}
// Of what every object that tells of events can do, this is what a page's policy or another script may have broken.
wrapMethod(EventTarget.prototype, 'addEventListener', 'addEventListener', 'at once')
wrapAll(Response, (name) => (['arrayBuffer', 'json'].includes(name) ? 'promise' : 'at once'))
for (const name of ['bound', 'lowerBound', 'upperBound']) {
  wrapMethod(IDBKeyRange, name, `IDBKeyRange.${name}`, 'at once')
}
for (const name of [
  'BroadcastChannel',
  'TextEncoder',
  'TextDecoder',
  'URL',
  'URLSearchParams',
  'Date',
]) {
  wrapClass(name)
}
for (const name of [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'queueMicrotask',
]) {
  wrapMethod(window, name, name, 'at once')
}
for (const name of ['info', 'warn', 'error'])
  wrapMethod(console, name, `console.${name}`, 'at once')
for (const name of ['parse', 'stringify']) wrapMethod(JSON, name, `JSON.${name}`, 'at once')
for (const name of ['indexedDB', 'localStorage', 'crypto']) wrapGetter(window, name, name)
for (const name of ['visibilityState', 'referrer', 'documentElement']) {
  wrapGetter(Document.prototype, name, `document.${name}`)
}
wrapMethod(Date, 'now', 'Date.now', 'at once')
wrapMethod(window, 'fetch', 'fetch', 'promise')
wrapMethod(WebAssembly, 'instantiate', 'WebAssembly.instantiate', 'promise')

// The engine's own calls: where its memory ends the module just stops.
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (...args) => {
  const { instance } = await instantiate.apply(WebAssembly, args)
  const exports = {}
  for (const [name, value] of Object.entries(instance.exports)) {
    exports[name] = value
    if (typeof value !== 'function') continue
    exports[name] = (...given) => {
      if (fails(`engine.${name}`, 'at once', site()))
        throw new WebAssembly.RuntimeError('unreachable')
      return value(...given)
    }
  }
  return { instance: { exports } }
}

// What the package waits for takes a twentieth of the time where there is no answer.
if (plan.how === 'hang') {
  const { setTimeout } = window
  window.setTimeout = (run, delay = 0) => setTimeout(run, site() ? delay / 20 : delay)
}
