"""How a check is turned off: its condition is never true, one clause at a time, or its call is not asked.

Nearly all of them are built into one set of programs: a check gets a switch, a call of kith_off() with its name, and
a run says by a variable which one is off. Only what a table puts into its own words (`off`) is built by itself."""
import re
from dataclasses import dataclass

from tables import TableError

PAIRS = {"(": ")", "[": "]", "{": "}"}

# Included before the first line of every source of the copy.
SWITCH = """#pragma once
#include <cstdlib>
#include <cstring>
inline bool kith_off(const char* name) {
  static const char* const off = std::getenv("KITH_OFF");
  return off != nullptr && std::strcmp(off, name) == 0;
}
"""


@dataclass
class Way:
    """One way to turn a check off: what stands at [begin, end) of its text is `text` instead."""
    name: str
    begin: int
    end: int
    text: str
    switched: bool  # the text asks kith_off(name); else it is without the check, whatever is asked


def closing(text, opening):
    """Where the bracket at `opening` is closed."""
    depth, quoted, at = 0, False, opening
    while at < len(text):
        c = text[at]
        if quoted:
            at += c == "\\"
            quoted = c != '"'
        elif c == '"':
            quoted = True
        elif c in PAIRS:
            depth += 1
        elif c in PAIRS.values():
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise TableError("its brackets do not close")


def clauses(text, begin, end):
    """Spans of what stands between the outermost ||, less the spaces around it."""
    out, depth, at = [], 0, begin
    while at < end:
        depth += (text[at] in PAIRS) - (text[at] in PAIRS.values())
        if depth == 0 and text.startswith("||", at):
            out.append((begin, at))
            begin = at = at + 2
            continue
        at += 1
    spans = out + [(begin, end)]
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in spans]


def ways_to_turn_off(name, text, off, same):
    """Every way to turn off the check `name`, whose text this is."""
    if off is not None:
        return [Way(name, 0, len(text), off, False)]
    call = re.match(r"KITH_CHECK\(", text)
    if call:
        end = text.index(";", closing(text, call.end() - 1)) + 1
        asked = text[call.end():closing(text, call.end() - 1)]
        return [Way(name, 0, end, f'do {{ if (::kith_off("{name}")) {{ static_cast<void>({asked}); }} '
                    f"else {{ KITH_CHECK({asked}); }} }} while (false);", True)]
    condition = re.search(r"\bif \(", text)
    if condition:
        begin = condition.end()
        spans = clauses(text, begin, closing(text, begin - 1))
        out = []
        for number, (a, b) in enumerate(spans, 1):
            way = f"{name}.{number}" if len(spans) > 1 else name
            never = f'!::kith_off("{way}") && ({text[a:b]})'
            if str(number) not in same:
                out.append(Way(way, a, b, never if len(spans) == 1 else f"({never})", True))
        return out
    raise TableError("neither an if nor a KITH_CHECK, and it does not say what it is without the check")
