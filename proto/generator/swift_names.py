#!/usr/bin/env python3
"""swift_names.py DESCRIPTORS FILE: the types of Values.swift by the names of their messages, for the tests."""
import os
import sys

import messages as declared
from methods import NOTHING
from swift_words import MADE, type_name


def main():
    rows = "".join(f'  "{message.full}": {type_name(message.full)}.self,\n'
                   for message in declared.read(sys.argv[1]).every_message() if message.full != NOTHING)
    os.makedirs(os.path.dirname(sys.argv[2]), exist_ok=True)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write(f"{MADE.replace('swift_values', 'swift_names')}\n// Every value by the name of its message.\n\n"
                  f"import Kith\n\nlet everyValue: [String: any KithValue.Type] = [\n{rows}]\n")


if __name__ == "__main__":
    sys.exit(main())
