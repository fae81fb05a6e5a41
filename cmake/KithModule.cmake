# kith_module(NAME n SOURCES a.cc ... [ALONE b.cc ...] [SYSTEM c ...] [PUBLIC t ...] [PRIVATE t ...])
#
# ALONE: sources as the others, but compiled by themselves (kith_together).
# SYSTEM: what the systems do not share, by names without their ends: kith_system_sources.
#
# One module = one static library kith_<n>, alias kith::<n>, with one include root of its own
# (include/). What a module may include is what it links: a header of a module that is not
# linked is not found, so a wrong arrow does not compile.

add_library(kith_warnings INTERFACE)
target_compile_options(kith_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
  -Wunused -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  # GCC 12 reports joined and short std::strings and vectors as overlapping themselves, as read or
  # written too far, as not set (its PR105651, PR105329), each at another level of optimization.
  # The same faults are looked for where they would happen: ./dev test asan.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-array-bounds -Wno-stringop-overread -Wno-stringop-overflow
    -Wno-maybe-uninitialized -Wno-free-nonheap-object>
  # Who reads a field holds the lock that guards it: kith/base/mutex.h.
  $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wthread-safety>
  # std::stable_sort of GCC 12's library uses what that library itself has deprecated.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

# kith_system_sources(OUT c ...): for each c the source c_apple.cc, c_android.cc or c_linux.cc. Android takes that of
# Linux where it has none of its own; any other system takes it too, and compiles it or not.
function(kith_system_sources out)
  set(names linux)
  if(APPLE)
    set(names apple)
  elseif(ANDROID)
    set(names android linux)
  endif()
  set(found)
  foreach(stem ${ARGN})
    set(source)
    foreach(name ${names})
      if(NOT source AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${stem}_${name}.cc)
        set(source ${stem}_${name}.cc)
      endif()
    endforeach()
    if(NOT source)
      message(FATAL_ERROR "${stem}: no source of it for this system (${names})")
    endif()
    list(APPEND found ${source})
  endforeach()
  set(${out} ${found} PARENT_SCOPE)
endfunction()

function(kith_module)
  cmake_parse_arguments(M "" "NAME" "SOURCES;ALONE;SYSTEM;PUBLIC;PRIVATE" ${ARGN})
  set(target kith_${M_NAME})
  kith_system_sources(system ${M_SYSTEM})
  list(APPEND M_ALONE ${system})
  if(M_SOURCES OR M_ALONE)
    add_library(${target} STATIC ${M_SOURCES} ${M_ALONE})
    target_include_directories(${target} PUBLIC include PRIVATE src)
    target_link_libraries(${target} PUBLIC ${M_PUBLIC} PRIVATE ${M_PRIVATE} kith_warnings)
    kith_precompiled(${target} modules)
    kith_together(${target} ${M_ALONE})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE include)
    target_link_libraries(${target} INTERFACE ${M_PUBLIC})
  endif()
  add_library(kith::${M_NAME} ALIAS ${target})
endfunction()

# What a compiler must find before it can read the modules without building them.
add_custom_target(kith_generated)

# Of generated code: with the sanitizers it takes as long to compile as all that is ours.
set(KITH_GENERATED_OPTIONS "" CACHE STRING "Options of the compiler for generated code alone")

# With the sanitizers: what no fuzzer runs needs no coverage of its branches, which is a seventh of its compiling; and
# of a test's own code arithmetic is not looked at, which is a quarter. The modules keep all of it.
set(KITH_UNFUZZED_OPTIONS "" CACHE STRING "Options of the compiler for what no fuzzer runs")
set(KITH_TEST_OPTIONS "" CACHE STRING "Options of the compiler for tests alone")

# kith_proto(NAME n PROTOS a.proto ... [GRPC] [PUBLIC t ...]): one lite library per package.
# Files are generated into the build folder; nothing generated is committed.
function(kith_proto)
  cmake_parse_arguments(P "GRPC" "NAME" "PROTOS;PUBLIC" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/gen)
  file(MAKE_DIRECTORY ${out})
  set(generated)
  foreach(proto ${P_PROTOS})
    string(REGEX REPLACE "\\.proto$" "" stem ${proto})
    set(files ${out}/${stem}.pb.cc ${out}/${stem}.pb.h)
    set(plugin)
    if(P_GRPC)
      list(APPEND files ${out}/${stem}.grpc.pb.cc ${out}/${stem}.grpc.pb.h)
      set(plugin --grpc_out=${out} --plugin=protoc-gen-grpc=${KITH_GRPC_PLUGIN})
    endif()
    add_custom_command(
      OUTPUT ${files}
      COMMAND ${KITH_PROTOC} -I ${CMAKE_CURRENT_SOURCE_DIR} --cpp_out=lite:${out} ${plugin} ${proto}
      WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${proto}
      COMMENT "protoc ${proto}" VERBATIM)
    list(APPEND generated ${files})
  endforeach()
  add_custom_target(kith_${P_NAME}_generated DEPENDS ${generated})
  add_dependencies(kith_generated kith_${P_NAME}_generated)
  add_library(kith_${P_NAME}_proto STATIC ${generated})
  add_dependencies(kith_${P_NAME}_proto kith_${P_NAME}_generated)
  target_include_directories(kith_${P_NAME}_proto SYSTEM PUBLIC ${out})
  target_link_libraries(kith_${P_NAME}_proto PUBLIC kith::protobuf_lite ${P_PUBLIC})
  target_compile_options(kith_${P_NAME}_proto PRIVATE ${KITH_GENERATED_OPTIONS})
  add_library(kith::${P_NAME}_proto ALIAS kith_${P_NAME}_proto)
endfunction()
