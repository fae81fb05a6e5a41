#!/usr/bin/env python3
"""The rules for alerts that are shipped, by Prometheus' own tool: they are rules, and come when they have to.

  alerts_test.py ALERTS TESTS
"""
import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def main():
    alerts, tests = map(os.path.abspath, sys.argv[1:])
    tool = shutil.which("promtool")
    if tool is None:
        print("promtool is not here (Debian's package prometheus has it)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        mine = os.path.join(folder, "tests.yml")
        with open(tests, encoding="utf-8") as given, open(mine, "w", encoding="utf-8") as out:
            out.write(given.read().replace("ALERTS", alerts))
        for command in (["check", "rules", alerts], ["test", "rules", mine]):
            if subprocess.run([tool, *command], check=False).returncode != 0:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
