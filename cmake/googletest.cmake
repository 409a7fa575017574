# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# GoogleTest from its sources, so that it is compiled like the code it tests: natively, under the sanitizers
# and to WebAssembly. etalage_tests() declares the one test program.

find_path(GOOGLETEST_SOURCE_DIR googletest/CMakeLists.txt REQUIRED NO_CMAKE_FIND_ROOT_PATH
  HINTS /usr/src/googletest DOC "Folder with the sources of GoogleTest")

set(gtest_disable_pthreads ${EMSCRIPTEN})
add_subdirectory("${GOOGLETEST_SOURCE_DIR}/googletest" googletest EXCLUDE_FROM_ALL SYSTEM)

function(etalage_tests)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/core/*.cpp")
  add_executable(etalage_tests ${sources})
  target_include_directories(etalage_tests PRIVATE "${CMAKE_SOURCE_DIR}/tests/core")
  target_compile_definitions(etalage_tests PRIVATE ETALAGE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(etalage_tests PRIVATE etalage_flags etalage_engine etalage_train etalage_compile gtest_main)
  # A quarter of the time that the tests take to compile is GoogleTest's own header.
  target_precompile_headers(etalage_tests PRIVATE <gtest/gtest.h>)
  if(EMSCRIPTEN)
    set_target_properties(etalage_tests PROPERTIES SUFFIX .cjs)
    target_link_options(etalage_tests PRIVATE
      -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB
      -sAUTO_NATIVE_LIBRARIES=0)
  endif()
  add_test(NAME etalage_tests COMMAND etalage_tests)
endfunction()
