#!/usr/bin/env python3
"""How large libkith is on this machine: library.py LIBRARY COMPILER FIGURES [--write]

All of it that is loaded, without the libraries that it links: neither names for debuggers nor how it is laid out in
the file. COMPILER is the one that made it, for another one makes something else of it: then nothing is compared (77).
More than STEP above what FIGURES holds is refused; --write writes FIGURES anew."""
import re
import subprocess
import sys

import figures

STEP = 100_000
SKIPPED = 77
KINDS = [("code", r"\.(text|plt|init|fini)"), ("unwinding", r"\.(eh_frame|gcc_except_table)"),
         ("relocations and names", r"\.(rela|relr|dyn|gnu|hash|got)"), ("data", r"\.")]


def kinds_of(lines):
    """Bytes by kind, of `readelf -SW`: [ 1] .text PROGBITS address offset size entry flags ..."""
    sums = {}
    for line in lines:
        found = re.match(r"\s*\[ *\d+\] (\S+) +(\S+) +[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+) \S+ +(\w*A\w*)", line)
        if found and found[2] != "NOBITS":
            kind = next(name for name, pattern in KINDS if re.match(pattern, found[1]))
            sums[kind] = sums.get(kind, 0) + int(found[3], 16)
    return sums


def main():
    library, compiler, path, *more = sys.argv[1:]
    done = subprocess.run(["readelf", "-SW", library], capture_output=True, text=True, check=True)
    kinds = kinds_of(done.stdout.splitlines())
    total = sum(kinds.values())
    if more == ["--write"]:
        figures.write(path, "x86_64", {"compiler": compiler, "loaded": total, "kinds": kinds})
    before = figures.read(path)["x86_64"]
    if before["compiler"] != compiler:
        print(f"skipped: written down of {before['compiler']}, this is {compiler}")
        return SKIPPED
    said, good = figures.compare("libkith.so on x86_64, loaded", total, before["loaded"], STEP)
    for name, size in kinds.items():
        print(f"{name:22} {size:12,} ({size - before['kinds'].get(name, 0):+,})")
    print(said)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
