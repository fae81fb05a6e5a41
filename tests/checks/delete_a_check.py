#!/usr/bin/env python3
"""Every verification has a test that fails without it.

  delete_a_check.py table ROOT           the tables against the code: each line is there, once, and none is missing
  delete_a_check.py run ROOT [NAME...]   turns off one at a time in a copy, and wants a failing test for each;
                                         `-NAME` leaves out
  delete_a_check.py itself               both find what is wrong in a small tree made for it

A NAME may have stars. README.md says how a table is written.
"""
import fnmatch
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

sys.dont_write_bytecode = True  # nothing is left behind among the sources
import switches
from tables import TableError, read_tables, spans_of

# What rejects, of which no line may be missing in the tables.
REJECTING = ["sync/envelope/src/*.cc", "sync/protocol/src/*.cc", "core/crypto/src/aead.cc", "core/crypto/src/agree.cc",
             "core/crypto/src/sealed_to.cc", "sync/client/src/replica/said.cc", "sync/relay/src/rules/appending.cc"]
REJECTING += [f"sync/client/src/exchange/{name}.cc" for name in ("walker", "walker_own_key", "incoming", "space_sync", "fork")]
VERIFICATION = re.compile(r'fail\(Code::|\bbad\("|\bmalformed\("|\bbroken\(\)|\brefused\(|\bstale\(\)|KITH_CHECK\((\w+::)?check_')
SECONDS = 900  # of one run of a test program, far more than it takes; one that hangs has noticed


@dataclass
class Mutant:
    """A check turned off in one way; `begin` and `end` are places in its file."""
    check: object
    way: switches.Way
    begin: int
    end: int

    @property
    def name(self):
        return self.way.name


def load(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def programs(root):
    """Names of the test programs of GoogleTest that the tree builds."""
    out = set()
    for path in glob.glob(os.path.join(root, "tests/**/CMakeLists.txt"), recursive=True):
        out |= set(re.findall(r"kith_test\(\s*NAME\s+(\w+)", load(root, path)))
    return out


def mutants_of(root, tables):
    """All mutants in the order of the tables, and what is wrong in the tables."""
    out, wrong, names = [], [], set()
    for check in tables.checks:
        if check.name in names:
            wrong.append(f"{check.name}: stands in the tables twice")
        names.add(check.name)
        try:
            text = load(root, check.path)
            spans = spans_of(text, check.line)
            if len(spans) != 1:
                raise TableError(f"its line stands {len(spans)} times in {check.path}")
            start = spans[0][0]
            for way in switches.ways_to_turn_off(check.name, text[slice(*spans[0])], check.off, check.same):
                out.append(Mutant(check, way, start + way.begin, start + way.end))
        except (OSError, TableError) as error:
            wrong.append(f"{check.name}: {error}")
    return out, wrong


def changed(text, mutants):
    """The text of a file with these mutants in it."""
    mutants, end = sorted(mutants, key=lambda m: m.begin), 0
    out = []
    for mutant in mutants:
        if mutant.begin < end:
            raise TableError(f"{mutant.name}: its text is part of another check's")
        out += [text[end:mutant.begin], mutant.way.text]
        end = mutant.end
    return "".join(out) + text[end:]


def unlisted(root, tables, rejecting):
    """Verifications that no table knows, and exceptions that are none any more."""
    wrong = []
    for path in sorted({p for pattern in rejecting for p in glob.glob(os.path.join(root, pattern))}):
        path = os.path.relpath(path, root)
        text, covered = load(root, path), set()
        for check in tables.checks + tables.exceptions:
            for begin, end in spans_of(text, check.line) if check.path == path else []:
                covered |= set(range(text.count("\n", 0, begin), text.count("\n", 0, end) + 1))
        for number, line in enumerate(text.splitlines()):
            if VERIFICATION.search(line.split("//")[0]) and number not in covered:
                wrong.append(f"{path}:{number + 1}: in no table: {line.strip()}")
    for exception in tables.exceptions:
        count = len(spans_of(load(root, exception.path), exception.line)) if os.path.exists(os.path.join(root, exception.path)) else 0
        if count != 1:
            wrong.append(f"{exception.path}: an exception whose line stands {count} times: {exception.line}")
        if not exception.why:
            wrong.append(f"{exception.path}: an exception without a reason: {exception.line}")
    return wrong


def check_table(root, folder, rejecting=REJECTING):
    tables = read_tables(folder)
    mutants, wrong = mutants_of(root, tables)
    known = programs(root)
    wrong += [f"{check.name}: no test program is named {check.program}" for check in tables.checks
              if check.program not in known]
    wrong += unlisted(root, tables, rejecting)
    print(len(tables.checks), "checks,", len(mutants), "ways to turn one off,", len(tables.exceptions), "exceptions")
    return wrong if tables.checks else ["nothing to read"]


def mirror(root, copy, instead):
    """The tree in `copy`, some files with another text `instead` (by path); what has not changed is not touched, so
    that little is built anew."""
    kept = set()
    for folder, folders, files in os.walk(root):
        if folder == root:
            folders[:] = [f for f in folders if f not in ("build", ".git")]
        for name in files:
            source = os.path.join(folder, name)
            path = os.path.relpath(source, root)
            target = os.path.join(copy, path)
            kept.add(path)
            with open(source, "rb") as file:
                content = instead[path].encode() if path in instead else file.read()
            if not os.path.exists(target) or open(target, "rb").read() != content:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "wb") as out:
                    out.write(content)
                shutil.copymode(source, target)
    for folder, _, files in os.walk(copy):
        for name in files:
            if os.path.relpath(os.path.join(folder, name), copy) not in kept:
                os.remove(os.path.join(folder, name))


class Builder:
    """A copy of the tree, some files with another text, and a build folder of its own."""

    def __init__(self, root, instead):
        self.copy = os.path.join(root, "build/checks/tree")
        self.build = os.path.join(root, "build/checks/build")
        mirror(root, self.copy, instead)
        switch = os.path.join(root, "build/checks/switch.h")
        with open(switch, "w", encoding="utf-8") as file:
            file.write(switches.SWITCH)
        # No warnings: what only a check had used is not used without it. What reads a value that is not there stops.
        problem = self.call("cmake", "-S", self.copy, "-B", self.build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                            f"-DCMAKE_CXX_FLAGS=-w -D_GLIBCXX_ASSERTIONS -include {switch}", "-DCMAKE_CXX_FLAGS_RELEASE=-O1")
        if problem:
            sys.exit(problem)

    @staticmethod
    def call(*command):
        """None, or the end of what a failing command said."""
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        return None if done.returncode == 0 else "\n".join(done.stdout.splitlines()[-30:])

    def make(self, program):
        return self.call("cmake", "--build", self.build, "--target", program)

    def run(self, program, tests, first=True, off=""):
        """Number of tests that were run with the check `off` turned off, and the names of those that failed."""
        command = [os.path.join(self.build, "bin", program), "--gtest_filter=" + tests]
        try:
            done = subprocess.run(command + ["--gtest_fail_fast"] * first, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, errors="replace", timeout=SECONDS,
                                  env=os.environ | {"KITH_OFF": off})
        except subprocess.TimeoutExpired:
            return 1, ["a test that hangs"]
        begun = re.findall(r"^\[ RUN      \] (\S+)", done.stdout, re.MULTILINE)
        failed = list(dict.fromkeys(re.findall(r"^\[  FAILED  \] (\w+\.\w+\S*?),? ", done.stdout, re.MULTILINE)))
        if done.returncode != 0 and not failed:
            failed = [begun[-1] + " (stopped)" if begun else "a program that does not begin"]
        return len(begun), failed

    def put(self, path, text):
        with open(os.path.join(self.copy, path), "w", encoding="utf-8") as file:
            file.write(text)


def without(tests, failing):
    """The filter, less what fails with nothing turned off: it would notice anything."""
    if not failing:
        return tests
    return tests + (":" if "-" in tests else "-") + ":".join(failing)


def built_without(builder, mutant, text, tests):
    """Who noticed, or None, where the file is `text`; TableError where that does not compile."""
    path = mutant.check.path
    before = load(builder.copy, path)
    try:
        builder.put(path, text)
        problem = builder.make(mutant.check.program)
        if problem:
            raise TableError("does not compile without it\n" + problem)
        _, failed = builder.run(mutant.check.program, tests)
        return failed[0] if failed else None
    finally:
        builder.put(path, before)


def plain(builder, program, tests):
    """The filter to use, from a run with nothing turned off."""
    problem = builder.make(program)
    if problem:
        raise TableError(f"{program} is not built\n{problem}")
    count, failing = builder.run(program, tests, first=False)
    if count == 0 or any(" " in name for name in failing):
        raise TableError(f"{program} {tests}: with nothing turned off, {count} tests and {failing}")
    for name in failing:
        print(f"left out: {name} of {program} fails with nothing turned off", flush=True)
    return without(tests, failing)


def chosen(mutants, wanted):
    """Those that the command line names: by what is wanted, less what begins with a dash."""
    def named(mutant, patterns):
        return any(fnmatch.fnmatchcase(n, p) for n in (mutant.name, mutant.check.name) for p in patterns)

    out = [w[1:] for w in wanted if w.startswith("-")]
    wanted = [w for w in wanted if not w.startswith("-")] or ["*"]
    return [m for m in mutants if named(m, wanted) and not named(m, out)]


class Count:
    """What was found, said as it comes."""

    def __init__(self, wrong):
        self.errors, self.killed, self.survived = 0, 0, 0
        for line in wrong:
            self.error(line)

    def error(self, *words):
        self.errors += 1
        print("ERROR", *words, flush=True)

    def said(self, mutant, by):
        self.killed += by is not None
        self.survived += by is None
        print(f"killed {mutant.name} by {by}" if by else f"SURVIVED {mutant.name}", flush=True)


def run(root, folder, wanted, make_builder=Builder):
    mutants, wrong = mutants_of(root, read_tables(folder))
    count, paths = Count(wrong), {m.check.path for m in mutants}
    texts = {path: load(root, path) for path in paths}
    # Every check has its switch, whichever are wanted: so the next run builds nothing anew.
    builder = make_builder(root, {p: changed(texts[p], [m for m in mutants if m.check.path == p and m.way.switched])
                                  for p in paths})
    mutants = chosen(mutants, wanted)
    filters = {}
    for key in dict.fromkeys((m.check.program, m.check.tests) for m in mutants):
        try:
            filters[key] = plain(builder, *key)
        except TableError as error:
            count.error(error)

    def tests_of(mutant):
        return filters[(mutant.check.program, mutant.check.tests)]

    mutants = [m for m in mutants if (m.check.program, m.check.tests) in filters]
    switched = [m for m in mutants if m.way.switched]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = pool.map(lambda m: builder.run(m.check.program, tests_of(m), off=m.name)[1], switched)
        for mutant, failed in zip(switched, runs):
            count.said(mutant, failed[0] if failed else None)
    for mutant in [m for m in mutants if not m.way.switched]:
        try:
            count.said(mutant, built_without(builder, mutant, changed(texts[mutant.check.path], [mutant]), tests_of(mutant)))
        except TableError as error:
            count.error(mutant.name, error)
    if count.errors:
        print(count.errors, "errors in the tables")
    print(f"{len(mutants)} checks, {count.killed} killed, {count.survived} survived", flush=True)
    return 1 if count.errors or count.survived or not mutants else 0


SMALL = {
    "a.cc": 'if (x || y < f(1, 2)) {\n  return fail(Code::A, "a");\n}\nif (z) return bad("b");\nKITH_CHECK(check_it(x));\n',
    "tests/CMakeLists.txt": "kith_test(NAME a_test SOURCES a_test.cc)\n",
}
SMALL_TABLE = """["a.cc"]
program = "a_test"
[“a.cc”.checks]
"a" = 'if (x || y < f(1, 2)) { return fail(Code::A, "a"); }'
"b" = 'if (z) return bad("b");'
[“a.cc”.exceptions]
'KITH_CHECK(check_it(x));' = "another file checks it"
""".replace("“", '"').replace("”", '"')


class NoBuilder:
    """Nothing is built; the tests notice all but `b`, and `c` does not compile."""

    def __init__(self, copy, instead):
        self.copy, self.text, self.instead = copy, "", instead

    def make(self, _):
        return "error" if "CANNOT" in self.text else None

    def run(self, *_, first=True, off=""):
        switched = not off or any(f'kith_off("{off}")' in text for text in self.instead.values())
        return 1, ["A.Test"] if first and off != "b" and switched else []

    def put(self, path, text):
        self.text = text
        with open(os.path.join(self.copy, path), "w", encoding="utf-8") as file:
            file.write(text)


def check_itself():
    wrong = []

    def expect(what, got, wanted):
        if got != wanted:
            wrong.append(f"{what}: {got!r} instead of {wanted!r}")

    with tempfile.TemporaryDirectory() as root:
        def small(change, table=SMALL_TABLE):
            for path, text in (SMALL | change).items():
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as out:
                    out.write(text)
            with open(os.path.join(root, "t.toml"), "w", encoding="utf-8") as out:
                out.write(table)
            return len(check_table(root, root, ["*.cc"]))

        expect("what is right", small({}), 0)
        expect("a new check", small({"a.cc": SMALL["a.cc"] + 'return fail(Code::B, "");\n'}), 1)
        expect("a line that stands twice", small({"a.cc": SMALL["a.cc"] + 'if (z) return bad("b");\n'}), 1)
        expect("a check that is gone", small({"a.cc": SMALL["a.cc"].replace("if (z)", "if (w)")}), 2)
        expect("an exception that is gone", small({"a.cc": SMALL["a.cc"].replace("KITH_CHECK(check_it(x));", "")}), 1)
        expect("an exception without a reason", small({}, SMALL_TABLE.replace("another file checks it", "")), 1)
        expect("a program that there is not", small({}, SMALL_TABLE.replace("a_test", "b_test")), 2)
        expect("what is right again", small({}), 0)
        mutants, _ = mutants_of(root, read_tables(root))
        expect("the names", [m.name for m in mutants], ["a.1", "a.2", "b"])
        expect("two clauses with a switch", changed(load(root, "a.cc"), mutants[:2]).splitlines()[0],
               'if ((!::kith_off("a.1") && (x)) || (!::kith_off("a.2") && (y < f(1, 2)))) {')
        expect("a survivor", run(root, root, [], NoBuilder), 1)
        expect("none", run(root, root, ["a"], NoBuilder), 0)
        expect("none but what is left out", run(root, root, ["-b"], NoBuilder), 0)
        expect("the line put back", load(root, "a.cc"), SMALL["a.cc"])
        small({}, SMALL_TABLE.replace("""'if (z) return bad("b");'""", """{line = 'if (z) return bad("b");', off = "CANNOT"}"""))
        expect("what does not compile", run(root, root, ["b"], NoBuilder), 1)
    return wrong


def main():
    what, here = sys.argv[1], os.path.dirname(os.path.abspath(__file__))
    if what == "run":
        return run(os.path.abspath(sys.argv[2]), here, sys.argv[3:])
    found = check_itself() if what == "itself" else check_table(os.path.abspath(sys.argv[2]), here)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
