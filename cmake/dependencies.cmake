# The third-party libraries, each found once and named once: kith::sodium, kith::rocksdb and so on. Modules link them
# PRIVATE.
#
# Two worlds are hidden here. Debian's packages are what every build of ours takes. A build for a phone has the
# toolchain of vcpkg, which builds the ports of vcpkg.json by cmake/triplets; no such build has been made yet.

# kith_library(NAME TARGET...): what these are called in one world is kith::NAME in both.
function(kith_library name)
  add_library(kith_${name} INTERFACE)
  target_link_libraries(kith_${name} INTERFACE ${ARGN})
  add_library(kith::${name} ALIAS kith_${name})
endfunction()

find_package(Threads REQUIRED)
# The system's own Python first: it is the one that has Debian's protobuf, which proto/generator reads with.
find_program(KITH_PYTHON python3 HINTS /usr/bin NO_CMAKE_ENVIRONMENT_PATH NO_SYSTEM_ENVIRONMENT_PATH REQUIRED)

if(DEFINED VCPKG_TARGET_TRIPLET)
  find_package(unofficial-sodium CONFIG REQUIRED)
  find_package(RocksDB CONFIG REQUIRED)
  find_package(gRPC CONFIG REQUIRED)
  find_package(protobuf CONFIG REQUIRED)
  find_package(utf8proc CONFIG REQUIRED)
  find_package(OpenSSL REQUIRED)
  find_package(nlohmann_json CONFIG REQUIRED)

  # They run on the machine that builds.
  set(tools ${VCPKG_INSTALLED_DIR}/${VCPKG_HOST_TRIPLET}/tools)
  find_program(KITH_PROTOC protoc PATHS ${tools}/protobuf NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  find_program(KITH_GRPC_PLUGIN grpc_cpp_plugin PATHS ${tools}/grpc NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)

  kith_library(sodium unofficial-sodium::sodium)
  kith_library(rocksdb RocksDB::rocksdb)
  kith_library(grpcpp gRPC::grpc++)
  kith_library(protobuf_lite protobuf::libprotobuf-lite Threads::Threads)
  kith_library(utf8proc utf8proc::utf8proc)
  kith_library(crypto_of_openssl OpenSSL::Crypto)
  kith_library(tls_of_openssl OpenSSL::SSL)
  kith_library(json nlohmann_json::nlohmann_json)
else()
  find_package(PkgConfig REQUIRED)
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
  find_package(nlohmann_json REQUIRED)

  find_program(KITH_PROTOC protoc REQUIRED)
  find_program(KITH_GRPC_PLUGIN grpc_cpp_plugin REQUIRED)

  kith_library(sodium PkgConfig::SODIUM)
  kith_library(rocksdb RocksDB::rocksdb-shared)
  kith_library(grpcpp gRPC::grpc++)
  kith_library(protobuf_lite PkgConfig::PROTOBUF_LITE Threads::Threads)
  kith_library(utf8proc PkgConfig::UTF8PROC)
  kith_library(crypto_of_openssl PkgConfig::OPENSSL_CRYPTO)
  kith_library(tls_of_openssl PkgConfig::OPENSSL_TLS)
  kith_library(json nlohmann_json::nlohmann_json)
  # Of the command line alone, which no phone has.
  kith_library(protobuf_full PkgConfig::PROTOBUF_FULL)
  kith_library(qrencode PkgConfig::QRENCODE)
  # Of the relay alone.
  pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)
  pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
  kith_library(prometheus PkgConfig::PROMETHEUS)
  kith_library(httplib PkgConfig::HTTPLIB)
endif()
