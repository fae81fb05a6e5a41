#!/usr/bin/env python3
"""A library shows the functions of its header and nothing else: symbols_test.py NM LIBRARY HEADER [16384]

With a number: each part that is loaded is aligned to it, which phones with large pages want."""
import subprocess
import sys

from declared import functions_of


def shown(nm, library):
    lines = subprocess.run([nm, "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
    return {line.split()[-1].split("@")[0] for line in lines.splitlines() if " A " not in line}


def alignments(library):
    lines = subprocess.run(["readelf", "-lW", library], capture_output=True, text=True, check=True).stdout
    return [int(line.split()[-1], 16) for line in lines.splitlines() if line.split()[:1] == ["LOAD"]]


def main():
    nm, library, header = sys.argv[1:4]
    declared = set(functions_of(header))
    seen = shown(nm, library)
    wrong = [f"shown and not declared: {name}" for name in sorted(seen - declared)]
    wrong += [f"declared and not shown: {name}" for name in sorted(declared - seen)]
    if len(sys.argv) > 4:
        wrong += [f"a part aligned to {one}" for one in alignments(library) if one < int(sys.argv[4])]
    for line in wrong:
        print(line)
    return 1 if wrong or not declared else 0


if __name__ == "__main__":
    sys.exit(main())
