# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# The layers of core/: one library each. A layer sees only itself and what it depends on, because its include
# folder holds nothing but one link to its own sources: an include that points upwards does not compile.

# etalage_layer(<name> <variant> [<dependency>...]) declares etalage_<name><variant>, compiled with
# etalage_flags<variant>.
function(etalage_layer name variant)
  set(target "etalage_${name}${variant}")
  set(folder "${CMAKE_BINARY_DIR}/layers/${name}")
  file(MAKE_DIRECTORY "${folder}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/core/${name}" "${folder}/${name}" SYMBOLIC)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/core/${name}/*.cpp")
  add_library(${target} STATIC ${sources})

  list(TRANSFORM ARGN PREPEND etalage_)
  list(TRANSFORM ARGN APPEND "${variant}")
  target_include_directories(${target} PUBLIC "${folder}")
  target_link_libraries(${target} PUBLIC ${ARGN} PRIVATE etalage_flags${variant})
endfunction()

# etalage_layers(<variant>) declares all that the browser runs. `train` and `compile` stand apart: they are for the offline
# build only, so no variant of them exists that could be linked into the browser's module.
function(etalage_layers variant)
  etalage_layer(bytes "${variant}")
  etalage_layer(pack "${variant}" bytes)
  etalage_layer(profile "${variant}" bytes)
  etalage_layer(rules "${variant}" pack profile)
  etalage_layer(recommend "${variant}" pack profile)
  etalage_layer(measure "${variant}" pack)
  etalage_layer(engine "${variant}" recommend rules measure)
  target_link_libraries(etalage_bytes${variant} PUBLIC cereal_headers)
endfunction()
