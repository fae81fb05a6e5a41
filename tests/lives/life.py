"""A life: what persons type over months, and what they are told, as a transcript that reads like a story.

    # A comment.
    at 2026-03-15 09:00
    noor: kith person add "Ilse Brandt"
        <id 1>    added

A moment sets the clock, which goes on by a minute with each command, so that what is noted later is newer. A command's
whole output stands below it, indented. Ids are made by chance and shown as <id 1>, <id 2>, in the order in which they
were seen. A command that ends in "-> word" names the id that it prints: <word> is what later commands use and what is
shown. A line that ends in a backslash goes on in the next one.
"""
import datetime
import glob
import os
import re
import shlex
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from program import COLUMNS, Failed, Kith, claim, columns  # noqa: E402

INDENT = "    "
MOMENT = re.compile(r"at (\d{4}-\d{2}-\d{2} \d{2}:\d{2})$")
COMMAND = re.compile(r"([a-z]+): kith(?: (.*?))??(?: -> ([a-z]+))?$", re.DOTALL)
SHOWN_ID = re.compile(r"\b(?:[0-9a-f]{32}|[0-9a-f]{8})\b")
USED_ID = re.compile(r"<([a-z]+)>")
SHORT = 8  # an id as lists show it


class Line:
    """A comment, an empty line, a moment, or a command with its output."""

    def __init__(self, number, text):
        self.number, self.text, self.output = number, text, []

    @property
    def command(self):
        return COMMAND.match(self.text.replace("\\\n", " "))

    @property
    def moment(self):
        return MOMENT.match(self.text)


def parse(text):
    """The lines of a life, each command with its output."""
    found, empty = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if found and found[-1].text.endswith("\\"):
            found[-1].text += "\n" + line
        elif line.startswith(INDENT):
            claim(found and found[-1].command, f"line {number} is an output, and of no command", line)
            found[-1].output += [""] * len(empty) + [line[len(INDENT):]]
            empty = []
        elif not line.strip():
            empty.append(Line(number, ""))
        else:
            found += empty + [Line(number, line)]
            empty = []
            claim(line.startswith("#") or found[-1].command or found[-1].moment,
                  f"line {number} is a comment, a moment or a command", line)
    return found


def unparse(lines):
    out = []
    for line in lines:
        out.append(line.text)
        out += [(INDENT + shown).rstrip() for shown in line.output]
    return "\n".join(out) + "\n"


class Ids:
    """Stable words for what is made by chance."""

    def __init__(self):
        self.words, self.named = {}, {}  # the beginning of an id -> what is shown; a name -> an id

    def name(self, word, output):
        """The first id of an output gets a name."""
        found = SHOWN_ID.search(output)
        claim(word not in self.named and found, f"an id to be named {word}, which no other is", output)
        claim(found.group()[:SHORT] not in self.words, f"the id named {word} is a new one", output)
        self.named[word] = found.group()
        self.words[found.group()[:SHORT]] = f"<{word}>"

    def hide(self, text):
        def word(found):
            shown = found.group()
            unnamed = len(self.words) - len(self.named) + 1
            stable = self.words.setdefault(shown[:SHORT], f"<id {unnamed}>")
            # As wide as it was, so that the columns of a list stay.
            return stable.ljust(SHORT) if len(shown) == SHORT else stable
        return SHOWN_ID.sub(word, text)

    def reveal(self, text):
        def real(found):
            claim(found.group(1) in self.named, f"{found.group()} is the name of an id", text)
            return self.named[found.group(1)]
        return USED_ID.sub(real, text)


def clock_library():
    """What gives a program another date. Not the clock that only goes forward: what waits goes by that one."""
    found = sorted(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1"))
    claim(found, "Debian's package faketime is not installed: apt-get install faketime")
    return found[0]


class Lived:
    """Runs a life, each person with a vault of an own in one folder. REQUIRES: that folder is the working one,
    so that no path of this machine is printed."""

    def __init__(self, program, folder):
        self.program, self.folder, self.clock = program, folder, clock_library()
        self.persons, self.ids, self.now = {}, Ids(), None

    def person(self, name):
        if name not in self.persons:
            self.persons[name] = Kith(self.program, self.folder)
            self.persons[name].vault = name
        return self.persons[name]

    def moment(self, line):
        when = datetime.datetime.fromisoformat(line.moment.group(1))
        claim(self.now is None or when >= self.now, f"line {line.number}: time goes forward", line.text)
        self.now = when

    def command(self, line):
        """Standard output, then standard error as on a terminal, then the exit status where it is not 0."""
        claim(self.now, f"line {line.number}: no moment was said before", line.text)
        name, words, word = line.command.groups()
        try:
            words = shlex.split(self.ids.reveal(words or ""))
        except ValueError as why:
            raise Failed(f"line {line.number}: {why}: {line.text}") from None
        status, out, err = self.person(name).run(
            *words, LD_PRELOAD=self.clock, FAKETIME=f"@{self.now:%Y-%m-%d %H:%M:%S}", FAKETIME_DONT_FAKE_MONOTONIC="1",
            NO_FAKE_STAT="1")
        self.now += datetime.timedelta(minutes=1)
        if word:
            self.ids.name(word, out)
        shown = (out + err).splitlines()
        for text in shown:
            claim(columns(text) <= COLUMNS, f"line {line.number}: {COLUMNS} columns", f"{columns(text)}: {text}")
        shown = [self.ids.hide(text).rstrip() for text in shown]
        return shown + ([f"(exit {status})"] if status else [])

    def live(self, lines):
        """The same lines with what is said now."""
        out = []
        for line in lines:
            again = Line(line.number, line.text)
            if line.moment:
                self.moment(line)
            if line.command:
                again.output = self.command(line)
            out.append(again)
        return out
