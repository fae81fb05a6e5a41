#!/usr/bin/env python3
"""swift_values.py DESCRIPTORS FOLDER: the api in Swift, for the package in mobile-bindings/swift.

  FOLDER/Values.swift    a struct for each message, with its reader and writer
  FOLDER/Enums.swift     the enums that stand alone, and KithError
  FOLDER/Methods.swift   vault.person.add(...) and all others, on top of Vault.call
"""
import os
import sys

import messages as declared_messages
import methods as declared_methods
from swift_errors import error
from swift_messages import enum, structs
from swift_methods import services
from swift_words import MADE


def write(path, about, parts):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"{MADE}\n// {about}\n\nimport Foundation\n\n" + "\n".join(parts))


def main():
    declared = declared_messages.read(sys.argv[1])
    methods = declared_methods.read(sys.argv[1])
    codes = next(one for one in declared.enums if one.name == "ErrorCode")
    folder = sys.argv[2]
    write(os.path.join(folder, "Values.swift"), "Every value that crosses to the core and back.", structs(declared))
    write(os.path.join(folder, "Enums.swift"), "Numbers with names, and the error that carries one.",
          [enum(one) for one in declared.enums] + [error(codes)])
    write(os.path.join(folder, "Methods.swift"), "Every method of the core.", services(methods, declared))


if __name__ == "__main__":
    sys.exit(main())
