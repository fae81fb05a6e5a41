"""How a check is turned off: its condition is never true, one clause at a time, or its call is not asked."""
import re

from tables import TableError

PAIRS = {"(": ")", "[": "]", "{": "}"}


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
    """Spans of what stands between the outermost ||."""
    out, depth, at = [], 0, begin
    while at < end:
        depth += (text[at] in PAIRS) - (text[at] in PAIRS.values())
        if depth == 0 and text.startswith("||", at):
            out.append((begin, at))
            begin = at = at + 2
            continue
        at += 1
    return out + [(begin, end)]


def turned_off(text, off, same):
    """(suffix of the name, text without the check) for each way to turn it off."""
    if off is not None:
        return [("", off)]
    call = re.match(r"KITH_CHECK\(", text)
    if call:
        end = closing(text, call.end() - 1)
        return [("", f"static_cast<void>({text[call.end():end]})" + text[end + 1:])]
    condition = re.search(r"\bif \(", text)
    if condition:
        begin = condition.end()
        spans = clauses(text, begin, closing(text, begin - 1))
        out = []
        for number, (a, b) in enumerate(spans, 1):
            clause = text[a:b].strip()
            never = f"false && ({clause})" if len(spans) == 1 else f"(false && ({clause}))"
            before, after = (" " if number > 1 else ""), (" " if number < len(spans) else "")
            if str(number) not in same:
                out.append((f".{number}" if len(spans) > 1 else "", text[:a] + before + never + after + text[b:]))
        return out
    raise TableError("neither an if nor a KITH_CHECK, and it does not say what it is without the check")
