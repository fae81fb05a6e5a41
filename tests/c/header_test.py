#!/usr/bin/env python3
"""kith.h and kith_extension.h are what they say: header_test.py HEADER-FOLDER

Every compiler that is here takes it, twice in one file, as C of every year, C++, and (clang) as Objective-C and
Objective-C++ for the phones' own targets. A header that is broken on purpose is refused, so that this test can fail."""
import os
import shutil
import subprocess
import sys
import tempfile

from declared import functions_of

FLAGS = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
TWICE = "#include <kith.h>\n#include <kith.h>\n#include <kith_extension.h>\n#include <kith_extension.h>\n"
USED = TWICE + """
void told(void *context, kith_status status, const kith_error *error, kith_slice result);
kith_status f(kith_vault *v);
kith_status f(kith_vault *v) {
  kith_slice none = {0, 0};
  return kith_call(v, 1, KITH_METHOD_PERSON_LIST, none, told, 0);
}
"""
ALONE = """#include <kith_extension.h>
int32_t g(void);
int32_t g(void) { return kith_tray_put("/tray", "text", 4, 0, 0, 0) == KITH_STATUS_NOT_FOUND; }
"""
PHONES = ["arm64-apple-ios16.0", "x86_64-apple-ios16.0-simulator", "aarch64-linux-android26", "x86_64-linux-android26"]


def runs():
    """Each: a name, a command, the ending of the file."""
    for compiler in filter(shutil.which, ("gcc", "clang-19")):
        for standard in ("c89", "c99", "c11", "c17", "c2x"):
            # C89 has neither long long nor <stdint.h>; every compiler that has that mode has both beside it.
            loose = ["-Wno-long-long"] if standard == "c89" else []
            yield f"{compiler} {standard}", [compiler, f"-std={standard}", *loose], ".c"
    for compiler in filter(shutil.which, ("g++", "clang++-19")):
        for standard in ("c++11", "c++17", "c++20"):
            yield f"{compiler} {standard}", [compiler, f"-std={standard}"], ".cc"
    if shutil.which("clang-19"):
        for target in PHONES:
            for language, more in (("c", []), ("objective-c", []), ("objective-c++", ["-nostdinc++", "-Wno-stdlibcxx-not-found"])):
                yield (f"{target} {language}", ["clang-19", "-target", target, "-ffreestanding", "-x", language, *more],
                       {"c": ".c", "objective-c": ".m", "objective-c++": ".mm"}[language])


def refused(command, ending, text, headers):
    with tempfile.NamedTemporaryFile("w", suffix=ending) as source:
        source.write(text)
        source.flush()
        done = subprocess.run([*command, *FLAGS, *headers, source.name], capture_output=True, text=True, check=False)
        return done.stderr if done.returncode else ""


def main():
    headers = ["-I", sys.argv[1]]
    wrong, tried = [], 0
    for name, command, ending in runs():
        tried += 1
        for text in (USED, ALONE):
            said = refused(command, ending, text, headers)
            if said:
                wrong.append(f"{name}: {said[:600]}")
    if not refused(["gcc", "-std=c89"], ".c", USED + "// no C89\n", headers):
        wrong.append("what is no C89 is not found")
    if shutil.which("clang-19") and not refused(["clang-19"], ".c", USED.replace("told, 0)", "0, 0)"), headers):
        wrong.append("where no null may be is not told to clang, and so not to Swift")
    functions = functions_of(os.path.join(sys.argv[1], "kith.h"))
    if len(functions) != 31 or len(set(functions)) != 31:
        wrong.append(f"31 functions; these are {len(functions)}")
    print(f"{tried} ways to compile kith.h and kith_extension.h")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
