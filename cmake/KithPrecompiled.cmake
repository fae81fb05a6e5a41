# What makes a build from nothing short. Headers that nearly every file reads are read once: they are the
# standard library's and GoogleTest's, never ours, so what a module may include is still only what it
# links. And files of one module or one test are compiled some at a time, for what they include of ours
# is then read and compiled once for all of them: half of a build's time. The presets dev and tidy do
# neither (KITH_PRECOMPILED off), and so find a header that is missing.

option(KITH_PRECOMPILED "Read the standard library's headers once per build" ON)
if(NOT KITH_PRECOMPILED)
  function(kith_precompiled target kind)
  endfunction()
  function(kith_precompiled_with target)
  endfunction()
  function(kith_together target)
  endfunction()
  return()
endif()

set(kith_standard_headers
  <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <mutex> <optional>
  <set> <span> <sstream> <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>)

set(empty ${CMAKE_BINARY_DIR}/precompiled.cc)
file(CONFIGURE OUTPUT ${empty} CONTENT "int main() { return 0; }\n")

add_library(kith_precompiled_modules STATIC ${empty})
target_link_libraries(kith_precompiled_modules PRIVATE kith_warnings)
target_precompile_headers(kith_precompiled_modules PRIVATE ${kith_standard_headers})

# kith_precompiled(TARGET modules|tests): the headers' compiled form is made for code of that kind.
function(kith_precompiled target kind)
  target_precompile_headers(${target} REUSE_FROM kith_precompiled_${kind})
endfunction()

# kith_precompiled_with(TARGET HEADER...): the standard library's headers and these of a third party, made for this
# target alone.
function(kith_precompiled_with target)
  target_precompile_headers(${target} PRIVATE ${kith_standard_headers} ${ARGN})
endfunction()

# kith_together(TARGET [FILE...]): compiled some files at a time, but each FILE by itself, for it has a
# name in its anonymous namespace that a neighbour has too.
function(kith_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
