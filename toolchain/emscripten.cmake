# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# The CMake toolchain of whichever Emscripten `npm run setup` found or made.
get_filename_component(emscripten "${CMAKE_CURRENT_LIST_DIR}/../.toolchain/emscripten" REALPATH)
if(NOT EXISTS "${emscripten}/emcc.py")
  message(FATAL_ERROR "No Emscripten in .toolchain/: run `npm run setup` first")
endif()
include("${emscripten}/cmake/Modules/Platform/Emscripten.cmake")
