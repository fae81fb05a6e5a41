#!/usr/bin/env python3
"""Lives, run from their first command to their last: all that is said is compared with what was read and kept.

  lives_test.py --kith PROGRAM NAME            runs tests/fixtures/lives/NAME.life; shows what differs
  lives_test.py --kith PROGRAM NAME --record   writes the file anew: read what `git diff` shows as that person
  lives_test.py NAME --never                   no sentence of another role's in what is kept (tests/lives/never.py)
  lives_test.py itself                         what is wrong in a small life made for it is found
"""
import argparse
import difflib
import os
import shutil
import sys
import tempfile

import itself
import never
from life import Lived, claim, parse, unparse, Failed

FOLDER = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "lives"))


def path_of(name):
    return os.path.join(FOLDER, name + ".life")


def read(name):
    with open(path_of(name), encoding="utf-8") as file:
        return file.read()


def lived(program, lines):
    folder, before = tempfile.mkdtemp(prefix="kith-life-"), os.getcwd()
    os.chdir(folder)
    try:
        return Lived(program, folder).live(lines)
    finally:
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)


def compare(program, name):
    kept = read(name)
    now = unparse(lived(program, parse(kept)))
    if now != kept:
        diff = difflib.unified_diff(kept.splitlines(), now.splitlines(), f"{name}.life as it is kept",
                                    f"{name}.life as it is said now", n=4, lineterm="")
        raise Failed("it says something else than what was read and kept\n" + "\n".join(diff) +
                     "\n--record keeps what is said now")


def record(program, name):
    lines = lived(program, parse(read(name)))
    with open(path_of(name), "w", encoding="utf-8") as file:
        file.write(unparse(lines))
    for line in lines:
        if line.output and line.output[-1].startswith("(exit "):
            print(f"look at this one: {line.text}\n  {line.output[-1]}")


def said_never(name):
    wrong = never.check(name, parse(read(name)))
    claim(not wrong, f"{len(wrong)} sentences that {name}.life must not have\n" + "\n".join(wrong))


def main():
    parse_args = argparse.ArgumentParser()
    parse_args.add_argument("name", choices=[*never.LIVES, "itself"])
    parse_args.add_argument("--kith")
    parse_args.add_argument("--record", action="store_true")
    parse_args.add_argument("--never", action="store_true")
    args = parse_args.parse_args()
    program = args.kith and os.path.abspath(args.kith)
    try:
        if args.name == "itself":
            itself.check()
        elif args.never:
            said_never(args.name)
        elif program:
            (record if args.record else compare)(program, args.name)
        else:
            parse_args.error("--kith PROGRAM, or --never")
    except Failed as why:
        print(f"FAILED {args.name}: {why}")
        return 1
    print("passed", args.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
