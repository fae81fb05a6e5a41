# The third-party libraries, each found once and named once. Modules link them PRIVATE.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(RocksDB CONFIG REQUIRED)

# gRPC's library needs no protobuf; its package names the full runtime all the same, which would
# be loaded beside the lite one that our messages use.
add_library(protobuf::libprotobuf INTERFACE IMPORTED)
set(Protobuf_FOUND TRUE)
find_package(gRPC CONFIG REQUIRED)

pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PROTOBUF_LITE REQUIRED IMPORTED_TARGET protobuf-lite)
pkg_check_modules(PROTOBUF_FULL REQUIRED IMPORTED_TARGET protobuf)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(OPENSSL_CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(OPENSSL_TLS REQUIRED IMPORTED_TARGET libssl)

find_program(KITH_PROTOC protoc REQUIRED)
find_program(KITH_GRPC_PLUGIN grpc_cpp_plugin REQUIRED)
# The system's own Python first: it is the one that has Debian's protobuf, which proto/generator reads with.
find_program(KITH_PYTHON python3 HINTS /usr/bin NO_CMAKE_ENVIRONMENT_PATH NO_SYSTEM_ENVIRONMENT_PATH REQUIRED)

add_library(kith_protobuf_lite INTERFACE)
target_link_libraries(kith_protobuf_lite INTERFACE PkgConfig::PROTOBUF_LITE Threads::Threads)
