# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# How everything is compiled. What changes the ABI holds for third-party sources too and is set for the
# whole build; the rest is on two targets that our own libraries link:
#
#   etalage_flags         optimised for speed
#   etalage_flags_small   optimised for download size, with link-time optimisation (the browser's module)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

option(ETALAGE_SANITIZE "Stop at the first address error or undefined behaviour" OFF)
if(ETALAGE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(EMSCRIPTEN)
  add_compile_options(-fwasm-exceptions -msimd128 -mbulk-memory -mnontrapping-fptoint)
  add_link_options(-fwasm-exceptions)
endif()

add_library(etalage_flags INTERFACE)
# Never fuse a multiplication and an addition: the same sources give the same bytes on every target.
target_compile_options(etalage_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror -ffp-contract=off)

add_library(etalage_flags_small INTERFACE)
# Nothing throws but an allocation that fails: without exceptions the module stops there, which its page must survive anyway,
# and is 2.5 kB smaller.
target_compile_options(etalage_flags_small INTERFACE -flto -Oz -fignore-exceptions)
target_link_libraries(etalage_flags_small INTERFACE etalage_flags)
