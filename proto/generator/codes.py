"""Which error codes are transient: the same call may succeed later without the caller changing anything.
core/base/include/kith/base/codes.def says so; the api's ErrorCode has the same names."""
import os
import re

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../core/base/include/kith/base/codes.def")
LINE = re.compile(r"^KITH_CODE\((\w+), (\d+), (true|false)\)", re.MULTILINE)


def transient(enum):
    """Their names, in the order of the enum. Both have the same codes, or it is an error."""
    with open(FILE, encoding="utf-8") as source:
        known = {name: (int(number), flag == "true") for name, number, flag in LINE.findall(source.read())}
    declared = {value.name: value.number for value in enum.values if value.number}
    if declared != {name: number for name, (number, _) in known.items()}:
        raise ValueError(f"{enum.full} and codes.def do not have the same codes")
    return [name for name in declared if known[name][1]]
