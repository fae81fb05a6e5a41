#!/usr/bin/env python3
"""run.py PROGRAM [ARGUMENT...]: the program in a new empty folder, given as its last argument."""
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    sys.exit(subprocess.run([*sys.argv[1:], folder], check=False).returncode)
