#!/usr/bin/env python3
"""c_numbers.py DESCRIPTORS FILE: every number that a caller of C needs, as kith_numbers.h. It is committed, because it
is part of the public header; a test makes it anew and compares."""
import sys

import messages as declared
import methods as declared_methods

HEAD = """/* kith_numbers.h: the numbers of statuses, methods and next steps. Made by proto/generator/c_numbers.py of
 * proto/kith/api/v1; not to be changed by hand. A number is given once and keeps its meaning for good; new ones come
 * with new versions, so whoever reads one must live with numbers that do not stand here. C89.
 */
#ifndef KITH_NUMBERS_H
#define KITH_NUMBERS_H
"""
TAIL = "\n#endif\n"


def group(title, rows):
    width = max(len(name) for name, _ in rows)
    return f"\n/* {title} */\n" + "".join(f"#define {name.ljust(width)} {value}\n" for name, value in rows)


def enum_rows(prefix, enum):
    """All but the one that says that nothing was said."""
    return [(f"{prefix}_{value.name}", value.number) for value in enum.values if value.number]


def header(messages, methods):
    enums = {enum.full: enum for enum in messages.every_enum()}
    statuses = [("KITH_STATUS_OK", 0)] + enum_rows("KITH_STATUS", enums["ErrorCode"])
    called = [(f"KITH_METHOD_{method.word.upper()}", f"{method.number}u") for method in methods]
    steps = enum_rows("KITH_STEP", enums["Next.Step"])
    return (HEAD + group("kith_status, and ErrorCode of the api.", statuses) +
            group("What kith_call() and kith_sub_open() take.", called) +
            group("Step of Next of the api: what a person can do next.", steps) + TAIL)


def main():
    text = header(declared.read(sys.argv[1]), declared_methods.read(sys.argv[1]))
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write(text)


if __name__ == "__main__":
    sys.exit(main())
