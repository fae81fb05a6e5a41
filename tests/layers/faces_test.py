#!/usr/bin/env python3
"""No command of the command line below apps/: what a person can do next is a value there (core/base/include/kith/base/steps.def), and
every face says it in its own words.

  faces_test.py tree ROOT   every text in the code below apps/
  faces_test.py itself      the check finds what it is for
"""
import os
import re
import sys

ENDINGS = (".h", ".cc", ".def")
# Programs of their own speak of their own options; the labels of keys are no words for anybody.
LEFT_ALONE = ("sync/relay/", "core/crypto/verify/include/kith/verify/labels.h")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
COMMAND = re.compile(r"\bkith (?:[a-z]+|$)|(?:^|[\s(`'])--(?!d+\b)[a-z][a-z-]+")


def texts(code):
    """The string literals of a source, those that stand side by side as one."""
    bare = TOKEN.sub(lambda m: m.group(0) if m.group(0)[0] == '"' else " ", code)
    for row in re.finditer(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*', bare):
        yield "".join(TEXT.findall(row.group(0)))


def commands_in(code):
    return [text for text in texts(code) if COMMAND.search(text)]


def check_tree(root):
    found, seen = [], 0
    for top in ("core", "sync", "mobile-bindings"):
        for folder, _, files in os.walk(os.path.join(root, top)):
            for name in sorted(files):
                path = os.path.relpath(os.path.join(folder, name), root)
                if name.endswith(ENDINGS) and not path.startswith(LEFT_ALONE):
                    seen += 1
                    with open(os.path.join(root, path), encoding="utf-8") as source:
                        found += [f"{path}: a command of one face: {text}" for text in commands_in(source.read())]
    print(seen, "sources read")
    return found if seen else ["nothing to read"]


def check_itself():
    wrong = ['fail("begin with `kith pair invite`")', '"once more: kith "\n    "renew"', 'why("name it with --relay HOST")',
             '"(--pick NAME)"', 'f(); // fine\n g("kith sync");', '"kith " + noun']
    right = ['// kith sync does it', '"Kith is needed"', '"a--b"', 'x(); /* "kith sync" */', 'include("kith/base/code.h")']
    missed = [code for code in wrong if not commands_in(code)]
    return [f"unseen: {code}" for code in missed] + [f"wrongly seen: {code}" for code in right if commands_in(code)]


def main():
    found = check_tree(sys.argv[2]) if sys.argv[1] == "tree" else check_itself()
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
