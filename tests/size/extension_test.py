#!/usr/bin/env python3
"""What an extension carries: extension_test.py LIBRARY

libkith_extension and every library that comes with it, stripped, are together less than LIMIT: the smallest
extension of a phone has 24 MB for everything. A phone's system brings the C and C++ libraries (SYSTEM); beside them it links LINKED and
nothing else, no database and no network."""
import os
import re
import subprocess
import sys
import tempfile

LIMIT = 2_000_000
LINKED = {"libsodium", "libutf8proc"}
SYSTEM = {"libc", "libm", "libstdc++", "libgcc_s", "ld-linux-x86-64", "ld-linux-aarch64", "linux-vdso"}


def stem(name):
    return name.split(".so")[0]


def needed(library):
    """Name and path of each library that it loads, those of others too."""
    lines = subprocess.run(["ldd", library], capture_output=True, text=True, check=True).stdout.splitlines()
    for line in lines:
        found = re.match(r"\s*(\S+)(?: => (\S+))? \(0x", line)
        if found:
            yield stem(os.path.basename(found[1])), found[2] or found[1]


def stripped_size(library):
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(["strip", "--strip-unneeded", "-o", out.name, library], check=True)
        return os.path.getsize(out.name)


def main():
    libraries = {"libkith_extension": sys.argv[1]}
    wrong = []
    for name, path in needed(sys.argv[1]):
        if name in SYSTEM:
            continue
        if name in LINKED:
            libraries[name] = path
        else:
            wrong.append(f"it loads {name}")
    sizes = {name: stripped_size(path) for name, path in libraries.items()}
    for name, size in sizes.items():
        print(f"{name:22} {size:12,}")
    total = sum(sizes.values())
    print(f"{'all':22} {total:12,} of {LIMIT:,}")
    if total > LIMIT:
        wrong.append("that is more than an extension should carry")
    if set(libraries) != LINKED | {"libkith_extension"}:
        wrong.append("it does not load what it was thought to: nothing was measured")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
