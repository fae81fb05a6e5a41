"""The tables of checks, as they are written, and where in a file a line of theirs stands."""
import glob
import os
import re
import tomllib
from dataclasses import dataclass, field


class TableError(Exception):
    """What is wrong with a table, in words."""


@dataclass
class Check:
    name: str
    path: str
    line: str
    program: str
    tests: str
    off: str | None = None
    same: dict = field(default_factory=dict)  # clauses that change nothing when they are turned off, and why


@dataclass
class Exception_:
    path: str
    line: str
    why: str


@dataclass
class Tables:
    checks: list
    exceptions: list


def read_tables(folder):
    out = Tables([], [])
    for table in sorted(glob.glob(os.path.join(folder, "*.toml"))):
        with open(table, "rb") as file:
            for path, part in tomllib.load(file).items():
                usual = {"program": part["program"], "tests": part.get("tests", "*")}
                for name, said in part.get("checks", {}).items():
                    said = {"line": said} if isinstance(said, str) else said
                    out.checks.append(Check(name, path, **(usual | said)))
                for line, why in part.get("exceptions", {}).items():
                    out.exceptions.append(Exception_(path, line, why))
    return out


def spans_of(text, line):
    """Where `line` stands in `text`; a line may be broken in the file wherever it has a space."""
    pattern = r"\s+".join(re.escape(word) for word in line.split())
    return [match.span() for match in re.finditer(pattern, text)]
