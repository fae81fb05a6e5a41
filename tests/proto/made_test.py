#!/usr/bin/env python3
"""What proto/generator makes and the repository keeps is what it makes today.

  made_test.py PROTOC ROOT           compares, and says how to make it anew
  made_test.py PROTOC ROOT --write   makes it anew
"""
import filecmp
import os
import subprocess
import sys
import tempfile

# The generator, and what it makes below the root: a file, or a folder and all that stands in it.
MADE = {
    "kotlin_values.py": "mobile-bindings/kotlin/kith-core/src/made/kotlin/org/kith/api",
    "c_numbers.py": "mobile-bindings/c/include/kith_numbers.h",
    "swift_values.py": "mobile-bindings/swift/Sources/Kith/Made",
    "swift_names.py": "mobile-bindings/swift/Tests/KithTests/Made/EveryValue.swift",
}


def run(command, **kw):
    subprocess.run(command, check=True, **kw)


def make(protoc, root, work, script, out):
    protos = os.path.join(root, "proto")
    described = os.path.join(work, "descriptors")
    if not os.path.exists(described):
        run([protoc, "-I", protos, "--include_imports", "--include_source_info", f"--descriptor_set_out={described}",
             "kith/api/v1/methods.proto"])
        run([protoc, "-I", protos, f"--python_out={work}", "kith/api/v1/options.proto"])
    run([sys.executable, os.path.join(protos, "generator", script), described, out],
        env=dict(os.environ, PYTHONPATH=work, PYTHONDONTWRITEBYTECODE="1"))


def files_of(path):
    """What stands there, by its name below the path."""
    if not os.path.isdir(path):
        return {"": path} if os.path.exists(path) else {}
    return {os.path.relpath(os.path.join(folder, name), path): os.path.join(folder, name)
            for folder, _, names in os.walk(path) for name in names}


def differences(kept, made):
    kept, made = files_of(kept), files_of(made)
    for name in sorted(kept.keys() | made.keys()):
        if name not in kept:
            yield f"{name} is not there"
        elif name not in made:
            yield f"{name} is there, and nothing makes it"
        elif not filecmp.cmp(kept[name], made[name], shallow=False):
            yield f"{name} is made otherwise today"


def main():
    protoc, root = sys.argv[1], os.path.abspath(sys.argv[2])
    wrong = []
    with tempfile.TemporaryDirectory() as work:
        for script, place in MADE.items():
            kept = os.path.join(root, place)
            if sys.argv[3:] == ["--write"]:
                make(protoc, root, work, script, kept)
                continue
            made = os.path.join(work, "made", place)
            os.makedirs(os.path.dirname(made))
            make(protoc, root, work, script, made)
            wrong += [f"{place} {line}" for line in differences(kept, made)]
    for line in wrong:
        print(line)
    if wrong:
        print(f"made anew by: {' '.join(sys.argv)} --write")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
