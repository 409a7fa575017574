// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export const freeDeliveryFrom = 50
const fee = 4.95

export function deliveryFee(subtotal = 0) {
  return subtotal >= freeDeliveryFrom ? 0 : fee
}
