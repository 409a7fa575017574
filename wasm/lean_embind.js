// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the browser's module needs less of than Embind gives, replaced at link time: a sixth of all its glue. Types that
// no bound function takes or returns are not registered. A pointer is always to the one class, without a base or a
// smart pointer. What only those or overloads would reach stops the module at once, so that whoever binds one sees it.
/* global abort, addToLibrary, makeClassHandle */
addToLibrary({
  _embind_register_std_wstring: () => {},
  _embind_register_bigint: () => {},
  $RegisteredPointer_fromWireType__deps: ['$makeClassHandle'],
  $RegisteredPointer_fromWireType: function (ptr) {
    return makeClassHandle(this.registeredClass.instancePrototype, { ptrType: this, ptr })
  },
  $genericPointerToWireType: () => abort('a class with a base, or a smart pointer, is bound'),
  $ensureOverloadTable: () => abort('an overloaded function is bound'),
})
