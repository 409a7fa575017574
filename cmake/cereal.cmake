# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# Target cereal_headers: the cereal headers and nothing else. Its include folder holds one link, because
# /usr/include itself would shadow the headers of the WebAssembly C library.

find_path(CEREAL_INCLUDE_DIR cereal/cereal.hpp REQUIRED NO_CMAKE_FIND_ROOT_PATH
  HINTS /usr/include /usr/local/include /opt/homebrew/include)

set(folder "${CMAKE_BINARY_DIR}/cereal")
file(MAKE_DIRECTORY "${folder}")
file(CREATE_LINK "${CEREAL_INCLUDE_DIR}/cereal" "${folder}/cereal" SYMBOLIC)

add_library(cereal_headers INTERFACE)
target_include_directories(cereal_headers SYSTEM INTERFACE "${folder}")
