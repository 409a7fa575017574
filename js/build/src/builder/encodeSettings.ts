// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Settings } from '../config/Settings.js'
import { Encoder } from './Encoder.js'
import { defaultModel, type ModelSettings } from './ModelSettings.js'

/** What the pack is built with, beside its products and history. */
export function encodeSettings(
  settings: Pick<Settings, 'minSupport' | 'retentionDays' | 'off' | 'currency' | 'seed' | 'slots'>,
  model: ModelSettings = defaultModel,
): Uint8Array {
  const encoder = new Encoder()
    .u32(settings.minSupport)
    .u32(settings.retentionDays)
    .u8(settings.off ? 1 : 0)
    .text(settings.currency ?? '')
    .u32(settings.seed)
    .u32(model.epochs)
    .u32(model.positions)
    .f32(model.vectors)
    .f32(model.pairDecay)
    .u32(settings.slots.length)
  for (const slot of settings.slots) {
    encoder.text(slot.name).text(slot.strategy).u32(slot.count).texts(slot.fallback)
    encoder.u8(slot.shown).u8(slot.prefer).u8(slot.without)
    encoder.f64(slot.diversity).f64(slot.calibration).f64(slot.rotation).f64(slot.relevance)
    encoder.f64(slot.price.from).f64(slot.price.to).texts(slot.exclude).texts(slot.pins)
    encoder.u32(slot.boosts.length)
    for (const { times } of slot.boosts) encoder.f64(times)
  }
  return encoder.bytes()
}
