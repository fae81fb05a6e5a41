#!/usr/bin/env python3
"""What clang says of the locks, without building anything: each source is read with its own command.

  read_with_clang.py ROOT BUILD FOLDER...   every source of BUILD's compile_commands.json below a FOLDER of ROOT

Errors are what no compiler takes, and what its thread-safety analysis finds; other warnings are the build's.
The preset `tidy` makes such a BUILD; its target kith_generated makes what the sources include.
"""
import concurrent.futures
import json
import os
import shlex
import subprocess
import sys


def read(entry):
    words = shlex.split(entry["command"])
    while os.path.basename(words[0]) == "ccache":
        words.pop(0)
    at = words.index("-o")
    options = ["-fsyntax-only", "-Wno-error", "-Wthread-safety", "-Werror=thread-safety"]
    done = subprocess.run(words[:at] + words[at + 2:] + options, cwd=entry["directory"],
                          capture_output=True, text=True)
    return done.returncode, done.stderr


def main():
    root, build, *folders = sys.argv[1:]
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        known = json.load(file)
    below = tuple(os.path.join(os.path.realpath(root), folder, "") for folder in folders)
    entries = [entry for entry in known if entry["file"].startswith(below)]
    nothing = [folder for folder, path in zip(folders, below) if not any(e["file"].startswith(path) for e in entries)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        refused = [said for code, said in pool.map(read, entries) if code != 0]
    for said in refused:
        print(said, end="")
    for folder in nothing:
        print(f"{folder}: no source there is built")
    print(f"{len(entries)} sources read, {len(refused)} refused")
    return 1 if refused or nothing or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
