#!/usr/bin/env python3
"""A type has its name to itself: two of one name in one namespace are one for the linker, which takes the functions of
either for both, and no compiler sees it. Types in a namespace without a name are a file's own.

  names_test.py names ROOT    every file of what is released
  names_test.py itself        finds what is wrong
"""
import collections
import os
import re
import sys
import tempfile

TOPS = ("core", "sync", "mobile-bindings", "apps/cli")
OPENS = re.compile(r"(?:inline )?namespace ?([\w:]*) ?\{")
CLOSES = re.compile(r"\}  // namespace")
# Begins at the margin, as all of ours do: neither a type within another one, nor `struct Outer::Impl`, nor a mere promise.
TYPE = re.compile(r"(?:struct|class|enum(?: class)?|union) (?:KITH_\w+(?:\([^)]*\))? )?(\w+)(?!\w|::)(?!.*;\s*$)")


def types_of(path):
    """(namespace, name) of each type that other files could mean by it."""
    inside = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if opens := OPENS.match(line):
                inside.append(opens.group(1))
            elif CLOSES.match(line):
                inside.pop()
            elif (found := TYPE.match(line)) and "" not in inside:
                yield "::".join(inside), found.group(1)


def sources(root):
    for top in TOPS:
        for folder, _, names in os.walk(os.path.join(root, top)):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith((".h", ".cc")))


def problems(root):
    where = collections.defaultdict(list)
    for path in sources(root):
        for one in types_of(path):
            where[one].append(os.path.relpath(path, root))
    for (space, name), files in sorted(where.items()):
        if len(files) > 1:
            yield f"{space}::{name} is a type of its own in {' and in '.join(files)}"


def itself():
    header = "namespace kith::a {\nstruct One {\n};\n}  // namespace kith::a\n"
    files = {
        "core/a.h": header,
        "core/b.cc": header,
        "core/other.h": header.replace("kith::a", "kith::b"),
        "core/own.cc": "namespace kith::a {\nnamespace {\nstruct One {\n};\n}  // namespace\n}  // namespace kith::a\n",
        "core/promise.h": "namespace kith::a {\nstruct One;\nclass Two;\n}  // namespace kith::a\n",
        "core/inner.cc": "namespace kith::a {\nstruct One::Impl {\n};\n}  // namespace kith::a\n",
    }
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = os.path.join(root, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        return list(problems(root)) == ["kith::a::One is a type of its own in core/a.h and in core/b.cc"]


def main():
    if sys.argv[1] == "itself":
        return 0 if itself() else "it does not find what is wrong, or finds what is not"
    found = list(problems(sys.argv[2]))
    print("\n".join(found) or "every type has its name to itself")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
