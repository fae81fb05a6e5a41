#!/usr/bin/env python3
"""What measures sizes finds what it is for: size_test.py"""
import os
import sys
import tempfile

import figures
import library
import whole

SECTIONS = """
  [ 0]                   NULL            0000000000000000 000000 000000 00      0   0  0
  [ 7] .rela.dyn         RELA            00000000000028a8 0028a8 000100 18   A  4   0  8
  [12] .text             PROGBITS        000000000000b3c0 00b3c0 001000 00  AX  0   0 16
  [15] .eh_frame         PROGBITS        00000000004a1bd8 4a1bd8 000200 00   A  0   0  8
  [16] .rodata           PROGBITS        00000000004a1000 4a1000 000010 00 AMS  0   0  8
  [25] .bss              NOBITS          00000000005a6ce0 5a6cd8 009000 00  WA  0   0 32
  [26] .comment          PROGBITS        0000000000000000 5a6cd8 004000 01  MS  0   0  1
"""
MAP = """\
             VMA              LMA     Size Align Out     In      Symbol
             318              318       1b     1 .interp
             318              318       1b     1         <internal>:(.interp)
          118000           118000   200000     4 .text
          118000           118000     1000     4         root/lib/librocksdb.a(db.cc.o):(.text.open)
          118000           118000     1000     1                 rocksdb::DB::Open()
          119000           119000      200     4         build/core/vault/libkith_vault.a(vault.cc.o):(.text.x)
          11a000           11a000      100     4         build/CMakeFiles/kith_c_objects.dir/kith.cc.o:(.text.y)
          300000           300000     9000     4 .bss
          300000           300000     9000     4         root/lib/librocksdb.a(db.cc.o):(.bss.z)
               0                0      400     1 .comment
               0                0      400     1         root/lib/librocksdb.a(db.cc.o):(.comment)
"""


def claims():
    """Each: what, whether it holds."""
    yield "what is loaded, by kind", library.kinds_of(SECTIONS.splitlines()) == {
        "relocations and names": 0x100, "code": 0x1000, "unwinding": 0x200, "data": 0x10}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map")
        with open(path, "w", encoding="utf-8") as file:
            file.write(MAP)
        yield "a map, by part", whole.parts_of_map(path) == {
            "rocksdb": 0x1000, "kith": 0x300, "what the linker adds": 0x1b}
        path = os.path.join(folder, "figures")
        figures.write(path, "one", {"a": 1})
        figures.write(path, "two", {"a": 2})
        figures.write(path, "one", {"a": 3})
        yield "figures are kept", figures.read(path) == {"one": {"a": 3}, "two": {"a": 2}}
    for what, now, before, limit, good, says in [
            ("growth within the step", 1_100, 1_000, None, True, "+100 since"),
            ("growth of more", 1_101, 1_000, None, False, "more than 100"),
            ("less", 800, 1_000, None, True, "more than 100"),
            ("growth below the limit is told", 1_900, 1_000, 2_000, True, "more than 100"),
            ("the limit", 2_001, 2_000, 2_000, False, "it was kept before"),
            ("above it already", 2_100, 2_050, 2_000, True, "the limit is 2,000")]:
        said, is_good = figures.compare(what, now, before, 100, limit)
        yield what, is_good == good and says in said
    yield "what is small is said without advice", "write" not in figures.compare("x", 1_050, 1_000, 100)[0]


def main():
    wrong = [what for what, holds in claims() if not holds]
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
