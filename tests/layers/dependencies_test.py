#!/usr/bin/env python3
"""The two worlds of third parties that cmake/dependencies.cmake hides, as far as a machine without vcpkg can look.

  dependencies_test.py files ROOT CMAKE   what a build for a phone is told: ports, triplets, presets agree, and say that
                                          they are unproven; nobody else finds these libraries
  dependencies_test.py worlds ROOT CMAKE  with ports that are empty, vcpkg's world configures, and has every name that
                                          a phone's modules link
  dependencies_test.py itself             the rules find what breaks them
"""
import json
import os
import re
import subprocess
import sys
import tempfile

FINDER = "cmake/dependencies.cmake"
# What it finds, as its packages are called in either world.
OURS = r"RocksDB|gRPC|[Pp]rotobuf|unofficial-sodium|utf8proc|OpenSSL|nlohmann_json|PkgConfig"
FINDS = re.compile(r"find_package\((?:" + OURS + r")\b|pkg_check_modules\(|PkgConfig::|RocksDB::|gRPC::|protobuf::|OpenSSL::")
# port -> the package that it brings, and the target of it that is linked
PORTS = {"libsodium": ("unofficial-sodium", "unofficial-sodium::sodium"), "rocksdb": ("RocksDB", "RocksDB::rocksdb"),
         "grpc": ("gRPC", "gRPC::grpc++"), "protobuf": ("protobuf", "protobuf::libprotobuf-lite"),
         "utf8proc": ("utf8proc", "utf8proc::utf8proc"), "nlohmann-json": ("nlohmann_json", "nlohmann_json::nlohmann_json"),
         "openssl": ("OpenSSL", "OpenSSL::SSL OpenSSL::Crypto")}
A_PHONE_HAS = ("core", "sync/envelope", "sync/protocol", "sync/client", "sync/grpc", "mobile-bindings", "proto")


def read(root, path):
    return open(os.path.join(root, path), encoding="utf-8").read()


def lists(root, tops):
    for top in tops:
        for folder, _, files in os.walk(os.path.join(root, top)):
            for name in sorted(files):
                if name == "CMakeLists.txt" or name.endswith(".cmake"):
                    yield os.path.relpath(os.path.join(folder, name), root)


def other_finders(root):
    return [f"{path}: {found[0]}: {FINDER} alone finds it and names it" for path in
            lists(root, ("cmake", "core", "sync", "mobile-bindings", "apps", "proto", "tests"))
            if path != FINDER and not path.startswith("cmake/triplets/") for found in FINDS.finditer(read(root, path))]


def merged(presets, name):
    """A preset with all that it takes from others."""
    preset = presets[name]
    above = merged(presets, preset["inherits"]) if "inherits" in preset else {}
    return above | preset | {"cacheVariables": above.get("cacheVariables", {}) | preset.get("cacheVariables", {})}


def wrong_presets(root):
    presets = {preset["name"]: preset for preset in json.loads(read(root, "CMakePresets.json"))["configurePresets"]}
    triplets = {name[:-len(".cmake")] for name in os.listdir(os.path.join(root, "cmake/triplets"))}
    found, used = [], set()
    for name in presets:
        preset = merged(presets, name)
        triplet = preset["cacheVariables"].get("VCPKG_TARGET_TRIPLET")
        if triplet is None:
            continue
        used.add(triplet)
        if triplet not in triplets:
            found.append(f"preset {name}: no cmake/triplets/{triplet}.cmake")
        if "unproven" not in presets[name].get("displayName", ""):
            found.append(f"preset {name}: does not say that it is unproven")
        if "$env{VCPKG_ROOT}" not in preset.get("toolchainFile", ""):
            found.append(f"preset {name}: not with the toolchain of vcpkg")
        if any(preset["cacheVariables"].get("KITH_BUILD_" + part) != "OFF" for part in ("CLI", "RELAY", "TESTS")):
            found.append(f"preset {name}: builds what no phone has")
    return found + [f"cmake/triplets/{name}.cmake: no preset takes it" for name in sorted(triplets - used)]


def wrong_manifest(root):
    manifest = json.loads(read(root, "vcpkg.json"))
    ports = {port if isinstance(port, str) else port["name"] for port in manifest["dependencies"]}
    found = [f"vcpkg.json: {port} is not in this test" for port in sorted(ports - set(PORTS))]
    found += [f"vcpkg.json: {port} is missing" for port in sorted(set(PORTS) - ports)]
    if not re.fullmatch(r"[0-9a-f]{40}", manifest.get("builtin-baseline", "")):
        found.append("vcpkg.json: no baseline, so that the versions are anybody's")
    version = re.search(r"project\(kith VERSION ([\d.]+)", read(root, "CMakeLists.txt"))[1]
    if manifest["version-semver"] != version:
        found.append(f"vcpkg.json: version {manifest['version-semver']}, and {version} in CMakeLists.txt")
    return found


def check_files(root, cmake):
    found = other_finders(root) + wrong_presets(root) + wrong_manifest(root)
    listed = subprocess.run([cmake, "--list-presets"], cwd=root, capture_output=True, text=True)
    if listed.returncode != 0 or '"ios"' not in listed.stdout or '"android-arm64"' not in listed.stdout:
        found.append("CMakePresets.json: " + (listed.stderr.strip() or "a phone's presets are missing"))
    return found


def empty_ports(prefix):
    for package, targets in PORTS.values():
        folder = os.path.join(prefix, "share", package)
        os.makedirs(folder)
        with open(os.path.join(folder, package + "Config.cmake"), "w", encoding="utf-8") as out:
            out.writelines(f"add_library({target} INTERFACE IMPORTED)\n" for target in targets.split())
    for tool in ("protobuf/protoc", "grpc/grpc_cpp_plugin"):
        path = os.path.join(prefix, "host/tools", tool)
        os.makedirs(os.path.dirname(path))
        with open(path, "w", encoding="utf-8") as out:
            out.write("#!/bin/sh\n")
        os.chmod(path, 0o755)


def linked_names(root):
    """The names of third parties that a phone's modules link."""
    defined = set(re.findall(r"kith_library\((\w+)", read(root, FINDER)))
    texts = [read(root, path) for path in lists(root, A_PHONE_HAS)] + [read(root, "cmake/KithModule.cmake")]
    return sorted({name for text in texts for name in re.findall(r"kith::(\w+)", text)} & defined)


def check_worlds(root, cmake):
    names = linked_names(root)
    with tempfile.TemporaryDirectory() as work:
        empty_ports(work)
        with open(os.path.join(work, "CMakeLists.txt"), "w", encoding="utf-8") as out:
            out.write("cmake_minimum_required(VERSION 3.25)\nproject(worlds LANGUAGES CXX)\n"
                      f"include({os.path.join(os.path.abspath(root), FINDER)})\n")
            out.writelines(f'if(NOT TARGET kith::{name})\n  message(SEND_ERROR "no kith::{name}")\nendif()\n' for name in names)
            out.write('if(NOT KITH_PROTOC MATCHES "host/tools/protobuf" OR NOT KITH_GRPC_PLUGIN MATCHES "host/tools/grpc")\n'
                      '  message(SEND_ERROR "not the tools of the machine that builds")\nendif()\n')
        done = subprocess.run([cmake, "-G", "Ninja", "-S", work, "-B", os.path.join(work, "build"), "-DVCPKG_TARGET_TRIPLET=arm64-ios",
                               "-DVCPKG_HOST_TRIPLET=host", "-DVCPKG_INSTALLED_DIR=" + work, "-DCMAKE_PREFIX_PATH=" + work,
                               "-DCMAKE_FIND_PACKAGE_PREFER_CONFIG=ON"], capture_output=True, text=True)
    print(len(names), "libraries that a phone's modules link")
    return ([] if done.returncode == 0 else [done.stderr]) + ([] if names else ["nothing is linked"])


def write(root, path, text):
    os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
    with open(os.path.join(root, path), "w", encoding="utf-8") as out:
        out.write(text)


def check_itself():
    with tempfile.TemporaryDirectory() as root:
        phone = {"CLI": "OFF", "RELAY": "OFF", "TESTS": "ON"}
        presets = [{"name": "base"}, {"name": "lost", "inherits": "base", "cacheVariables":
                   {"VCPKG_TARGET_TRIPLET": "nowhere"} | {"KITH_BUILD_" + k: v for k, v in phone.items()}}]
        write(root, "CMakePresets.json", json.dumps({"configurePresets": presets}))
        write(root, "cmake/triplets/unused.cmake", "")
        write(root, FINDER, "find_package(RocksDB CONFIG REQUIRED)\n")
        write(root, "core/vault/CMakeLists.txt", "find_package(RocksDB)\nfind_package(Python3)\n")
        write(root, "apps/cli/CMakeLists.txt", "target_link_libraries(kith PkgConfig::SODIUM)\n")
        write(root, "CMakeLists.txt", "project(kith VERSION 2.0.0)\n")
        write(root, "vcpkg.json", json.dumps({"version-semver": "1.0.0", "dependencies": ["grpc", "boost"]}))
        found = other_finders(root) + wrong_presets(root) + wrong_manifest(root)
    wanted = ["core/vault/CMakeLists.txt: find_package(RocksDB", "apps/cli/CMakeLists.txt: PkgConfig::",
              "no cmake/triplets/nowhere.cmake", "does not say that it is unproven", "not with the toolchain",
              "builds what no phone has", "unused.cmake: no preset", "boost is not in this test", "libsodium is missing",
              "no baseline", "version 1.0.0"]
    return ([f"went unseen: {words}" for words in wanted if not any(words in line for line in found)] +
            [f"is innocent: {line}" for line in found if "Python3" in line or line.startswith(FINDER)])


def main():
    what = sys.argv[1]
    found = {"files": lambda: check_files(*sys.argv[2:4]), "worlds": lambda: check_worlds(*sys.argv[2:4]),
             "itself": check_itself}[what]()
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
