#!/usr/bin/env python3
"""How large all of Kith is in an app on 64-bit ARM: whole.py BUILD ROOT HEADER FIGURES [--write] [--levers]

libkith and every library that it links, linked statically into one program and stripped, as a phone would carry it:
BUILD is the build folder of the preset arm64, ROOT what tests/arm64/root.sh unpacked. (A program and no library:
Debian's archives of two of them do not link into one.) Only the system's C library stays outside.

It is compared with what FIGURES holds: told from STEP more on, refused above LIMIT. --write writes FIGURES anew;
--levers also measures what each way to be smaller brings."""
import argparse
import glob
import os
import re
import subprocess
import sys
import tempfile

import figures

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../c"))
from declared import functions_of  # noqa: E402

LIMIT = 12_000_000
STEP = 100_000
MAIN = "int main() { return 0; }\n"
FLAGS = ["--gc-sections", "--icf=all", "-z,max-page-size=16384"]
# What a part of the program comes from, by the archive's name; the first that fits.
PARTS = [("kith", r"libkith_|kith_c_objects\.dir"), ("rocksdb", r"librocksdb"),
         ("grpc", r"libgrpc|libgpr|libupb|libaddress_sorting|libcares"), ("openssl", r"libssl|libcrypto"),
         ("abseil", r"libabsl_"), ("re2", r"libre2"), ("protobuf-lite", r"libprotobuf"), ("sodium", r"libsodium"),
         ("utf8proc", r"libutf8proc"), ("zstd", r"libzstd"), ("other compressors", r"lib(z|bz2|lz4|snappy)\.a"),
         ("libstdc++", r"libstdc\+\+|libgcc")]
OTHER_COMPRESSORS = ("libzstd.a", "libbz2.a", "libz.a", "libsnappy.a")
ARCHIVES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../arm64/archives.txt")
# What gRPC 1.51 registers xDS by, which Kith has no use for. A program that has this function takes none of it in.
WITHOUT_XDS = """
namespace grpc_core {
struct CoreConfiguration { class Builder; };
void RegisterExtraFilters(CoreConfiguration::Builder*) {}
}
"""


def part_of(path):
    return next((name for name, pattern in PARTS if re.search(pattern, path)), "what the linker adds")


def parts_of_map(path):
    """Bytes of each part, of all that is loaded, by lld's map: VMA, LMA, size, alignment, then what it is, indented."""
    sums, counted = {}, False
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = re.match(r" *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +\d+( +)(\S.*)", line)
            if not fields:
                continue
            address, size, depth, what = int(fields[1], 16), int(fields[2], 16), len(fields[3]), fields[4]
            if depth == 1:  # a section of the program: of the file, if it has an address and something in it
                counted = address != 0 and not re.match(r"\.(t?bss|bss\..*|relro_padding)$", what)
            elif depth == 9 and counted:  # what of a file went into it
                sums[part_of(what)] = sums.get(part_of(what), 0) + size
    return dict(sorted(sums.items(), key=lambda one: -one[1]))


class Whole:
    def __init__(self, build, root, header, into):
        self.into = into
        self.compiler = ["clang++-19", "--target=aarch64-linux-gnu", f"--sysroot={root}"]
        objects = glob.glob(os.path.join(build, "mobile-bindings/c/CMakeFiles/kith_c_objects.dir/**/*.o"), recursive=True)
        ours = glob.glob(os.path.join(build, "**/libkith_*.a"), recursive=True)
        if not objects or not ours:
            raise RuntimeError(f"{build} is not built")
        self.ours = [self.compile("main", MAIN), *objects, *ours]
        with open(ARCHIVES, encoding="utf-8") as file:
            names = [*file.read().split(), "libsodium.a"]
        self.archives = [path for name in names
                         for path in sorted(glob.glob(os.path.join(root, "usr/lib/aarch64-linux-gnu", name)))]
        self.options = ["-fuse-ld=lld-19", "-pie", "-static-libstdc++", "-static-libgcc", "-Wl,--strip-all", "-pthread",
                        *(f"-Wl,-u,{name}" for name in functions_of(header))]

    def compile(self, name, text):
        source = os.path.join(self.into, name + ".cc")
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        subprocess.run([*self.compiler, "-c", source, "-o", source + ".o"], check=True)
        return source + ".o"

    def link(self, flags, without=(), more=()):
        """(bytes, parts) of a program; `without`: archives whose functions are nowhere; `more`: objects of its own."""
        out, map_file = os.path.join(self.into, "whole"), os.path.join(self.into, "map")
        archives = [path for path in self.archives if os.path.basename(path) not in without]
        nowhere = ["-Wl,--unresolved-symbols=ignore-all"] if without else []
        options = [*self.options, *(f"-Wl,{flag}" for flag in flags), f"-Wl,-Map={map_file}", *nowhere]
        done = subprocess.run([*self.compiler, *options, *self.ours, *more, *archives, "-o", out],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
        return os.path.getsize(out), parts_of_map(map_file)


def tell_levers(whole, now):
    relr = [*FLAGS, "--pack-dyn-relocs=relr"]
    no_xds = [whole.compile("without_xds", WITHOUT_XDS)]
    tries = [("nothing left out (no --gc-sections, no --icf)", FLAGS[2:], (), ()),
             ("--gc-sections, no --icf", [FLAGS[0], FLAGS[2]], (), ()),
             ("relocations packed (relr)", relr, (), ()),
             ("relocations packed (android)", [*FLAGS, "--pack-dyn-relocs=android"], (), ()),
             ("lz4 as the one compressor", FLAGS, OTHER_COMPRESSORS, ()),
             ("gRPC without xDS", FLAGS, (), no_xds),
             ("relr, lz4 and no xDS", relr, OTHER_COMPRESSORS, no_xds)]
    for what, flags, without, more in tries:
        size = whole.link(flags, without, more)[0]
        print(f"{what}: {size:,} ({size - now:+,})")


def main():
    parser = argparse.ArgumentParser()
    for name in ("build", "root", "header", "figures"):
        parser.add_argument(name)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--levers", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as into:
        whole = Whole(given.build, given.root, given.header, into)
        size, parts = whole.link(FLAGS)
        for name, one in parts.items():
            print(f"{name:22} {one:12,}")
        if given.levers:
            tell_levers(whole, size)
    if given.write:
        figures.write(given.figures, "aarch64", {"stripped": size, "parts": parts})
    before = figures.read(given.figures)["aarch64"]["stripped"]
    said, good = figures.compare("aarch64, all in one program, stripped", size, before, STEP, LIMIT)
    print(said)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
