#!/usr/bin/env python3
"""docs/TESTS-BY-ROW.md names tests that there are, and every test that bears the id of a row.

  tests_by_row_test.py table ROOT CTEST BUILD   the table against what ctest knows
  tests_by_row_test.py itself                   the check finds each kind of mistake

Where a test program is not built, ctest does not know its tests: what is missing then is no mistake, and the
test is skipped.
"""
import fnmatch
import os
import re
import subprocess
import sys

SKIPPED = 77
ROWS = [f"LS-{n:02}" for n in range(1, 27)] + [f"CV-{n:02}" for n in range(1, 9)]
ID = re.compile(r"(?<![A-Za-z0-9])(LS|CV|SY)-?(\d\d)(?!\d)", re.IGNORECASE)


def rows_of(text):
    """Row -> the names in its column of tests."""
    rows = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        row = re.match(r"([A-Z]{2}-\d\d)\b", cells[0])
        if line.startswith("|") and row and len(cells) > 1:
            rows.setdefault(row.group(1), []).extend(re.findall(r"`([^`]+)`", cells[1]))
    return rows


def ids_of(test):
    return {f"{kind.upper()}-{number}" for kind, number in ID.findall(test.replace("_", " "))}


def problems(rows, tests):
    """What is wrong, and which names no test answers to."""
    wrong = [f"{row} is not in the table" for row in ROWS if row not in rows]
    missing = [f"{row}: there is no test {name}" for row, names in rows.items() for name in names
               if not fnmatch.filter(tests, name)]
    for test in tests:
        for row in sorted(ids_of(test)):
            if not any(fnmatch.fnmatchcase(test, name) for name in rows.get(row, [])):
                wrong.append(f"{row} does not name {test}")
    return wrong, missing


def inside(program):
    """The tests of one program of GoogleTest, as ctest names them one by one."""
    if not os.path.exists(program):
        return [os.path.basename(program) + "_NOT_BUILT"]
    listed = subprocess.run([program, "--gtest_list_tests"], capture_output=True, text=True, check=True).stdout
    suite, found = "", []
    for line in listed.splitlines():
        name = line.split("#")[0].strip()
        if line.startswith("  "):
            found.append(suite + name)
        elif name.endswith("."):
            suite = name
    return found


def check(root, ctest, build):
    listed = subprocess.run([ctest, "--test-dir", build, "-N"], capture_output=True, text=True, check=True).stdout
    # A test of values has them behind its name.
    tests = [name.split("  #")[0].strip() for name in re.findall(r"Test +#\d+: (.+)", listed)]
    # Where a share of a program is one test of ctest, the program itself says what is in it.
    for program in re.findall(r"Test +#\d+: (\w+)\.0$", listed, re.MULTILINE):
        tests += inside(os.path.join(build, "bin", program))
    with open(os.path.join(root, "docs/TESTS-BY-ROW.md"), encoding="utf-8") as file:
        rows = rows_of(file.read())
    wrong, missing = problems(rows, tests)
    not_built = [test for test in tests if test.endswith("_NOT_BUILT")]
    print(len(rows), "rows,", sum(map(len, rows.values())), "names,", len(tests), "tests")
    for line in wrong + missing:
        print(line)
    if wrong or (missing and not not_built):
        return 1
    if missing:
        print("not built:", ", ".join(not_built))
        return SKIPPED
    return 0 if tests else 1


def check_itself():
    whole = "\n".join(f"| {row} some | `{row.replace('-', '')}_A.*`, `cli.a` | shows | |" for row in ROWS)
    tests = [f"{row.replace('-', '')}_A.Works" for row in ROWS] + ["cli.a", "Other.Works"]

    def found(text, names):
        return [line for part in problems(rows_of(text), names) for line in part]

    claims = {
        "nothing is wrong with what is right": not found(whole, tests),
        "a row that is gone": found(whole.replace("| LS-12", "| XX-12"), tests) != [],
        "a name that no test has": found(whole, [t for t in tests if t != "CV03_A.Works"]) != [],
        "a test that its row does not name": found(whole, tests + ["Slots.LS11_Works"]) != [],
        "an id in small letters": found(whole, tests + ["cli.ls09_works"]) != [],
        "no id where none is": not found(whole, tests + ["Vaults.LS1_Works", "FALSE01.x"]),
    }
    wrong = [what for what, held in claims.items() if not held]
    for what in wrong:
        print("unseen:", what)
    return 1 if wrong else 0


def main():
    return check_itself() if sys.argv[1] == "itself" else check(*sys.argv[2:5])


if __name__ == "__main__":
    sys.exit(main())
