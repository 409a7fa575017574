// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The model query [1, 64] -> MatMul(vectors [64, n]) -> TopK -> rows [1, k], in ONNX's protocol buffers (onnx.proto).
import { dimensions } from '../makeVectors.mjs'

const types = { float: 1, int64: 7 }
const attribute = { int: 2 }

export function onnxModel(floats, count, k) {
  // A matrix whose columns are the vectors: ONNX's MatMul transposes nothing.
  const columns = new Float32Array(floats.length)
  for (let row = 0; row < count; ++row) {
    for (let d = 0; d < dimensions; ++d) columns[d * count + row] = floats[row * dimensions + d]
  }
  const graph = [
    bytes(1, node('MatMul', ['query', 'vectors'], ['dots'])),
    bytes(1, [
      ...node('TopK', ['dots', 'k'], ['scores', 'rows']),
      bytes(5, [text(1, 'sorted'), number(3, 1), number(20, attribute.int)]),
    ]),
    text(2, 'search'),
    bytes(5, tensor('vectors', types.float, [dimensions, count], columns)),
    bytes(5, tensor('k', types.int64, [1], BigInt64Array.of(BigInt(k)))),
    bytes(11, value('query', types.float, [1, dimensions])),
    bytes(12, value('rows', types.int64, [1, k])),
  ]
  const version = 8
  const operators = 13
  return join([number(1, version), bytes(7, graph), bytes(8, [number(2, operators)])])
}

function node(type, inputs, outputs) {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
  ]
}

function tensor(name, type, shape, data) {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return [...shape.map((size) => number(1, size)), number(2, type), text(8, name), bytes(9, [raw])]
}

function value(name, type, shape) {
  const sizes = shape.map((size) => bytes(1, [number(1, size)]))
  return [text(1, name), bytes(2, [bytes(1, [number(1, type), bytes(2, sizes)])])]
}

function number(field, value) {
  return join([varint(field << 3), varint(value)])
}

function bytes(field, parts) {
  const content = join(parts)
  return join([varint((field << 3) | 2), varint(content.length), content])
}

function text(field, value) {
  return bytes(field, [new TextEncoder().encode(value)])
}

function varint(value) {
  const out = []
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128)
  return Uint8Array.from([...out, value])
}

function join(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
