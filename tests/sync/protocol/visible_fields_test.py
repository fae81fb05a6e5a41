#!/usr/bin/env python3
"""All that a relay sees stands in a table of sync/PROTOCOL.md, "What the relay sees", and nothing else.

  visible_fields_test.py schema ROOT   the table against the schema and the headers
  visible_fields_test.py itself ROOT   the check finds a new field, and a line that is out of date
"""
import os
import re
import sys

DOCUMENT = "sync/PROTOCOL.md"
SCHEMA = "proto/kith/relay/v1/relay.proto"
# What lies in the clear in every entry, or in a membership entry.
HEADERS = {
    "sync/envelope/include/kith/envelope/entry.h": ["Head", "EntryHeader"],
    "sync/envelope/include/kith/envelope/membership.h": [
        "DeviceKeys", "Genesis", "Wrap", "EpochStart", "FoundAction", "EpochAction", "AddMemberAction",
        "LeaveAction", "GrantAction", "ChainEnd", "RenewAction", "DecideForkAction", "MembershipBody"],
    "sync/envelope/src/membership_body.h": ["Administration"],
}

MEMBER = re.compile(r"(\w+)\s*(=.*|\{.*\})?$", re.DOTALL)


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def blocks(text, opening):
    """name -> what stands between its braces."""
    out = {}
    for found in re.finditer(opening + r"\s+(\w+)\s*\{", text):
        depth, at = 1, found.end()
        while depth > 0:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        out[found.group(1)] = text[found.end():at - 1]
    return out


def messages(schema):
    field = re.compile(r"(?:^|[;{])\s*(?:repeated\s+|optional\s+)?[\w.]+(?:<[^>]*>)?\s+(\w+)\s*=\s*\d+")
    out = {}
    for name, body in blocks(without_comments(schema), r"\bmessage").items():
        if re.search(r"\b(message|oneof)\b", body):
            raise SystemExit(name + ": this check reads no message or oneof in a message")
        out[name] = set()
        for statement in body.split(";"):
            found = field.match(statement)
            if found:
                out[name].add(found.group(1))
    return out


def structs(header, names):
    known = blocks(without_comments(header), r"\bstruct")
    out = {}
    for name in names:
        members = [s for s in known[name].split(";") if s.strip() and "(" not in s]
        out[name] = {MEMBER.search(s.strip()).group(1) for s in members}
    # A new action is a struct of its own, and must be on the list.
    for actions in re.findall(r"variant<([^>]*)>\s*action", header):
        for action in re.findall(r"\w+", actions):
            if action not in names:
                raise SystemExit(action + ": an action that HEADERS does not list")
    return out


def table(document):
    """What the section's table lists: `Name field field`."""
    section = re.search(r"^## \d+\. What the relay sees\n(.*?)^## ", document, re.M | re.S).group(1)
    out = {}
    for row in re.findall(r"^\|.*\|$", section, re.MULTILINE):
        for words in re.findall(r"`([A-Z][^`]*)`", row.split("|")[2]):
            name, *fields = words.split()
            out.setdefault(name, set()).update(fields)
    return out


def problems(read):
    sent = messages(read(SCHEMA))
    for path, names in HEADERS.items():
        sent.update(structs(read(path), names))
    listed = table(read(DOCUMENT))
    out = []
    for name in sorted(sent.keys() | listed.keys()):
        if name not in listed:
            out.append(name + " is sent and has no line in the table")
        if name not in sent:
            out.append(name + " has a line in the table and is not sent")
        for field in sorted(sent.get(name, set()) - listed.get(name, set())):
            out.append(f"{name}.{field} is sent and has no place in the table")
        for field in sorted(listed.get(name, set()) - sent.get(name, set())):
            out.append(f"{name}.{field} has a place in the table and is not sent")
    return out


def reader(root, path=None, old=None, new=None):
    """Reads the files under root, with `old` replaced by `new` in one of them."""
    def read(name):
        text = open(os.path.join(root, name), encoding="utf-8").read()
        if name != path:
            return text
        if old not in text:
            raise SystemExit(f"{name} does not hold {old!r}")
        return text.replace(old, new, 1)
    return read


def check_itself(root):
    entry, membership = list(HEADERS)[:2]
    size = "  std::uint32_t body_size = 0;"
    number = "  std::uint32_t number = 0;"
    row = "`Row position received_ms entry`"
    cases = [
        (SCHEMA, "message Proof { ", "message Proof { string user_agent = 9; ", "Proof.user_agent is sent"),
        (SCHEMA, "  int64 time_ms = 4;", "  int64 time_ms = 4; repeated string seen = 9;", ".seen is sent"),
        (SCHEMA, "message Page {", "message Presence { bytes who = 1; }\nmessage Page {", "Presence is sent"),
        (entry, size, size + " SignKey reader{};", "EntryHeader.reader is sent"),
        (membership, number, number + " Bytes role;", "AddMemberAction.role is sent"),
        (DOCUMENT, row, "`Row position entry`", "Row.received_ms is sent"),
        (DOCUMENT, row, "`Row position received_ms entry age`", "Row.age has a place"),
        (DOCUMENT, "`LeaveAction sealed`", "`LeaveAction sealed` `Typing space`", "Typing has a line"),
    ]
    missed = []
    for path, old, new, expected in cases:
        found = problems(reader(root, path, old, new))
        if not any(expected in problem for problem in found):
            missed.append(f"not found: {expected} ({found})")
    return missed


def main():
    what, root = sys.argv[1:]
    found = problems(reader(root)) if what == "schema" else check_itself(root)
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
