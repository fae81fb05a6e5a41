# Headers that nearly every file reads, read once. They are the standard library's and
# GoogleTest's, never ours, so what a module may include is still only what it links. The presets
# dev and tidy read them anew for every file (KITH_PRECOMPILED off), and so find one that is missing.

option(KITH_PRECOMPILED "Read the standard library's headers once per build" ON)
if(NOT KITH_PRECOMPILED)
  function(kith_precompiled target kind)
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
