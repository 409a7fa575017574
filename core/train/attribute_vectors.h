// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Attribute vectors: a product without (enough) history gets a vector from what it is, so that it lands near its kind.
//
//   v_j = sum over the attributes a of j of  n_a / (n_a + 4) * m_a,  at a length of 0.9
//
//   m_a  the mean of the learned unit vectors of the n_a products that have a: the shorter, the less they have in common,
//        so that an attribute that says nothing weighs nothing
//   a    the category and each that it lies in; the brand; the words of the title; the price, within a factor of two, within
//        the outermost category
//
// At full length such products would push aside those that are known to fit (docs/recommendations.md).
//
// Such a vector rests on no history of the product itself, and on others' only through their learned vectors (P5).
//
// Same bytes  on every target: sums run in the order of the products.
// Cost        linear in products and attributes; 300 bytes of memory for each different attribute.
#pragma once

#include <span>

#include "pack/contents.h"
#include "train/item_vectors.h"

namespace etalage::train {

// Gives the products that have no vector one, where any of their attributes speaks. REQUIRES: vectors are of these products.
void add_attribute_vectors(std::span<const pack::Product> products, ItemVectors& vectors);

}  // namespace etalage::train
