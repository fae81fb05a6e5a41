# The toolchain of the preset arm64: Linux on 64-bit ARM, by Debian's clang and lld against Debian's own arm64
# packages, which tests/arm64/root.sh unpacks below the build folder. The system is not touched. The tests run by
# qemu-user: QEMU_PAGESIZE=16384 gives them the pages of newer phones.

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
get_filename_component(root ${CMAKE_CURRENT_LIST_DIR}/../build/debian-arm64/root ABSOLUTE)
set(CMAKE_SYSROOT ${root})

set(triple aarch64-linux-gnu)
set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_C_COMPILER_TARGET ${triple})
set(CMAKE_CXX_COMPILER_TARGET ${triple})
set(CMAKE_AR llvm-ar-19)
set(CMAKE_RANLIB llvm-ranlib-19)
set(CMAKE_NM llvm-nm-19)
foreach(kind SHARED MODULE)
  set(CMAKE_${kind}_LINKER_FLAGS_INIT "-fuse-ld=lld-19")
endforeach()
# A program takes the libraries into itself, as an app on a phone does. And with pages of 16 KB qemu-user 7.2 tells
# system calls that a part of what a shared library begins with as zeros is not there: gRPC would wait for nothing.
# What comes first on the command line wins; the shared ones, of which nothing is wanted then, are left out.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../tests/arm64/archives.txt names)
list(TRANSFORM names PREPEND ${root}/usr/lib/${triple}/)
file(GLOB archives ${names})
list(JOIN archives " " archives)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fuse-ld=lld-19 -static-libstdc++ -static-libgcc -Wl,--as-needed ${archives}")

# Headers and libraries of the phone's side, programs of this machine.
set(CMAKE_FIND_ROOT_PATH ${root})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_SYSROOT_DIR} ${root})
set(ENV{PKG_CONFIG_LIBDIR} ${root}/usr/lib/${triple}/pkgconfig:${root}/usr/share/pkgconfig)

set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64;-L;${root})
# A ccache that shortens paths would shorten those that CMake asks the compiler for, and CMake reads them wrong.
unset(ENV{CCACHE_BASEDIR})
