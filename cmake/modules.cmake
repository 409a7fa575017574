# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# The two Embind modules. Both are ES modules that export an async factory; both take their WebAssembly as
# bytes or as a compiled module, so the glue holds neither fetch paths nor Node code and runs anywhere.

function(etalage_module target source)
  add_executable(${target} "${CMAKE_SOURCE_DIR}/wasm/${source}")
  target_link_options(${target} PRIVATE
    -lembind --no-entry -sSTRICT -sMODULARIZE -sEXPORT_ES6 -sUSE_ES6_IMPORT_META=0
    -sENVIRONMENT=web,worker -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm
    # No code from strings: works under a content security policy without 'unsafe-eval'.
    -sDYNAMIC_EXECUTION=0 -sEMBIND_AOT
    # A stack that overflows traps, instead of writing over the data that lies below it.
    -Wl,--stack-first
    # The names behind the minified imports, for the test that reads the import list.
    --emit-minification-map "${CMAKE_BINARY_DIR}/${target}.names"
    -sFILESYSTEM=0 -sTEXTDECODER=2 -sWASM_BIGINT -sALLOW_MEMORY_GROWTH
    ${ARGN})
endfunction()

# etalage.js, etalage.wasm: the browser. A page that reserved 2 GB would run a phone out of memory.
function(etalage_runtime_module)
  # The one loop whose speed a shopper could notice.
  set_source_files_properties("${CMAKE_SOURCE_DIR}/core/recommend/scan.cpp" PROPERTIES COMPILE_OPTIONS -O3)
  etalage_module(etalage runtime.cpp
    -Oz -flto -sMALLOC=emmalloc -sINITIAL_HEAP=1MB -sMAXIMUM_MEMORY=64MB -sMIN_SAFARI_VERSION=160400)
  target_link_libraries(etalage PRIVATE etalage_flags_small etalage_engine_small)
endfunction()

# etalage-build.js, etalage-build.wasm: the command line's offline half, under Node.
function(etalage_build_module)
  # A rule's tree is walked by recursion, up to a depth of 600.
  etalage_module(etalage-build build.cpp -O3 -sMAXIMUM_MEMORY=2GB -sSTACK_SIZE=1MB)
  target_link_libraries(etalage-build PRIVATE etalage_flags etalage_engine etalage_train etalage_compile)
endfunction()
