#!/usr/bin/env python3
"""What programs that were compiled against kith.h rely on stays as it is:

  abi_test.py check HEADER-FOLDER FROZEN    FROZEN.abi (functions, structs) and FROZEN.defines (numbers) hold
  abi_test.py write HEADER-FOLDER FROZEN    writes both anew: for a change that was meant
  abi_test.py itself HEADER-FOLDER          each kind of change is found

abidiff reads what a compiler writes down for debuggers, so kith.h is compiled with every function of it doing nothing;
that libkith.so has these functions and no others is seen by c.symbols, that they are declared so by its compiler.
abidiff does not see numbers that are only defined. New ones break nobody: there is one more with each method.
"""
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
BREAKS = """
kith.h is no longer what programs were compiled against. Was it meant?
  - Old programs go on as they are (a new function; a new field at the end of a struct that begins with struct_size):
    write it down by
      python3 tests/c/abi_test.py write mobile-bindings/c/include tests/c/kith_1
  - They do not: KITH_ABI_VERSION and the library's SOVERSION go up by one as well, and CHANGELOG.md says so.
"""


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def functions_that_do_nothing(header):
    """Every declaration as a definition, in C."""
    found = re.findall(r"^KITH_API\b[^;]*;", re.sub(r"/\*.*?\*/", "", header, flags=re.S), re.M)
    return "#include <kith.h>\n" + "".join(one[:-1] + " { __builtin_trap(); }\n" for one in found)


def library_of(folder, into):
    with open(os.path.join(folder, "kith.h"), encoding="utf-8") as file:
        source = functions_that_do_nothing(file.read())
    path = os.path.join(into, "kith.c")
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    out = os.path.join(into, "libkith.so.1")
    done = run("gcc", "-std=c11", "-g", "-O0", "-w", "-shared", "-fPIC", "-Wl,-soname,libkith.so.1", "-I", folder,
               path, "-o", out)
    if done.returncode:
        raise RuntimeError(done.stderr[:2000])
    return out


def numbers_of(folder):
    """name -> what stands for it, of everything that kith.h defines."""
    done = run("gcc", "-std=c11", "-dM", "-E", "-I", folder, os.path.join(folder, "kith.h"))
    lines = (line.split(None, 2) for line in done.stdout.splitlines())
    return {words[1]: words[2] for words in lines if len(words) == 3 and re.fullmatch(r"KITH_[A-Z0-9_]*[A-Z0-9]", words[1])
            and re.fullmatch(r"-?\d+u?", words[2])}


def read_numbers(path):
    with open(path, encoding="utf-8") as file:
        return dict(line.split() for line in file)


def write(folder, frozen):
    with tempfile.TemporaryDirectory() as into:
        library = library_of(folder, into)
        done = run("abidw", "--no-show-locs", "--no-corpus-path", "--no-comp-dir-path", "--short-locs", library)
    if done.returncode:
        raise RuntimeError(done.stderr)
    with open(frozen + ".abi", "w", encoding="utf-8") as file:
        file.write(done.stdout)
    with open(frozen + ".defines", "w", encoding="utf-8") as file:
        file.writelines(f"{name} {value}\n" for name, value in sorted(numbers_of(folder).items()))


def changes(folder, frozen):
    """What is not as it was, in lines; empty: nothing."""
    with tempfile.TemporaryDirectory() as into:
        done = run("abidiff", "--no-show-locs", frozen + ".abi", library_of(folder, into))
    said = done.stdout.splitlines() + done.stderr.splitlines() if done.returncode else []
    before, now = read_numbers(frozen + ".defines"), numbers_of(folder)
    said += [f"number {name}: was {value}, is {now.get(name, 'gone')}"
             for name, value in sorted(before.items()) if now.get(name) != value]
    return said


# What is changed in kith.h, and what has to be said of it.
PLANTED = [
    ("a grown struct", r"(int32_t log_level;[^\n]*\n)", r"\1  uint64_t more;\n", "size changed from"),
    ("a field of another type", r"int32_t log_level;", "int64_t log_level;", "log_level"),
    ("a parameter int32 -> int64", r"kith_network_changed\(kith_runtime \*runtime, int32_t kind\)",
     "kith_network_changed(kith_runtime *runtime, int64_t kind)", "kith_network_changed"),
    ("a result int32 -> int64", r"KITH_API int32_t kith_vault_state", "KITH_API int64_t kith_vault_state", "kith_vault_state"),
    ("a function that is gone", r"KITH_API void kith_memory_pressure\([^;]*;", "", "kith_memory_pressure"),
    ("a new function", r"(KITH_API void kith_memory_pressure\()", r"KITH_API void kith_new(void) KITH_NOEXCEPT;\n\1", "kith_new"),
    ("two fields that changed places", r"(  kith_slice folder;[^\n]*\n)((?:[^\n]*\n)*?)(  kith_slice counter_folder;\n)",
     r"\3\2\1", "folder"),
    ("another number", r"#define KITH_VAULT_OPEN 2", "#define KITH_VAULT_OPEN 4", "number KITH_VAULT_OPEN: was 2, is 4"),
    ("a number that is gone", r"#define KITH_VAULT_OPEN 2", "", "number KITH_VAULT_OPEN: was 2, is gone"),
]


def check_itself(folder):
    wrong = []
    with tempfile.TemporaryDirectory() as into:
        frozen = os.path.join(into, "frozen")
        write(folder, frozen)
        if changes(folder, frozen):
            wrong.append("an unchanged header is refused")
        with open(os.path.join(folder, "kith.h"), encoding="utf-8") as file:
            text = file.read()
        changed = os.path.join(into, "changed")
        shutil.copytree(folder, changed)
        for what, pattern, instead, says in PLANTED:
            other, count = re.subn(pattern, instead, text, count=1)
            with open(os.path.join(changed, "kith.h"), "w", encoding="utf-8") as file:
                file.write(other)
            said = "\n".join(changes(changed, frozen))
            if count != 1 or says not in said:
                wrong.append(f"{what}: not found ({count} planted); said: {said[:600]}")
    return wrong


def main():
    what, *rest = sys.argv[1:]
    if what != "write" and (not shutil.which("abidiff") or not shutil.which("gcc") or platform.machine() != "x86_64"):
        print("skipped: wants abigail-tools and gcc, on x86_64")
        return SKIPPED
    if what == "write":
        write(*rest)
        return 0
    wrong = check_itself(*rest) if what == "itself" else changes(*rest)
    if wrong and what == "check":
        wrong.append(BREAKS)
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
