#!/usr/bin/env python3
"""Compiles sources as the build would, each by itself and with more options: nothing is made.

  each_by_itself.py all COMMANDS ROOT PATTERN OPTION...   those of compile_commands.json whose path below ROOT matches
  each_by_itself.py itself COMPILER OPTION...             a source that does not compile is named, others are not

Prints what does not compile and why, then "N sources, M do not compile".
"""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile


def command_of(entry, options):
    """The build's own, without what it would write."""
    words, out = shlex.split(entry["command"]), []
    while words:
        word = words.pop(0)
        if word in ("-o", "-MT", "-MF"):
            words.pop(0)
        elif word not in ("-c", "-MD"):
            out.append(word)
    return [word for word in out if os.path.basename(word) != "ccache"] + ["-fsyntax-only", *options]


def compile_one(entry, options):
    return subprocess.run(command_of(entry, options), cwd=entry["directory"], capture_output=True, text=True)


def compile_all(commands, root, pattern, options):
    entries = {os.path.relpath(entry["file"], root): entry for entry in json.load(open(commands, encoding="utf-8"))}
    wanted = sorted(path for path in entries if re.match(pattern, path))
    wrong = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, done in zip(wanted, pool.map(lambda path: compile_one(entries[path], options), wanted)):
            if done.returncode != 0:
                wrong.append(path)
                print(path, *re.findall(r".*(?:error|warning): .*", done.stderr)[:3], sep="\n  ")
    print(f"{len(wanted)} sources, {len(wrong)} do not compile")
    return wrong if wanted else ["nothing to compile"]


def check_itself(compiler, options):
    sources = {"core/good.cc": "int a;\n", "core/bad.cc": "#include <vector>\nint b = std::no_such_name;\n",
               "apps/bad.cc": "none\n"}
    with tempfile.TemporaryDirectory() as root:
        entries = []
        for path, text in sources.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as out:
                out.write(text)
            file = os.path.join(root, path)
            entries.append({"directory": root, "file": file, "command": f"{compiler} -std=c++20 -MD -MT x -MF x.d -o x.o -c {file}"})
        commands = os.path.join(root, "commands.json")
        with open(commands, "w", encoding="utf-8") as out:
            json.dump(entries, out)
        wrong = compile_all(commands, root, r"core/", options)
        made = [name for name in os.listdir(root) if name.startswith("x.")]
    return ([] if wrong == ["core/bad.cc"] else [f"found {wrong}"]) + [f"{name} was made" for name in made]


def main():
    what, *rest = sys.argv[1:]
    if what == "itself":
        wrong = check_itself(rest[0], rest[1:])
        print(*wrong, sep="\n")
    else:
        wrong = compile_all(rest[0], rest[1], rest[2], rest[3:])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
