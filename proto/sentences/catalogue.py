#!/usr/bin/env python3
"""Every sentence that the engine says to a person, found in the source and kept in kith.pot for translators.

  catalogue.py ROOT           compares, and says how to make it anew
  catalogue.py ROOT --write   makes it anew

A text in quotes becomes a sentence where a function takes it as a Literal (core/base/include/kith/base/sentence.h): worded,
wording, fail, and whatever else has such a parameter. What cannot be seen here is refused.
"""
import os
import re
import sys
from dataclasses import dataclass, field

import cpp

PLACES = ("core", "sync", "mobile-bindings")
# Programs of their own speak English to whoever runs them; the bridge to Java says nothing.
LEFT_ALONE = ("sync/relay/", "mobile-bindings/jni/")
DEFINED_IN = ("core/base/include/kith/base/sentence.h", "core/base/include/kith/base/result.h")
FILE = "proto/sentences/kith.pot"
HEAD = '''# What the engine of Kith says to a person. Made by proto/sentences/catalogue.py: change the source, not this file.
msgid ""
msgstr ""
"Project-Id-Version: kith\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
'''


@dataclass
class Taker:
    """A function that takes a text in quotes for words."""
    name: str
    position: int
    where: str   # files that begin so can call it
    code: str    # the error code that it makes of it, if it is known


@dataclass
class Entry:
    english: str
    files: list = field(default_factory=list)
    codes: list = field(default_factory=list)
    notes: list = field(default_factory=list)  # for the translator


EVERYWHERE = [Taker("worded", 0, "", ""), Taker("wording", 0, "", ""), Taker("fail", 1, "", "")]


def sentence_id(english):
    """As kith::sentence_id."""
    number = 0xcbf29ce484222325
    for byte in english.encode():
        number = (number ^ byte) * 0x100000001b3 % 2**64
    return "".join("abcdefghijklmnopqrstuvwxyz234567"[number >> shift & 31] for shift in range(60, -1, -5))


def sources(root):
    """Each source's name below the root, and its text."""
    for place in PLACES:
        for folder, _, names in os.walk(os.path.join(root, place)):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), root)
                if name.endswith((".h", ".cc", ".def")) and not path.startswith(LEFT_ALONE) and path not in DEFINED_IN:
                    with open(os.path.join(root, path), encoding="utf-8") as source:
                        yield path, source.read()


def reach_of(path):
    """Who sees what a source declares: everybody a public header's, the module a private one's, itself a .cc's."""
    if path.endswith(".cc"):
        return path
    return "" if "/include/" in path else path[:path.index("/src/") + 1]


def taker_at(path, code, at):
    """The function in whose parameters a Literal stands."""
    opening = cpp.opening_before(code, at)
    # Of a lambda the name that it is given.
    before = re.search(r"(\w+)(?:\s*=\s*\[[^\]]*\])?$", code[:opening]) if opening >= 0 else None
    if before is None or before.group(1)[0].isupper():
        raise ValueError(f"{path}: Literal stands for the parameter of a function, and for nothing else")
    if not re.match(r"Literal<\w+> \w+\s*[,)]", code[at:]):
        raise ValueError(f"{path}: a Literal stands for the parameter of a function as it is, and has a name")
    end = cpp.arguments(code, opening + 1)[1]
    made = re.match(r"\)[^;{]*\{\s*return fail\(Code::(\w+)", code[end:])
    return Taker(before.group(1), cpp.commas(code[opening + 1:at]), reach_of(path), made.group(1) if made else "")


def takers_of(path, code):
    return [taker_at(path, code, found.start()) for found in re.finditer(r"\bLiteral\s*<", code)]


def note_above(text, at):
    """What the source says to translators in the comment above a line."""
    lines = text[:at].split("\n")[:-1]
    above = []
    while lines and lines[-1].strip().startswith("//"):
        above.insert(0, lines.pop().strip().lstrip("/ "))
    words = " ".join(above)
    return words[words.index("Translators:") + len("Translators:"):].strip() if "Translators:" in words else ""


def texts_by_name(code):
    """What the compiler takes for a text in quotes, and stands elsewhere."""
    return re.findall(r"\bconstexpr char (\w+)\s*\[|^#define (\w+)[ \t]+\"", code, re.MULTILINE)


def check_argument(path, taker, argument, hidden):
    """That nothing becomes words behind the back of this file."""
    if taker.name in ("worded", "wording"):
        raise ValueError(f"{path}: {taker.name}({argument}...): only a text in quotes can be found here")
    if argument in hidden or '"' in argument and re.match(r'\(|\w*"|.*"$', argument, re.DOTALL):
        raise ValueError(f"{path}: {taker.name} is given {argument}: write its text in quotes there, and nothing else")


def said_in(path, text, takers, hidden):
    """Each text of a source that becomes words: the words, the error code, the values, and where it stands."""
    code = cpp.without_comments(text)
    for taker in takers:
        if not path.startswith(taker.where):
            continue
        for at, given in cpp.calls(code, taker.name):
            if len(given) <= taker.position:
                continue
            words = cpp.text_of(given[taker.position])
            if words is None:
                check_argument(path, taker, given[taker.position], hidden)
                continue
            within = re.search(r"\bfail\(Code::(\w+),\s*$", code[:at])
            own = re.fullmatch(r"Code::(\w+)", given[0]) if taker.name == "fail" else within
            yield at, words, own.group(1) if own else taker.code, given[1:] if taker.name == "worded" else []


def add(entry, path, error, values, note):
    for there, new in ((entry.files, path), (entry.codes, error), (entry.notes, note)):
        if new and new not in there:
            there.append(new)
    for place, value in enumerate(values):
        plain = re.sub(r"^std::move\((.*)\)$", r"\1", " ".join(value.split()))
        line = f"{{{place}}} is {plain}"
        if '"' not in value and line not in entry.notes:
            entry.notes.append(line)


def read(files):
    """The entries by their ids; `files` are (name, text)."""
    files = sorted(files)
    takers, hidden = list(EVERYWHERE), set()
    for path, text in files:
        code = cpp.without_comments(text)
        takers += takers_of(path, code)
        hidden.update(name for names in texts_by_name(code) for name in names if name)
    takers = list({(one.name, one.position, one.where): one for one in takers}.values())
    entries = {}
    for path, text in files:
        found = {(at, words, error, tuple(values)) for at, words, error, values in said_in(path, text, takers, hidden)}
        for at, words, error, values in sorted(found):
            entry = entries.setdefault(sentence_id(words), Entry(words))
            if entry.english != words:
                raise ValueError(f"two sentences of one id, change the words of one: {entry.english!r} and {words!r}")
            add(entry, path, error, values, note_above(text, at))
    return entries


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def pot(entries):
    out = [HEAD]
    for name, entry in entries.items():
        lines = [f"#. {note}" for note in entry.notes]
        lines += [f"#. Error {', '.join(sorted(entry.codes))}"] if entry.codes else []
        lines += [f"#: {path}" for path in entry.files]
        lines += ["#, python-brace-format"] if "{" in entry.english else []
        out.append("\n".join(lines + [f'msgctxt "{name}"', f"msgid {quoted(entry.english)}", 'msgstr ""\n']))
    return "\n".join(out)


def main():
    root = os.path.abspath(sys.argv[1])
    kept = os.path.join(root, FILE)
    made = pot(read(sources(root)))
    if sys.argv[2:] == ["--write"]:
        with open(kept, "w", encoding="utf-8") as out:
            out.write(made)
        return 0
    with open(kept, encoding="utf-8") as known:
        fresh = known.read() == made
    if not fresh:
        print(f"{FILE} is made otherwise today; made anew by: {' '.join(sys.argv)} --write")
    return 0 if fresh else 1


if __name__ == "__main__":
    sys.exit(main())
