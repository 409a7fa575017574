// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Describes an exported profile: profile.schema.json, beside this file in the package. */
export const schema = 'etalage/profile.schema.json'

/** What the words of an exported profile mean in schema.org's terms, as JSON-LD takes it; others have none there. */
export const context: Record<string, string> = {
  time: 'https://schema.org/startTime',
  item_id: 'https://schema.org/productID',
  item_name: 'https://schema.org/name',
  brand: 'https://schema.org/brand',
  category: 'https://schema.org/category',
  price: 'https://schema.org/price',
  quantity: 'https://schema.org/orderQuantity',
  search_term: 'https://schema.org/query',
  event: '@type',
  items: 'https://schema.org/object',
  view_item: 'https://schema.org/ViewAction',
  view_item_list: 'https://schema.org/ViewAction',
  select_item: 'https://schema.org/ChooseAction',
  add_to_cart: 'https://schema.org/AddAction',
  remove_from_cart: 'https://schema.org/DeleteAction',
  purchase: 'https://schema.org/BuyAction',
  search: 'https://schema.org/SearchAction',
}
