#!/usr/bin/env python3
"""Mistakes that the compiler must refuse.

  does_not_compile_test.py ROW COMPILER SOURCE INCLUDE... [-- OPTION...]   every case of the row in SOURCE

A case is `#ifdef NAME` with the row in front. OPTIONs are the compiler's. The source without any case must compile, so that a
case is refused for what it says; and it must be refused inside the case, not elsewhere.
"""
import re
import subprocess
import sys


def compile_with(compiler, source, includes, *options):
    command = [compiler, "-std=c++20", "-fsyntax-only", *(f"-I{i}" for i in includes), *options, source]
    return subprocess.run(command, capture_output=True, text=True)


def lines_of(source):
    """Where each case begins and ends."""
    out, name = {}, None
    for number, line in enumerate(open(source, encoding="utf-8"), 1):
        if found := re.match(r"#ifdef (\w+)", line):
            name, out[found[1]] = found[1], [number]
        elif line.startswith("#endif") and name:
            out[name].append(number)
            name = None
    return out


def main():
    row, compiler, source, *rest = sys.argv[1:]
    includes, options = rest, []
    if "--" in rest:
        includes, options = rest[:rest.index("--")], rest[rest.index("--") + 1:]
    wrong = []
    plain = compile_with(compiler, source, includes, *options)
    if plain.returncode != 0:
        wrong.append("the source without any case does not compile:\n" + plain.stderr)
    cases = {name: lines for name, lines in lines_of(source).items() if name.startswith(row + "_")}
    for name, (first, last) in cases.items():
        done = compile_with(compiler, source, includes, "-D" + name, *options)
        # What is wrong while the compiler computes is said where it computes, and where it began.
        places = [int(n) for n in
                  re.findall(re.escape(source) + r":(\d+):\d+: +(?:error|in .constexpr. expansion)", done.stderr)]
        if done.returncode == 0:
            wrong.append(f"{name} compiles")
        elif not places or not all(first < at < last for at in places):
            wrong.append(f"{name} is refused elsewhere, in lines {places}")
    for line in wrong:
        print(line)
    what = "misuses of a secret" if row[2:].isdigit() else "misuses"
    print(f"{row}: {len(cases)} {what}, {len(cases) - len(wrong)} refused by the compiler")
    return 1 if wrong or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
