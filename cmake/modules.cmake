# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# The modules.

# A stack that overflows traps, instead of writing over the data that lies below it.
add_link_options(-Wl,--stack-first)

# etalage_runtime(<target> <source>...): a module for the browser. It imports nothing and stands alone: js/etalage has all
# the JavaScript that it needs, and gives the module up where it stops for want of memory. A page that reserved 2 GB would run a phone out of memory.
function(etalage_runtime target)
  add_executable(${target} ${ARGN})
  set_target_properties(${target} PROPERTIES SUFFIX .wasm)
  target_link_options(${target} PRIVATE
    -Oz -flto -fno-exceptions
    # A function that is called once stays a function, unless it is hardly larger than its call: many small ones compress
    # better than few large ones. LLVM gives what is called once a bonus of 15000.
    -Wl,-mllvm,-inline-threshold=-14980
    -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=1
    --no-entry -sSTRICT -sPURE_WASI -sWASM_BIGINT -sMALLOC=emmalloc
    -sALLOW_MEMORY_GROWTH -sINITIAL_HEAP=1MB -sMAXIMUM_MEMORY=64MB -sMIN_SAFARI_VERSION=160400)
  target_link_libraries(${target} PRIVATE etalage_flags_small etalage_engine_small)
endfunction()

# etalage.wasm: pages whose pack has no rules, who need not pay for them. etalage-rules.wasm: all others.
function(etalage_runtime_modules)
  # The loops whose speed a shopper could notice.
  set_source_files_properties("${CMAKE_SOURCE_DIR}/core/recommend/scan_simd.cpp" PROPERTIES COMPILE_OPTIONS -O3)
  set(runtime "${CMAKE_SOURCE_DIR}/wasm/runtime.cpp")
  etalage_runtime(etalage "${runtime}" "${CMAKE_SOURCE_DIR}/wasm/without_rules.cpp")
  etalage_runtime(etalage-rules "${runtime}")
  etalage_runtime(etalage-editor "${CMAKE_SOURCE_DIR}/wasm/editor.cpp")
  # For the shop's own collector, on whatever server that runs: it too imports nothing.
  etalage_runtime(etalage-collector "${CMAKE_SOURCE_DIR}/wasm/collector.cpp")
  # For `npm run bench`: the scan alone, compiled as it is shipped.
  etalage_runtime(bench-scan "${CMAKE_SOURCE_DIR}/bench/recommend/scan.cpp")
  set_target_properties(bench-scan PROPERTIES EXCLUDE_FROM_ALL TRUE)
endfunction()

# etalage-build.js, etalage-build.wasm: the command line's offline half, under Node. An ES module that exports an async
# factory, which takes the WebAssembly as bytes.
function(etalage_build_module)
  # A rule's tree is walked by recursion, up to a depth of 600.
  add_executable(etalage-build "${CMAKE_SOURCE_DIR}/wasm/build.cpp")
  target_link_options(etalage-build PRIVATE
    -O3 -lembind --no-entry -sSTRICT -sMODULARIZE -sEXPORT_ES6 -sUSE_ES6_IMPORT_META=0
    -sENVIRONMENT=web,worker -sINCOMING_MODULE_JS_API=wasmBinary
    # No code from strings.
    -sDYNAMIC_EXECUTION=0 -sEMBIND_AOT
    -sFILESYSTEM=0 -sTEXTDECODER=2 -sWASM_BIGINT -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2GB -sSTACK_SIZE=1MB)
  target_link_libraries(etalage-build PRIVATE etalage_flags etalage_engine etalage_train etalage_compile)
endfunction()
