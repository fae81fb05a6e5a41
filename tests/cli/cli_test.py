#!/usr/bin/env python3
"""The kith program alone: arguments, passphrases, what it prints, and its JSON. No relay.

  cli_test.py --kith PROGRAM SCENARIO
"""
import datetime
import fcntl
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from held_open import by_passphrase
from program import (CARDS, COLUMNS, ID, PASSPHRASE, REPOSITORY, claim, columns, flat, forbid_locking, main,
                     skip_where_nothing_is_locked)


def commands_of(k, *path):
    """Every command with its help, found in the help of its parent."""
    text = k.says(*path, "--help")
    heading = r"^Subcommands:\n" if path else r"^[A-Z][a-z]+: .*\n"  # kith's own are in groups
    found = "".join(re.findall(heading + r"((?:  .*\n?)+)", text, re.MULTILINE))
    if not found:
        return {path: text}
    out = {}
    for name in re.findall(r"^  ([a-z-]+)", found, re.MULTILINE):
        out.update(commands_of(k, *path, name))
    return out


def version_and_help(k):
    claim(re.fullmatch(r"kith \d+\.\d+\.\d+\n", k.says("--version")), "--version prints the version")
    claim(re.fullmatch(r"\d+\.\d+\.\d+", k.do("--version")["version"]), "and as JSON")
    found = commands_of(k)
    claim(len(found) > 40, "every command is found", sorted(found))
    for path, text in found.items():
        shown = " ".join(("kith", *path))
        claim(text.startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), f"{shown} --help says what it does", text)
        example = re.search(r"^Example:\n  (.*)$", text, re.MULTILINE)
        claim(example and example.group(1).startswith(shown), f"{shown} --help has an example", text)
        claim(text.endswith("\n"), f"{shown} --help ends its last line")
    claim(not os.path.exists(k.vault), "help makes nothing")


def usage_errors(k):
    k.init()
    cases = [["no-such-command"], ["person"], ["person", "add"], ["person", "add", "A", "B"],
             ["sync", "--no-such-flag"], ["sync", "--once", "--watch"], ["log", "add", "--with", "Jonas"],
             ["log", "add", "--when", "today"],
             ["note", "add"], ["relay-view"],
             ["relay-view", "--self", "--with", "Jonas"], ["init"], ["init", "--name", "A", "--kdf", "none"],
             ["pair", "confirm", "0" * 32], ["--vault"], ["share", "0" * 32], ["agenda", "add", "text"]]
    for args in cases:
        k.fails("INVALID_ARGUMENT", *args, status=2)
        status, out, err = k.run(*args)
        claim(status == 2 and out == "", f"kith {args}: exit 2 and nothing on standard output", (status, out))
        claim(err.startswith("kith: ") and "--help" in err, f"kith {args}: says what is wrong", err)
        claim(all(columns(line) <= COLUMNS for line in err.splitlines()), f"kith {args}: {COLUMNS} columns", err)
    status, answer = k.json("no-such-command", "--json")
    claim((status, answer["error"]["code"]) == (2, "INVALID_ARGUMENT"), "--json counts wherever it stands", answer)
    status, out, err = k.run("note", "show", "1" * 32)
    claim((status, out) == (1, "") and err.startswith("kith: ") and "[NOT_FOUND]" in err,
          "an error for a person has its name and goes to standard error", (status, out, err))
    claim(k.items("person", "list") == [] and k.items("log", "list") == [], "nothing was added")


def next_step(k):
    claim("kith init --name" in k.says(), "without a vault the next step is init")
    claim("kith init --name" in k.fails("NOT_FOUND"), "as JSON too")
    claim(not os.path.exists(k.vault), "and nothing is made by asking")
    k.init()
    claim("kith person add" in k.says(), "then a person")
    k.do("person", "add", "Jonas Berg")
    claim("kith log add" in k.says(), "then a conversation")
    k.do("log", "add", "--with", "Jonas", "--when", "today")
    claim("kith pair invite" in k.says(), "then a pair")
    claim("Hello, Amara Osei." in k.says(), "the vault's owner is greeted")
    claim("kith pair invite" in k.do()["next_step"], "as JSON too")


LONG = "He explains hard things simply, and he never once made me feel slow for asking the same question twice. "


def fill_with_long_texts(k):
    """A vault in which every text is longer than a line."""
    k.init("Amara " + "Osei-" * 20)
    k.do("person", "add", "Jonas " + "Berg-" * 20)
    k.do("person", "edit", "Jonas", "--email", "jonas@" + "a" * 90 + ".example.org", "--org", LONG.strip(), "--note",
         LONG * 3, "--birthday", "1985-04-12")
    k.do("relationship", "set", "Jonas", "--kind", "mentor", "--since", "2021-03")
    talk = k.do("log", "add", "--with", "Jonas", "--when", "2024-05-03T14:30", "--medium", "in-person", "--function",
                "COAC:received:2", "--note", LONG * 3, "--next", LONG)["id"]
    note = k.do("note", "add", "--about", "Jonas", LONG * 3 + "\n\n" + "x" * 200)["id"]
    k.do("goal", "add", LONG)
    return talk, note


def next_command(k):
    """What can be done about an error is a step for any face, and a command here that a shell reads as it is."""
    k.init()
    k.do("person", "add", "Jonas")
    k.do("person", "add", "O'Hara $(touch gone)")
    _, answer = k.json("agenda", "add", "a line", "--with", "Jonas")
    claim(answer["error"]["next"] == [{"step": "PAIR_INVITE", "values": ["Jonas"]}], "a step and whom it is about", answer)
    _, _, err = k.run("agenda", "add", "a line", "--with", "Jonas")
    claim("there is no pair with Jonas yet (kith pair invite Jonas) [UNVERIFIED_KEY]" in flat(err), "as a command", err)
    _, _, err = k.run("agenda", "add", "a line", "--with", "O'Hara")
    claim(r"(kith pair invite 'O'\''Hara $(touch gone)')" in flat(err), "in quotes that a shell opens nowhere", err)
    k.do("person", "add", "--", "-rf")
    _, _, err = k.run("agenda", "add", "a line", "--with=-rf")
    claim("(kith pair invite -- '-rf')" in flat(err), "and a name is no option", err)
    long = "Maximiliana Konstantina Theodoropoulou von der Heide"
    k.do("person", "add", long)
    _, _, err = k.run("agenda", "add", "a line", "--with", long)
    claim(any(f"'{long}'" in line for line in err.splitlines()), "no line ends within a name", err)
    _, _, err = k.run("sync", "--once")
    claim("(--relay HOST:PORT --relay-ca FILE)" in flat(err), "options too", err)
    _, answer = k.json("note", "show", "1" * 32)
    claim(answer["error"]["next"] == [], "where nothing can be done none is said", answer)


STEPS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../apps/cli/src/output/steps.cc")
# What stands where a person puts a word of his own.
STAND_INS = {"P": "Jonas", "ID": "1" * 32, "SET": "kram1983", "HOST:PORT": "127.0.0.1:9", "KIND": "peer",
             "DATE": "2021", "N": "30", "WORD": "weekly", "DIGITS": "123456789012", "CODE:received:N": "COAC:received:2",
             "NAME": "Amara", "A Name": "Jonas", "What we spoke about": "work"}


def step_commands(k):
    """Every command that a next step becomes is there and takes what stands in it."""
    k.init()
    k.do("person", "add", "Jonas")
    with open(STEPS) as source:
        rows = re.findall(r"case ([A-Z_]+): return (.*);", source.read())
    claim(len(rows) > 25, "the steps are read", rows)
    stand_ins = {**STAND_INS, "FILE": k.path("out.json"), "FOLDER": k.path("another")}
    for step, text in rows:
        text = text.replace("relationship_options(next)", '" --kind KIND --ideal-days N --max-days N"')
        text = re.sub(r'(?:last_)?value_or\(next, ("(?:[^"\\]|\\.)*")\)', r"\1", text)
        command = json.loads('"' + "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)) + '"')
        words = shlex.split(command)
        if words[0] != "kith" or step == "FACT_EDIT":  # options of the command that failed; the noun is a value
            continue
        status, _, err = k.run(*(stand_ins.get(word, word) for word in words[1:]))
        claim(status != 2, f"{step}: {command} is a command", err)


def columns_(k):
    talk, note = fill_with_long_texts(k)
    for args in (["status"], ["person", "list"], ["person", "show", "Jonas"], ["relationship", "show", "Jonas"],
                 ["log", "list"], ["log", "show", talk], ["note", "list"], ["note", "show", note], ["goal", "list"],
                 ["search", "hard things"], ["timeline"], ["pair", "list"], ["agenda", "list"], ["action", "list"],
                 ["shared", "list"], ["conflicts", "list"], ["alarms", "list"], ["verify"], []):
        claim(k.says(*args).strip(), f"kith {args}: says something")
    shown = k.says("note", "show", note)
    claim("x" * 40 in shown and "never once" in re.sub(r"\s+", " ", shown), "nothing is cut off", shown)
    status, _, err = k.run("note", "show", "no id " * 40)
    claim(status == 1 and all(columns(line) <= COLUMNS for line in err.splitlines()), "errors are wrapped too", err)


def unicode(k):
    k.init("Zoë Ñandú")
    names = ["Jonas Berg", "Zoë Ñandú", "王小明", "Ольга Орлова", "ŻÓŁĆ", "नेहा शर्मा"]
    ids = {name: k.do("person", "add", name)["id"] for name in names}
    for line in k.says("person", "list").splitlines():
        name = next(n for n in names if n in line)
        claim(line == f"{ids[name][:8]}  {name}", "every name begins in the same column", line)
    for query in ("zoe", "ZOË", "王", "ольга"):
        claim(k.do("person", "show", query)["name"] in names, f"{query}: case and accents do not count")
    wide = k.do("note", "add", "王小明说 " * 40)["id"]
    claim(len(k.says("note", "show", wide).splitlines()) > 5, "wide letters take two columns")
    label = k.says("person", "show", "王")
    claim(label.startswith("name          王小明\n"), "a name stands beside its label", label)
    bad = k.do("note", "add", "red \x1b[31m and \u202eturned\ttab".replace("\x1b", ""))["id"]
    text = k.says("note", "show", bad)
    claim("\u202e" not in text and "turned tab" in text, "what turns a line round never reaches the terminal", text)
    k.fails("INVALID_ARGUMENT", "note", "add", "bell \x07")
    claim("Zoë" in k.says("status", LC_ALL="C"), "a locale that is not UTF-8 does not spoil names")
    claim("Zoë" in k.says("status", LC_ALL="no_SUCH.locale"), "nor one that does not exist")


@by_passphrase
def status_counts(k):
    owner = k.init()
    k.do("person", "add", "Jonas Berg")
    k.do("note", "add", "one")
    k.do("note", "add", "two")
    status = k.do("status")
    claim(status["id"] == owner and status["name"] == "Amara Osei", "whose vault it is", status)
    wanted = {"persons": 1, "notes": 2, "conversations": 0, "goals": 0, "actions": 0, "agenda": 0, "shared": 0,
              "pairs": 0, "unconfirmed_pairs": 0, "conflicts": 0, "alarms": 0, "relay": "", "last_sync_ms": 0}
    claim({key: status.get(key) for key in wanted} == wanted, "what is there is counted", status)
    text = k.says("status")
    for part in ("1 person\n", "0 conversations, 2 private notes\n", "none yet\n", "never\n"):
        claim(part in text, f"status says {part.strip()}", text)
    whole = k.do("verify")
    claim(whole["files"] > 2 and whole["bytes"] > 1000 and whole["rows"] > 3, "verify reads the files", whole)
    claim(k.says("verify").startswith("Whole: "), "and says so")


@by_passphrase
def ls09_keys_not_locked(k):
    """LS-09: where the system locks no memory, status says so; where it does, nothing is said."""
    skip_where_nothing_is_locked(k.program)
    k.init()
    before = k.do("status")
    claim(before.get("keys_not_locked") is False and "warning" not in k.says("status"), "locked: no warning", before)
    seen = []
    for args in (["--json", "status"], ["status"]):
        done = subprocess.run([k.program, *args], env=k.environment(), capture_output=True, text=True, timeout=100,
                              preexec_fn=forbid_locking)
        claim(done.returncode == 0, "it works all the same", done)
        seen.append(done.stdout)
    claim(json.loads(seen[0])["keys_not_locked"] is True, "JSON says it", seen[0])
    line = next((x for x in seen[1].splitlines() if x.startswith("warning")), "")
    claim("keys" in line and columns(line) <= COLUMNS, "a person is warned in one line", seen[1])
    print("LS-09: status warns where memory is not locked, as JSON and as text")


@by_passphrase
def passphrase_prompt(k):
    secret = "never to be seen 4711"
    status, seen = k.on_a_terminal("init", "--name", "Amara", "--kdf", "floor",
                                   answers=[("New passphrase:", secret), ("The same again:", secret + "!")])
    claim(status == 1 and "INVALID_ARGUMENT" in seen, "two that differ are refused", (status, seen))
    claim(not os.path.exists(k.vault), "and leave no vault")
    status, seen2 = k.on_a_terminal("init", "--name", "Amara", "--kdf", "floor",
                                    answers=[("New passphrase:", secret), ("The same again:", secret)])
    claim(status == 0, "the same one twice makes a vault", (status, seen2))
    status, seen3 = k.on_a_terminal("note", "add", "kept", answers=[("Passphrase:", secret)])
    claim(status == 0, "and opens it", (status, seen3))
    status, seen4 = k.on_a_terminal("note", "list", answers=[("Passphrase:", "another 4711")])
    claim(status == 1 and "STORE_LOCKED" in seen4, "another one does not", (status, seen4))
    status, seen5 = k.on_a_terminal("--json", "note", "list", answers=[("Passphrase:", secret)])
    claim(status == 0 and '"text":"kept"' in seen5, "the prompt works with --json too", (status, seen5))
    for text in (seen, seen2, seen3, seen4, seen5):
        claim("4711" not in text, "what is typed is never echoed", text)
    status, seen6 = k.on_a_terminal("init", "--name", " ", answers=[])
    claim(status == 1 and "passphrase" not in seen6.lower(), "what can be refused is refused before asking", seen6)
    status, seen7 = k.on_a_terminal("note", "list", answers=[("Passphrase:", "")])
    claim(status == 1 and "INVALID_ARGUMENT" in seen7, "an empty one is said to be empty", (status, seen7))


@by_passphrase
def weak_passphrases(k):
    """What is tried out in no time guards nothing, unless somebody wants it so."""
    for weak in ("seven77", "zzzzzzzzzzzz", "王小明王小明王"):
        message = k.fails("INVALID_ARGUMENT", "init", "--name", "Amara", "--kdf", "floor", KITH_PASSPHRASE=weak)
        claim("--weak-passphrase" in message, "the way out is said", message)
        claim(not os.path.exists(k.vault), "and nothing is made")
    k.do("init", "--name", "Amara", "--kdf", "floor", "--weak-passphrase", KITH_PASSPHRASE="seven77")
    k.do("status", KITH_PASSPHRASE="seven77")
    k.fails("INVALID_ARGUMENT", "keys", "passphrase", KITH_PASSPHRASE="seven77", KITH_NEW_PASSPHRASE="short")
    k.fails("INVALID_ARGUMENT", "backup", k.path("b"), KITH_PASSPHRASE="seven77", KITH_BACKUP_SECRET="short")
    k.do("keys", "passphrase", KITH_PASSPHRASE="seven77", KITH_NEW_PASSPHRASE="王小明王小明王小")
    k.do("status", KITH_PASSPHRASE="王小明王小明王小")


@by_passphrase
def passphrase_sources(k):
    none = {"KITH_PASSPHRASE": None}
    k.fails("INVALID_ARGUMENT", "init", "--name", "Amara", "--kdf", "floor", **none)
    claim(not os.path.exists(k.vault), "without a passphrase no vault is made")
    file = k.write("passphrase", "first line\r\nsecond line\n")
    k.do("--passphrase-file", file, "init", "--name", "Amara", "--kdf", "floor", **none)
    claim(k.do("note", "list", "--passphrase-file", file, **none)["items"] == [], "the option may follow the command")
    k.do("note", "list", KITH_PASSPHRASE="first line")
    k.do("note", "list", "--passphrase-file", k.write("bare", "first line"), **none)
    k.do("note", "list", "--passphrase-file", file, KITH_PASSPHRASE="the file counts, not this")
    k.fails("STORE_LOCKED", "note", "list", KITH_PASSPHRASE="second line")
    k.fails("INVALID_ARGUMENT", "note", "list", **none)
    k.fails("INVALID_ARGUMENT", "note", "list", "--passphrase-file", k.path("nowhere"), **none)
    k.fails("INVALID_ARGUMENT", "note", "list", "--passphrase-file", k.write("empty", "\n"), **none)
    k.fails("INVALID_ARGUMENT", "note", "list", "--passphrase-file", k.write("long", "a" * 2000), **none)
    k.fails("ALREADY_EXISTS", "init", "--name", "Again", "--kdf", "floor", KITH_PASSPHRASE="first line")
    k.fails("NOT_FOUND", "note", "list", "--vault", k.path("elsewhere"))
    status, out, err = k.run("note", "list", KITH_PASSPHRASE="second line")
    claim("second line" not in out + err, "a passphrase is never printed", out + err)


def dates(k):
    k.init()
    k.do("person", "add", "Jonas Berg")
    before = datetime.datetime.now(datetime.timezone.utc).date()
    k.do("log", "add", "--with", "Jonas", "--when", "today")
    k.do("log", "add", "--with", "Jonas", "--when", "yesterday")
    after = datetime.datetime.now(datetime.timezone.utc).date()
    for day in ("today", "yesterday"):
        back = datetime.timedelta(days=day == "yesterday")
        allowed = {(before - back).isoformat(), (after - back).isoformat()}
        claim(allowed & {row["when"] for row in k.items("log", "list")}, f"{day} is a day", k.items("log", "list"))
    for row in k.items("log", "list"):
        k.do("log", "remove", row["id"])
    good = ["1999", "2024", "2024-05", "2024-05-03", "2024-02-29", "2024-05-03T00:00", "2024-05-03T23:59"]
    for when in good:
        k.do("log", "add", "--with", "Jonas", "--when", when)
    claim([r["when"] for r in k.items("log", "list")] ==
          ["2024-05-03T23:59", "2024-05-03T00:00", "2024-05-03", "2024-05", "2024-02-29", "2024", "1999"],
          "newest first, as it was written", k.items("log", "list"))
    for when in ("", "20", "20240", "2024-0", "2024-13", "2024-00", "2024-5-3", "2024-02-30", "2023-02-29",
                 "2024-04-31", "2024-05-03T24:00", "2024-05-03T12:60", "2024-05-03T1:00", "2024-05-03 12:00",
                 "2024-05T12:00",
                 "2024T12:00", "2024-05-03T12:00Z", "0000", "03.05.2024", "soon", "tomorrow"):
        k.fails("INVALID_ARGUMENT", "log", "add", "--with", "Jonas", "--when", when)
    claim(len(k.items("log", "list")) == len(good), "a bad date adds nothing")
    k.do("relationship", "set", "Jonas", "--kind", "peer", "--since", "2021-03")
    k.fails("INVALID_ARGUMENT", "relationship", "set", "Jonas", "--kind", "peer", "--since", "2021-3")
    claim(k.do("relationship", "show", "Jonas")["since"] == "2021-03", "March 2021 has no day")
    k.do("person", "edit", "Jonas", "--birthday", "1985")
    claim(k.do("person", "show", "Jonas")["birthday"] == "1985", "a birthday may be a year")


def cards(k):
    k.init()
    book = k.write("book.vcf", "".join(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{who}\r\nEND:VCARD\r\n"
                                       for who in ("Ida Falk", "Olu Mensah", "Rui Pinto")))
    message = k.fails("INVALID_ARGUMENT", "person", "import", book)
    claim("Ida Falk, Olu Mensah, Rui Pinto" in message, "it says whom to pick", message)
    claim(k.steps("person", "import", book) == ["IMPORT_PICK"], "as a step for any face")
    k.fails("NOT_FOUND", "person", "import", book, "--pick", "Nobody")
    claim(k.items("person", "list") == [], "nobody is taken unasked")
    taken = k.do("person", "import", book, "--pick", "Olu Mensah", "--pick", "rui")
    claim(set(taken) == {"items", "skipped", "report", "same_name"} and taken["skipped"] == [], "what was taken", taken)
    claim([row["name"] for row in taken["items"]] == ["Olu Mensah", "Rui Pinto"], "the picked ones are taken", taken)

    broken = os.path.join(CARDS, "broken.vcf")
    with open(broken, encoding="utf-8") as file:
        lines = file.read().splitlines()
    text = k.says("person", "import", broken, "--pick", "*")
    claim(f"line {lines.index('BEGIN:VCARD') + 1}: " in text and "4 persons added." in text, "and for a person to read", text)
    taken = k.do("person", "import", broken, "--pick", "*")
    claim(taken["items"] == [] and taken["report"][0]["count"] == 4, "nobody comes in twice", taken)
    claim(all(set(row) == {"line", "reason"} and row["reason"] for row in taken["skipped"]),
          "a line and a reason", taken)
    begins = {n for n, line in enumerate(lines, 1) if line == "BEGIN:VCARD"}
    said = {row["line"] for row in taken["skipped"]}
    claim(said and said <= begins, "what is wrong with a card is said with the line it begins on", taken)

    k.fails("INVALID_ARGUMENT", "person", "import", k.path("nowhere.vcf"))
    k.fails("INVALID_ARGUMENT", "person", "import", k.write("letter.txt", "Dear Ida\n"))
    card = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=ISO-8859-1:J\xfcrg Wei\xdf\r\nEND:VCARD\r\n".encode("latin-1")
    taken = k.do("person", "import", "-", stdin=card)
    claim([row["name"] for row in taken["items"]] == ["Jürg Weiß"],
          "a card from standard input, in its own bytes", taken)
    for name in sorted(os.listdir(CARDS)):
        status, answer = k.json("person", "import", os.path.join(CARDS, name), "--pick", "*")
        claim(status == 0 and (answer["items"] or answer["report"]), f"{name}: somebody is taken, or here already", answer)


def standard_input(k):
    k.init()
    k.do("person", "add", "Jonas Berg")
    note = k.do("note", "add", "-", stdin="first line\n\nthird line\n\n")["id"]
    claim(k.do("note", "show", note)["text"] == "first line\n\nthird line", "a text from standard input, whole")
    k.do("note", "edit", note, "-", stdin="rewritten\r\n")
    claim(k.do("note", "show", note)["text"] == "rewritten", "and for an edit")
    talk = k.do("log", "add", "--with", "Jonas", "--when", "2024", "--note", "-", stdin="what was said\n")["id"]
    claim(k.do("log", "show", talk)["note"] == "what was said", "and for a conversation")
    k.do("goal", "add", "-", stdin="read more")
    claim([row["text"] for row in k.items("goal", "list")] == ["read more"], "and for a goal")
    for empty in ("", "\n\n", "  \n"):
        k.fails("INVALID_ARGUMENT", "note", "add", "-", stdin=empty)
    k.fails("INVALID_ARGUMENT", "note", "add", "-", stdin="a" * (64 * 1024 + 1))
    claim(len(k.items("note", "list")) == 1, "what is no text is not kept")
    k.do("note", "add", "--", "-x is no flag here")
    claim("-x is no flag here" in k.says("note", "list"), "after -- a text may begin with a dash")


def not_utf8(k):
    k.init()
    for args in (["note", "add", b"caf\xe9"], ["person", "add", b"\xff"], ["no-such-\xff".encode("latin-1")]):
        message = k.fails("INVALID_ARGUMENT", *args, status=2)
        claim("UTF-8" in message, "it says why", message)
        status, out, err = k.run(*args)
        claim(status == 2 and out == "" and err.startswith("kith: ") and "protobuf" not in err,
              "and for a person to read", (status, out, err))
    k.fails("INVALID_ARGUMENT", "note", "add", "-", stdin=b"caf\xe9\n")
    claim(k.items("note", "list") == [] and k.items("person", "list") == [], "nothing is kept")


def json_rows(k):
    owner = k.init()
    claim(ID.match(owner), "init gives an id", owner)
    jonas = k.do("person", "add", "Jonas Berg")
    claim(set(jonas) == {"id"} and ID.match(jonas["id"]), "an action gives an id and nothing else", jonas)
    note = k.do("note", "add", "--about", "Jonas", "he listens")["id"]
    talk = k.do("log", "add", "--with", "Jonas", "--when", "2024-05", "--medium", "video", "--function",
                "COAC:received:2", "--note", "on saying no", "--next", "send the draft")["id"]
    goal = k.do("goal", "add", "read more")["id"]
    rows = k.do("note", "list")
    claim(set(rows) == {"items", "older"}, "a list of notes is items, and how many are older, and nothing else", rows)
    row = rows["items"][0]
    wanted = {"id": note, "text": "he listens", "author": "Amara Osei", "author_id": owner, "mine": True,
              "about": "Jonas Berg", "about_id": jonas["id"]}
    claim({key: row.get(key) for key in wanted} == wanted, "a note says whose it is", row)
    claim(k.do("note", "show", note) == row, "show is the row of the list")
    row = k.items("log", "list", "--with", "Jonas")[0]
    wanted = {"id": talk, "with": ["Jonas Berg"], "with_ids": [jonas["id"]], "when": "2024-05", "medium": "video",
              "functions": ["COAC:received:2"], "note": "on saying no", "next": "send the draft"}
    claim({key: row.get(key) for key in wanted} == wanted, "a conversation is whole", row)
    row = k.items("goal", "list")[0]
    wanted = {"id": goal, "text": "read more", "state": "open", "mine": True, "author_id": owner}
    claim({key: row.get(key) for key in wanted} == wanted, "a goal", row)
    person = k.items("person", "list")[0]
    claim((person["id"], person["name"], person["emails"], person["phones"]) == (jonas["id"], "Jonas Berg", [], []),
          "a person, and an empty list where nothing is known", person)
    for args in (["agenda", "list"], ["action", "list"], ["shared", "list"], ["conflicts", "list"], ["alarms", "list"]):
        claim(k.do(*args) == {"items": []}, f"{args}: an empty list is an empty list", k.do(*args))
    claim(k.do("pair", "list")["items"] == [], "no pairs")
    hits = k.items("search", "draft")
    claim([(h["id"], h["kind"], h["person"]) for h in hits] == [(talk, "conversation", "Jonas Berg")], "search", hits)
    hit = k.do("search", "DRA", "sen")["items"][0]
    words = [hit["snippet"].encode()[m["begin"]:m["begin"] + m["length"]].decode() for m in hit["marks"]]
    claim((hit["snippet"], words) == ("send the draft", ["send", "draft"]), "what was found is marked", hit)
    page = k.do("search", "j", "--limit", "1")
    claim((len(page["items"]), page["found"], page["more"]) == (1, 3, True), "and there is more", page)
    claim([h["kind"] for h in k.items("search", "j", "--kind", "note", "--kind", "goal")] == ["note"], "by kind")
    claim([h["id"] for h in k.items("timeline", "--until", "2024-05", "--person", "Jonas")] == [talk], "by days")
    claim(k.items("timeline", "--tag", "#nothing") == [] and k.items("timeline", "--since", "2024-06") != [], "by tag")
    claim(len(k.items("timeline")) == 4, "the time line holds everything", k.items("timeline"))
    for args in (["search", "x", "--kind", "thing"], ["search", "x", "--since", "soon"], ["search", "?"],
                 ["timeline", "--tag", "two words"], ["timeline", "--limit", "5000"]):
        k.fails("INVALID_ARGUMENT", *args)
    claim(k.do("verify", "--rebuild-index")["indexed"] == 4, "verify makes the index again")
    claim(k.items("search", "draft") == hits, "and it finds the same")

    for args in (["log", "edit", talk, "--next", ""], ["note", "edit", note, "he listens well"], ["goal", "done", goal],
                 ["goal", "edit", goal, "read two books"], ["goal", "remove", goal], ["note", "remove", note],
                 ["log", "remove", talk], ["relationship", "set", "Jonas", "--kind", "peer"],
                 ["person", "edit", "Jonas", "--phone", "+47 555 0100"], ["person", "remove", "Jonas"]):
        answer = k.do(*args)
        claim(set(answer) == {"id"} and ID.match(answer["id"]), f"kith {args}: gives the id", answer)
    for args in (["note", "show", note], ["log", "show", talk], ["person", "show", "Jonas"], ["withdraw", note],
                 ["goal", "done", goal], ["share", note, "--with", "Jonas"]):
        k.fails("NOT_FOUND", *args)
    k.fails("NOT_FOUND", "note", "show", note[1:])
    k.do("person", "add", "Jonas Berg")
    k.do("person", "add", "Jonna Lind")
    k.fails("AMBIGUOUS", "person", "show", "Jon")
    k.fails("UNVERIFIED_KEY", "agenda", "add", "a line", "--with", "Jonna")


def human_lists(k):
    for args, word in ((["person", "list"], "kith person add"), (["log", "list"], "kith log add"),
                       (["note", "list"], "kith note add"), (["pair", "list"], "kith pair invite"),
                       (["alarms", "list"], "No alarms"), (["conflicts", "list"], "No conflicts")):
        if not os.path.exists(k.vault):
            k.init()
        claim(word in k.says(*args), f"an empty {args[0]} list says what to do", k.says(*args))
    made = k.says("person", "add", "Jonas Berg")
    claim(re.fullmatch("[0-9a-f]{8}", made.split()[0]), "what was made is shown with the first digits of its id", made)
    claim(k.says("note", "add", "he listens").split()[1] == "kept", "a note is kept")
    k.do("log", "add", "--with", "Jonas", "--when", "2024-05", "--medium", "video", "--note", "on saying no")
    shown = k.says("log", "list")
    claim(re.match(r"when +2024-05\nwith +Jonas Berg\nmedium +video\nnote +on saying no\nid +[0-9a-f]{32}\n$", shown),
          "a conversation, and nothing about what is not known", shown)
    claim("functions" not in shown and "next" not in shown, "nothing about what is not known", shown)
    claim("on [saying] [no]" in k.says("search", "no", "say"), "search marks what it found", k.says("search", "say"))
    for i in range(3):
        k.do("note", "add", f"line {i}")
    claim(k.says("timeline", "--limit", "2").endswith("2 of 6 hits; --limit and --from show others.\n"), "more is said")
    claim("6 records in the search index." in re.sub(r"\s+", " ", k.says("verify")), "verify counts the index")
    claim(k.says("search", "nowhere") == "Nothing found.\n", "search says when nothing is found")


def ids(k):
    """Any beginning of four digits or more, and what a list or a message prints."""
    k.init()
    jonas, other = (k.do("person", "add", name)["id"] for name in ("Jonas Berg", "Jonas Berg"))
    note = k.do("note", "add", "he listens")["id"]
    for typed in (note, note[:4], note[:8].upper(), f"the note ({note[:8]})"):
        claim(k.do("note", "show", typed)["id"] == note, f"{typed} is that note")
    k.fails("INVALID_ARGUMENT", "note", "show", note[:3])
    k.fails("NOT_FOUND", "note", "show", ("f" if note[0] != "f" else "0") + note[1:8])
    message = k.fails("AMBIGUOUS", "person", "show", "Jonas")
    printed = re.findall(r"Jonas Berg \([0-9a-f]{8}\)", message)
    claim(len(printed) == 2, "a message says what can be typed", message)
    claim({k.do("person", "show", p)["id"] for p in printed} == {jonas, other}, "and it can be typed as it is printed")
    shown = k.says("note", "list", "--help") + k.says("note", "show", "--help")
    claim("four of its first digits" in flat(shown), "the help says so", shown)


def words(k):
    """A word that is no command is said, in front of --help too, with what was probably meant."""
    for args, meant in ((["nonsense", "--help"], "there is no command nonsense"),
                        (["persn", "list"], "did you mean person?"), (["note", "lsit"], "did you mean list?"),
                        (["--vault", "sync", "nots", "list"], "did you mean note?"),
                        (["note", "frobnicate"], "there are add, list")):
        status, out, err = k.run(*args)
        claim(status == 2 and out == "" and meant in flat(err), f"kith {args}: {meant}", (status, out, err))
    claim("Usage: kith person" in k.says("person", "--help"), "a group has its help")


def vocabulary(k):
    """kith words: the lists, one of them, one word of any; no vault is needed, and a typo is met with what was meant."""
    lists = {row["name"]: row["items"] for row in k.do("words")["lists"]}
    counts = {name: len(items) for name, items in lists.items()}
    claim(counts == dict(functions=15, families=2, attributes=2, phases=4, turns=18, flags=10, outcomes=4, timings=3,
                         kinds=8, benefits=11, peers=3, stages=4, themes=28, types=4, measures=14), "every list", counts)
    claim(set(lists["phases"][0]) == {"code", "term", "meaning", "source", "group", "range", "expect"},
          "the keys of a word", lists["phases"][0])
    said = k.says("words")
    for name, count in counts.items():
        claim(re.search(rf"^{name} +{count} ", said, re.MULTILINE), f"{name} with its count", said)
    for name, items in lists.items():
        said = flat(k.says("words", name))
        for word in items:
            claim(word["meaning"] in said, f"kith words {name}: {word['code']} {word['term']}", said)
        claim(k.do("words", name)["lists"][0]["items"] == items, f"{name} as JSON")

    meant = "a place to speak openly of doubts"
    for typed in (["COUN"], ["counseling"], ["Counseling"], ["coun"]):
        said = flat(k.says("words", *typed))
        claim("counseling (COUN)" in said and meant in said and "Kram 1983" in said, f"kith words {typed}", said)
    for typed, what in ((["emotional", "support"], "listening"), (["direct-report"], "reports to you"),
                        (["senior_thr"], "success"), (["Work/family conflicts"], "middle career, special peer"),
                        (["cultivation"], "24 to 60 months in the pairs that were studied"),
                        (["career", "functions"], "usually"), (["C3"], "the bond deepens")):
        claim(what in flat(k.says("words", *typed)), f"kith words {typed}", k.says("words", *typed))
    claim([row["name"] for row in k.do("words", "friendship")["lists"]] == ["functions", "outcomes"],
          "a word that stands in two lists is told of both")
    for typed, meant in (("counselling", "did you mean counseling?"), ("fucntions", "did you mean functions?"),
                         ("xyzzy", "kith words shows the lists")):
        message = k.fails("NOT_FOUND", "words", typed)
        claim(meant in message, f"kith words {typed}", message)

    for args, sentences in ((["mark", "words"], ["counseling: a place to speak openly"]),
                            (["flag", "words"], ["single sponsor: most of the help comes from one person"]),
                            (["turn", "words"], ["R2 the old form"]), (["benefit", "words"], ["empowerment: feeling"]),
                            (["relationship", "words"], ["friendship: the two have become friends", "distant"])):
        said = flat(k.says(*args))
        for sentence in sentences:
            claim(sentence in said, f"kith {args}: {sentence}", said)
    claim("kith words counseling" in flat(k.says("words", "--help")), "its example")


def words_document(k):
    """docs/WORDS.md is what docs/words.py makes of this program."""
    script = os.path.join(REPOSITORY, "docs", "words.py")
    made = subprocess.run([sys.executable, script, k.program], capture_output=True, text=True, env=k.environment(),
                          timeout=100)
    claim(made.returncode == 0, "it is made", made.stderr)
    with open(os.path.join(REPOSITORY, "docs", "WORDS.md"), encoding="utf-8") as file:
        claim(made.stdout == file.read(), "it is fresh: docs/words.py build/release/bin/kith > docs/WORDS.md")


def output(k):
    """What could not be written was not said; a recovery code that nobody saw opens nothing."""
    k.init()
    k.do("note", "add", "x" * 2000)
    full = os.open("/dev/full", os.O_WRONLY)

    def into_full(*args):
        done = subprocess.run([k.program, *args], env=k.environment(), stdout=full, stderr=subprocess.PIPE, timeout=100)
        return done.returncode, done.stderr.decode()

    for args in (["note", "list"], ["export", "-"], ["--json", "note", "list"], ["--version"], ["--help"], ["today"]):
        status, err = into_full(*args)
        claim(status == 1 and "could not be written" in err, f"kith {args} into a full disk is an error", (status, err))
    for json_too in ([], ["--json"]):
        status, err = into_full(*json_too, "keys", "add", "recovery-code")
        claim(status == 1 and "was not added" in flat(err), "nobody saw the code", (status, err))
        claim(len(k.items("keys", "list")) == 1, "and nothing opens the vault but the passphrase")
    status, err = into_full("backup", "--recovery-code", k.path("backup"))
    claim(status == 1 and "not kept" in flat(err) and not os.path.exists(k.path("backup")), "nobody could open it", err)
    os.close(full)
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run([k.program, "keys", "add", "recovery-code"], env=k.environment(), stdout=writes,
                          stderr=subprocess.PIPE, timeout=100)
    os.close(writes)
    claim(done.returncode == 1 and len(k.items("keys", "list")) == 1, "a reader that went away saw nothing", done)
    closed = subprocess.run(["sh", "-c", '"$0" keys add recovery-code >&-', k.program], env=k.environment(), timeout=100,
                            stderr=subprocess.PIPE)
    claim(closed.returncode == 1 and len(k.items("keys", "list")) == 1, "an output that is closed shows nothing", closed)
    claim(os.path.getsize(os.path.join(k.vault, "lock")) == 0, "and no file of the vault takes its place")
    printed = k.says("keys", "add", "recovery-code")
    lines = [line for line in printed.splitlines() if re.fullmatch(r" *[0-9A-Z-]{34,35}", line)]
    claim(len(lines) == 2, "the code stands in two lines", printed)
    file = k.write("code", "\n".join(lines) + "\n")
    for typed in ("\n".join(lines), " ".join(lines).replace("-", " ").lower(), printed,
                  "".join(lines).replace("-", "").replace(" ", ""), "my code\n" + "\n".join(lines) + "\nin the drawer"):
        k.write("code", typed + "\n")
        k.do("--recovery-code-file", file, "status", KITH_PASSPHRASE=None)
    status, seen = k.on_a_terminal("--recovery-code", "status", answers=[("Recovery code:", "".join(lines))])
    claim(status == 0 and "".join(lines).strip() not in seen, "the code is asked for, and not shown", seen)


@by_passphrase
def several_at_once(k):
    """Short commands wait for each other; who waited in vain is told for whom."""
    k.init()
    running = [subprocess.Popen([k.program, "note", "add", f"number {i}"], env=k.environment(),
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for i in range(4)]
    for one in running:
        claim(one.wait(100) == 0, "each of several at once works", one.stderr.read())
        one.stderr.close()
    claim(len(k.items("note", "list")) == 4, "and each note is kept")
    with open(os.path.join(k.vault, "lock"), "rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        began = time.time()
        message = k.fails("STORE_IN_USE", "--wait", "1", "note", "list")
        claim(time.time() - began >= 1 and f"process {os.getpid()}" in message, "who has it is named", message)
        k.fails("STORE_IN_USE", "--wait", "0", "note", "list")
    k.do("note", "list")


def alarms(k):
    k.init()
    for verb in ("show", "dismiss", "heal"):
        k.fails("NOT_FOUND", "alarms", verb, "7")
        for no_id in ("x", "7x"):
            k.fails("INVALID_ARGUMENT", "alarms", verb, no_id)
            claim(k.steps("alarms", verb, no_id) == ["ALARM_LIST"], "it says where the ids are")
        k.fails("INVALID_ARGUMENT", "alarms", verb, status=2)
    claim(k.do("alarms", "list") == {"items": []}, "no alarm, and nothing else")
    told = k.says("sync", "--help")
    for words in ("Exit status: 0", "1 a space had trouble", "3 nothing is wrong"):
        claim(words in told, "the exit status of a sync is told", told)
    status = k.do("status")
    claim(status["alarms"] == 0 and not status["copy_ended"] and not status["renewal_needed"], "nothing is wrong", status)


def no_relay(k):
    k.init()
    k.do("person", "add", "Jonas Berg")
    before = k.do("status")
    for args in (["sync"], ["sync", "--once"], ["pair", "invite", "Jonas"], ["relay-view", "--self"]):
        k.fails("OFFLINE", *args)
        claim(k.steps(*args) == ["RELAY_NAME"], f"kith {args}: says that a relay is to be named")
    started = time.time()
    k.fails("OFFLINE", "sync", "--relay", "127.0.0.1:9")
    claim(time.time() - started < 40, "a relay that is not there is given up soon")
    claim(k.do("status") == before, "OFFLINE changes nothing, and the relay is not remembered", k.do("status"))
    claim(k.do("pair", "list") == {"items": [], "refreshed": False}, "the list says that nobody was asked")
    claim("not asked" in k.says("pair", "list"), "for a person to read too")
    k.fails("INVALID_ARGUMENT", "pair", "accept", "no-code")
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections, and answers nothing
        started = time.time()
        status, out, _ = k.run("--json", "sync", "--deadline", "1s", "--relay", f"127.0.0.1:{silent.getsockname()[1]}")
        told = json.loads(out)
        claim(status == 3 and told["more"] and time.time() - started < 8, "a sync ends at its deadline and says so", told)
    for wrong in ("soon", "0s", "25h", "-1s"):
        k.fails("INVALID_ARGUMENT", "sync", f"--deadline={wrong}")
    k.fails("INVALID_ARGUMENT", "sync", "--relay-ca", k.path("nowhere.pem"))
    status, out, err = k.run("sync")
    claim((status, out) == (1, "") and "[OFFLINE]" in err, "exit 1 and the word", (status, out, err))


@by_passphrase
def backup_and_restore(k):
    k.init()
    k.do("person", "add", "Jonas Berg")
    k.do("note", "add", "--about", "Jonas", "a private thought")
    file = k.path("a.kithbackup")
    made = k.do("backup", file, KITH_BACKUP_SECRET="its own passphrase")
    claim(made["path"] == file and made["recovery_code"] == "", "says where it is", made)
    claim(os.stat(file).st_mode & 0o777 == 0o600, "only its owner may read it")
    content = open(file, "rb").read()
    claim(b"Jonas" not in content and b"private" not in content, "nothing can be read in it")
    k.fails("ALREADY_EXISTS", "backup", file, KITH_BACKUP_SECRET="another one")
    claim(open(file, "rb").read() == content, "an existing file stays")
    k.fails("INVALID_ARGUMENT", "backup", os.path.join(k.vault, "inside"), KITH_BACKUP_SECRET="long enough")
    k.fails("STORE_LOCKED", "backup", k.path("b"), KITH_PASSPHRASE="wrong", KITH_BACKUP_SECRET="long enough")
    text = k.says("backup", k.path("c"), "--recovery-code")
    code = re.search(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}", text.replace("\n", "").replace(" ", ""))
    claim(code, "the recovery code is shown", text)

    notes, old = k.items("note", "list"), k.vault
    k.vault = k.path("second")
    k.fails("STORE_LOCKED", "restore", file, KITH_BACKUP_SECRET="wrong")
    k.fails("NOT_FOUND", "restore", k.path("none"), KITH_BACKUP_SECRET="x")
    cut = k.write("cut", content[:-1])
    k.fails("TRUNCATED", "restore", cut, KITH_BACKUP_SECRET="its own passphrase")
    k.fails("MALFORMED", "restore", k.write("letter", "a letter"), KITH_BACKUP_SECRET="x")
    claim(not os.path.exists(k.vault), "what fails makes nothing")
    answer = k.do("restore", file, "--kdf", "floor", KITH_PASSPHRASE="a new one",
                  KITH_BACKUP_SECRET="its own passphrase")
    k.fails("STORE_LOCKED", "status")
    claim(k.do("note", "list", KITH_PASSPHRASE="a new one")["items"] == notes, "the same notes")
    claim(ID.match(answer["id"]) and k.do("verify", KITH_PASSPHRASE="a new one")["rows"] > 2, "and it is whole", answer)
    k.fails("ALREADY_EXISTS", "restore", file, KITH_BACKUP_SECRET="its own passphrase")
    k.vault = k.path("third")
    k.fails("INVALID_ARGUMENT", "restore", k.path("c"), "--recovery-code", KITH_BACKUP_SECRET="AAAA")
    said = k.says("restore", k.path("c"), "--recovery-code", "--kdf", "floor", KITH_BACKUP_SECRET=code.group(0).lower())
    claim("before" in said, "says what is not sent yet", said)
    claim(k.items("note", "list") == notes, "the code opens it too")
    k.vault = old


@by_passphrase
def keys(k):
    k.init()
    rows = k.items("keys", "list")
    claim([r["kind"] for r in rows] == ["passphrase"], "one passphrase to begin with", rows)
    claim(rows[0]["memory_bytes"] == 64 * 1024 * 1024 and rows[0]["passes"] == 3, "with its cost", rows)
    added = k.do("keys", "add", "recovery-code")
    claim(re.fullmatch(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}", added["recovery_code"]), "a code for paper", added)
    by_code = dict(KITH_PASSPHRASE=None, KITH_RECOVERY_CODE=added["recovery_code"].lower().replace("-", " "))
    k.do("status", **by_code)
    k.fails("INVALID_ARGUMENT", "status", KITH_PASSPHRASE=None, KITH_RECOVERY_CODE="AAAA")
    k.fails("NOT_FOUND", "keys", "remove", "9")
    k.fails("INVALID_ARGUMENT", "keys", "add", "fingerprint", status=2)
    k.fails("INVALID_ARGUMENT", "keys", "add", "key-store")
    k.do("keys", "passphrase", KITH_NEW_PASSPHRASE="violet ferry")
    k.fails("STORE_LOCKED", "status")
    k.do("status", KITH_PASSPHRASE="violet ferry")
    k.do("keys", "passphrase", KITH_NEW_PASSPHRASE="copper owl", **by_code)
    k.fails("STORE_LOCKED", "status", KITH_PASSPHRASE="violet ferry")
    rows = k.do("keys", "list", KITH_PASSPHRASE="copper owl")["items"]
    claim(sorted(r["kind"] for r in rows) == ["passphrase", "recovery-code"], "the code set a new passphrase", rows)
    number = next(str(r["number"]) for r in rows if r["kind"] == "recovery-code")
    k.do("keys", "remove", number, KITH_PASSPHRASE="copper owl")
    k.fails("STORE_LOCKED", "status", **by_code)
    k.fails("INVALID_ARGUMENT", "keys", "remove", str(k.do("keys", "list", KITH_PASSPHRASE="copper owl")["items"][0]["number"]),
            KITH_PASSPHRASE="copper owl")
    k.do("verify", KITH_PASSPHRASE="copper owl")
    k.do("compact", KITH_PASSPHRASE="copper owl")


@by_passphrase
def put_back(k):
    """The vault is put back as it was yesterday; a folder apart from it notices."""
    apart = dict(KITH_KEY_FOLDER=k.path("apart"))
    k.init()
    k.do("note", "add", "of yesterday", **apart)
    shutil.copytree(k.vault, k.path("yesterday"))
    k.do("keys", "add", "key-store", **apart)
    k.do("note", "add", "of today", KITH_PASSPHRASE=None, **apart)
    claim("is noticed" in k.says("keys", "list", **apart), "it says that it watches")
    claim(os.stat(k.path("apart")).st_mode & 0o777 == 0o700, "the folder is for its owner only")
    shutil.rmtree(k.vault)
    shutil.copytree(k.path("yesterday"), k.vault)
    k.fails("STORE_ROLLED_BACK", "status", **apart)
    k.do("status")  # without the folder nobody can know
    k.do("--accept-rolled-back", "status", **apart)
    claim([r["text"] for r in k.do("note", "list", **apart)["items"]] == ["of yesterday"], "and goes on from there")


@by_passphrase
def export_and_wipe(k):
    k.init()
    k.do("person", "add", "Jonas *Berg*")
    k.do("note", "add", "--about", "Jonas", "first line\n# not a heading")
    k.do("log", "add", "--with", "Jonas", "--when", "2021-03", "--note", "about the workshop")
    k.do("goal", "add", "Give a talk")
    file = k.path("all.json")
    k.do("export", file)
    content = open(file).read()
    everything = json.loads(content)
    claim(everything["format"] == "kith-export" and everything["version"] == 1, "says what it is", content[:80])
    claim(everything["persons"][0]["name"] == "Jonas *Berg*" and len(everything["notes"]) == 1, "has everything")
    claim(os.stat(file).st_mode & 0o777 == 0o600, "only its owner may read it")
    k.fails("ALREADY_EXISTS", "export", file)
    k.do("export", file, "--force")
    claim(open(file).read() == content, "the same vault, the same bytes")
    k.fails("INVALID_ARGUMENT", "export", k.path("no/such/folder/x"))
    claim("NOT encrypted" in k.says("export", k.path("x.md"), "--format", "markdown"), "it says that it is not encrypted")
    text = open(k.path("x.md")).read()
    claim("### Jonas \\*Berg\\*" in text and "> \\# not a heading" in text, "Markdown that nothing written breaks", text)
    claim(json.loads(k.run("export", "-")[1]) == everything, "to standard output too")
    claim(not [n for n in os.listdir(k.folder) if ".new-" in n], "nothing half written is left")

    k.fails("STORE_LOCKED", "wipe", "--yes", KITH_PASSPHRASE="wrong")
    k.fails("CANCELLED", "wipe")
    k.do("status")
    name = os.path.basename(k.vault)
    status, out, err = k.run("wipe", stdin=name + "\n")
    claim(status == 0 and "Nothing of the vault is left" in out, "typing the folder's name goes on", (out, err))
    claim(not os.path.exists(k.vault), "and it is gone")
    k.fails("NOT_FOUND", "wipe", "--yes")
    k.init()
    k.do("wipe", "--yes", "--forgotten", KITH_PASSPHRASE=None)
    claim(not os.path.exists(k.vault), "who forgot the passphrase may destroy what is his")


@by_passphrase
def ls13_errors(k):
    """LS-13: what the program says besides its answer holds no word that a person wrote, no passphrase and no
    key, also when gRPC is at its most talkative and things go wrong."""
    word = "Kanarienvogel"
    passphrase = "Passwort-" + word
    loud = dict(GRPC_VERBOSITY="debug", GRPC_TRACE="all", KITH_PASSPHRASE=passphrase)
    said, runs = "", 0

    def run(*args, stdin=b"", **env):
        nonlocal said, runs
        status, out, err = k.run(*args, stdin=stdin, **{**loud, **env})
        said, runs = said + err + (out if status else ""), runs + 1
        return status

    def works(*args):
        claim(run(*args) == 0, f"kith {args} works")

    works("init", "--name", word, "--kdf", "floor")
    works("person", "add", word + " Berg")
    works("note", "add", "--about", word, word + " writes")
    works("goal", "add", word + " runs")
    works("log", "add", "--with", word, "--when", "2026-01", "--note", word)
    for command in ("status", "verify", "search " + word, "note list", "person list", "conflicts list", "alarms list"):
        works(*command.split())
    # Each fails in another place, with such words in its arguments or around it.
    for args in (["note", "add", "--about", "Nobody", word], ["pair", "invite", word], ["pair", "accept", word],
                 ["share", "0" * 32, "--with", word, "--passage", word], ["sync", "--relay", "127.0.0.1:9"],
                 ["note", "remove", "0" * 32], ["log", "add", "--with", word, "--when", "no day", "--note", word],
                 ["sync"], ["conflicts", "keep", "0" * 32]):
        claim(run(*args) != 0, f"kith {args} fails")
    claim(run("status", KITH_PASSPHRASE=passphrase + "x") != 0, "another passphrase does not open")
    with open(os.path.join(k.vault, "keys"), "r+b") as file:
        file.seek(100)
        byte = file.read(1)
        file.seek(100)
        file.write(bytes([byte[0] ^ 1]))
    claim(run("status") != 0, "a changed key file does not open")
    claim(len(said) > 1000, "something was said", said)
    claim(word not in said and word.encode().hex() not in said, "no such word in what was said",
          [line for line in said.splitlines() if word in line][:5])
    print(f"LS-13: {runs} runs of kith, {len(said)} letters of errors and traces, 0 canaries")


def network(k):
    k.init()
    claim("kith relationship set" in k.says("network"), "an empty map says how to begin")
    empty = k.do("network")
    claim((empty["people"], empty["next_step"]) == ([], "Know Thyself"), "and offers the first step", empty)
    k.do("me", "edit", "--birth-year", "1990", "--level", "2", "--career-stage", "advancement")
    for name, kind in (("Lena Moreau", "mentor"), ("Tomo Abe", "peer"), ("Bo Lindqvist", "peer")):
        k.do("person", "add", name)
        k.do("relationship", "set", name, "--kind", kind)
    k.do("relationship", "set", "Lena", "--since", "2021-03", "--closeness", "very-close", "--ideal-days", "28",
         "--max-days", "42")
    k.do("relationship", "set", "Tomo", *[arg for vote in "2212" for arg in ("--vote", vote)])
    k.do("person", "edit", "Tomo", "--birth-year", "1985", "--level", "3", "--tag", "guild")

    turn = k.do("turn", "add", "--person", "Lena", "--point", "C1", "--when", "2022-03", "--note", "-",
                stdin="she stayed late\n")
    claim(set(turn) == {"id"} and ID.match(turn["id"]), "an action gives an id and nothing else", turn)
    row = k.do("turn", "show", turn["id"])
    claim(set(row) == {"id", "kind", "person", "person_id", "fields", "created_ms"}, "the keys of a fact", row)
    claim((row["kind"], row["person"]) == ("turn", "Lena Moreau"), "whom it is about", row)
    claim({f["name"]: f["values"] for f in row["fields"]}["note"] == ["she stayed late"],
          "a note from standard input", row)
    claim(k.items("turn", "list", "--person", "Lena") == [row] and k.items("turn", "list", "--person", "Bo") == [],
          "the list is rows, of one person too")
    k.do("turn", "edit", turn["id"], "--when", "2022")
    claim("2022\n" in k.says("turn", "show", turn["id"]), "a date known in part stays so")
    message = k.fails("INVALID_ARGUMENT", "turn", "add", "--person", "Lena", "--point", "X")
    claim("one of I1" in message, "the words are named", message)
    k.fails("NOT_FOUND", "turn", "show", "1" * 32)
    k.do("mark", "add", "--person", "Lena", "--function", "COAC", "--direction", "received", "--intensity", "2")
    k.do("need", "add", "--function", "ROLE", "--importance", "3")
    k.fails("ALREADY_EXISTS", "need", "add", "--function", "ROLE", "--importance", "1")
    k.do("knows", "add", "--person", "Tomo", "--other", "Bo", "--how", "know-well")

    sheet = k.do("network", "--strength-cut", "0.4")
    claim(set(sheet) == {"people", "valued", "measures", "types", "type_why", "one_basket", "basket_why", "suggestions",
                         "next_step", "next_step_why", "says", "past", "care", "not_enough"}, "the keys of the network", sheet)
    claim({"id", "name", "kind", "seniority", "closeness", "system", "received", "given", "multiplexity", "hint"} <=
          set(sheet["people"][0]), "of a person", sheet["people"][0])
    for row in sheet["measures"]:
        claim({"code", "term", "formula", "range", "why", "source"} <= set(row), "a measure says where it is from", row)
    values = {row["code"]: row.get("value") for row in sheet["measures"]}
    claim(values["size"] == 3 and values["density"] is None, "a number that is not defined is absent", values)
    k.fails("INVALID_ARGUMENT", "network", "--strength-cut", "2")
    claim("\nindex of qualitative variation  " in k.says("network", "--measures"), "the longest term is not cut")

    ledger = k.do("functions")
    claim(set(ledger) == {"items", "suggestions", "benefits", "says", "care"} and len(ledger["items"]) == 15, "fifteen functions", ledger)
    claim(set(ledger["items"][0]) == {"code", "term", "family", "need", "best", "from", "gap", "single_point", "meaning",
                                         "given", "to"}, "the keys of one", ledger["items"][0])
    claim([s["gap"] for s in ledger["suggestions"]] == ["role modeling: nobody"], "what nobody gives", ledger)
    claim(ledger["suggestions"][0]["ask"] == ["Lena Moreau", "Bo Lindqvist", "Tomo Abe"], "seniors first", ledger)

    phase = k.do("phase", "Lena")
    claim({"person", "person_id", "phase", "or_else", "strength", "cycle", "months", "evidence", "outcome", "timing",
           "timing_why", "notes", "reasons", "would_change", "questions", "offered_flags", "offered_marks", "hint",
           "declared", "care", "side", "meaning", "expect", "range", "for_you"} == set(phase), "the keys of a phase", phase)
    claim((phase["phase"], len(phase["questions"])) == ("cultivation", 2), "a phase and two questions", phase)
    claim("Nothing is changed by this" in k.says("phase", "Lena"), "and says that nothing is changed")
    k.fails("NOT_FOUND", "phase", "Nobody")

    themes = k.do("themes", "Tomo")
    claim((themes["score"], themes["types"], len(themes["themes"])) == (1.75, ["special peer"], 4),
          "four themes", themes)
    claim(set(themes["themes"][0]) == {"text", "touched", "meaning"}, "the keys of a theme", themes)

    today = k.do("today")
    claim(set(today) == {"day", "items"}, "the keys of today", today)
    claim([(row["what"], row["state"], row["person"]) for row in today["items"]] ==
          [("contact", "no_contact_yet", "Lena Moreau")], "who has no contact yet", today)
    claim(set(today["items"][0]) == {"what", "id", "person", "person_id", "text", "due", "state", "why", "next"},
          "the keys of what is due", today)
    k.do("log", "add", "--with", "Lena", "--when", "today")
    claim(k.says("today").endswith("Nothing is due.\n"), "and when nothing is")
    claim({row["what"]: row["number"] for row in k.do("stats", "preview")["items"]} ==
          {"pairs": 0, "developers": 3, "gaps": 1}, "what would leave, if it ever did")
    for args in (["network"], ["functions"], ["phase", "Lena"], ["themes", "Tomo"], ["themes", "Bo"], ["turn", "list"],
                 ["me", "show"], ["stats", "preview"]):
        claim(k.says(*args).strip(), f"kith {args}: says something")


def network_document(k):
    """docs/NETWORK.md names every noun of the dictionary, in the words and with the example of the help."""
    with open(os.path.join(REPOSITORY, "docs", "NETWORK.md"), encoding="utf-8") as file:
        rows = re.findall(r"^\| `(\w+)` \| (.+?) \| `(--.+)` \|$", file.read(), re.MULTILINE)
    helps = commands_of(k)
    nouns = {path[0] for path, text in helps.items() if len(path) == 2 and text.startswith("Change one;")}
    claim({noun for noun, _, _ in rows} == nouns and len(rows) == len(nouns), "every noun has its row", (rows, nouns))
    for noun, what, example in rows:
        claim(flat(k.says(noun, "--help")).startswith(what + " "), f"{noun}: the words of the help", what)
        claim(f"kith {noun} add {example}" in flat(helps[(noun, "add")]), f"{noun}: the example of the help", example)


def answers_made_into_something(k):
    made = k.do("review", "1", "--question", "3", "--make", "goal", "--horizon", "two-years")
    claim(made["made"] == "goal" and k.texts("goal", "list") == ["A team of my own"], "a kept answer becomes a goal", made)
    k.fails("INVALID_ARGUMENT", "review", "1", "--question", "4", "--answer", "Rest", "--make", "need")
    claim(k.do("review", "1")["questions"][3]["answer"] == "", "what is refused changes nothing")
    k.fails("INVALID_ARGUMENT", "review", "1", "--make", "goal", status=2)
    k.fails("INVALID_ARGUMENT", "review", "1", "--question", "3", "--horizon", "now", status=2)
    # On a terminal without a step: the one that is open, and what becomes of each answer.
    status, seen = k.on_a_terminal("review", passphrase=True, answers=[
        (">", ""), (">", "Hardly"), ("g/n/c/t>", "n"), ("function>", "luck"), ("function>", "coun"),
        (">", "Tomo Abe"), ("g/n/c/t>", "c"), (">", "No"), ("g/n/c/t>", "x"), ("g/n/c/t>", "t")])
    claim(status == 0 and "It goes on where you left" in seen, "a question that was skipped stays open", seen)
    need = k.items("need", "list")[0]["fields"]
    claim({f["name"]: f["values"] for f in need} ==
          {"function": ["COUN"], "importance": ["2"], "note": ["Hardly"]}, "a need asks which function", need)
    claim(k.texts("note", "list") == ["No"], "a note")
    candidate = k.items("candidate", "list")[0]
    k.fails("INVALID_ARGUMENT", "candidate", "edit", candidate["id"], "--state", "enlisted")
    k.do("candidate", "edit", candidate["id"], "--state", "enlisted", "--kind", "peer")
    claim([p["name"] for p in k.do("network")["people"]] == ["Tomo Abe"], "who is enlisted is on the map")
    k.do("person", "remove", "Tomo")
    status, seen = k.on_a_terminal("review", passphrase=True, answers=[
        (">", "Numbers"), ("g/n/c/t>", ""), ("[y/N]", "n")])
    claim(status == 0 and "--finish" in seen, "when all is answered it asks whether the step is done", seen)
    status, seen = k.on_a_terminal("review", "--list", passphrase=True, answers=[])
    claim(status == 0 and "8 of 8 answered" in seen, "--list asks nothing on a terminal", seen)
    k.do("review", "1", "--question", "4", "--answer", "")
    for question in ("6", "7", "8"):
        k.do("review", "1", "--question", question, "--answer", "")


def story(k):
    k.init()
    claim("kith story P" in k.says("story"), "it says how to begin")
    for name, kind in (("Lena Moreau", "mentor"), ("Jonas Berg", "protege")):
        k.do("person", "add", name)
        k.do("relationship", "set", name, "--kind", kind)
    shown = k.do("story", "Lena")
    claim(set(shown) == {"id", "person", "person_id", "state", "parts", "next", "feelings_then", "feelings_now",
                         "created_ms"}, "the keys of a story", shown)
    claim((shown["id"], shown["next"], len(shown["parts"])) == ("", 1, 5), "looking begins nothing", shown)
    claim("In whom" in k.says("story", "Jonas", "--show"), "a senior gets a senior's questions")
    k.do("story", "Lena", "--part", "1", "--answer", "-", stdin="First a lab,\nthen teaching.\n")
    status, seen = k.on_a_terminal("story", "Lena", passphrase=True, answers=[(">", ""), (">", "At the fair."), (">", "q")])
    claim(status == 0 and "my career been" not in flat(seen) and "It goes on where you left: kith story Lena Moreau" in seen,
          "on a terminal it asks what is not told, and can be left", seen)
    status, seen = k.on_a_terminal("story", "Lena", passphrase=True, answers=[
        (">", "Lena, and a teacher."), (">", "We quarrelled once."), ("felt>", "bliss"), ("felt>", "anger, loss"),
        ("felt>", "gratitude"), (">", "It gave me courage."), ("[y/N]", "y")])
    claim(status == 0 and "--seal --passage" in flat(seen), "at the end a passage can be sealed", seen)
    told = k.do("story", "Lena")
    claim((told["state"], told["next"], told["feelings_then"], told["feelings_now"]) ==
          ("done", 0, ["anger", "loss"], ["gratitude"]), "each answer and each feeling is kept", told)
    claim([part["answer"] for part in told["parts"]] ==
          ["First a lab,\nthen teaching.", "Lena, and a teacher.", "At the fair.", "We quarrelled once.",
           "It gave me courage."], "in their order", told)
    k.do("story", "Lena", "--feeling-now", "relief", "--feeling-now", "pride")
    told = k.do("story", "Lena")
    claim((told["feelings_then"], told["feelings_now"]) == (["anger", "loss"], ["relief", "pride"]),
          "what is not named stays", told)
    k.do("story", "Lena", "--feeling-then", "")
    claim(k.do("story", "Lena")["feelings_then"] == [], "an empty one clears")
    k.fails("INVALID_ARGUMENT", "story", "Lena", "--part", "6", "--answer", "more")
    k.fails("INVALID_ARGUMENT", "story", "Lena", "--part", "1", status=2)
    k.fails("NOT_FOUND", "story", "Jonas", "--finish")
    claim("quarrelled" in k.says("story", "Lena", "--show") and "felt now" in k.says("story", "Lena"), "it is shown")
    claim([row["person"] for row in k.items("search", "quarrelled")] == ["Lena Moreau"], "and found")
    claim("5 of 5 parts" in k.says("story"), "the list says how far each is", k.says("story"))
    k.do("story", "--remove", k.items("story")[0]["id"])
    claim(k.items("story") == [] and k.items("bin", "list")[0]["kind"] == "story", "the bin keeps it")
    k.fails("INVALID_ARGUMENT", "compare", "Lena", "--passage", "It began.", status=2)
    k.fails("INVALID_ARGUMENT", "compare", "Lena", "--seal", "--passage", "a" * 2001)


def review(k):
    k.init()
    claim("kith review know_thyself" in k.says("review"), "it says where to begin")
    shown = k.do("review", "know_thyself")
    claim(set(shown) == {"id", "step", "name", "state", "questions", "next", "created_ms", "made", "made_id"},
          "the keys of a review", shown)
    claim((shown["name"], shown["state"], shown["next"], len(shown["questions"])) == ("Know Thyself", "", 1, 8),
          "looking begins nothing", shown)
    claim(k.do("review", "1", "--question", "1", "--answer", "Teaching")["next"] == 2, "the next question is named")
    k.do("review", "1", "--question", "2", "--answer", "-", stdin="Where things are\nunclear\n")
    status, seen = k.on_a_terminal("review", "1", answers=[("Passphrase:", PASSPHRASE), (">", "A team of my own"),
                                                           ("g/n/c/t>", ""), (">", ""), (">", "Statistics"),
                                                           ("g/n/c/t>", ""), (">", "\x04")])
    claim("It goes on where you left: kith review know_thyself" in seen, "leaving says how to come back", seen)
    claim(status == 0 and "What do I enjoy?" not in seen, "on a terminal it goes on where it was left", seen)
    answers = [row["answer"] for row in k.do("review", "know_thyself")["questions"]]
    claim(answers == ["Teaching", "Where things are\nunclear", "A team of my own", "", "Statistics", "", "", ""],
          "each answer is kept at once", answers)
    k.fails("INVALID_ARGUMENT", "review", "1", "--question", "9", "--answer", "more")
    k.fails("INVALID_ARGUMENT", "review", "6")
    k.fails("INVALID_ARGUMENT", "review", "1", "--question", "1", status=2)
    claim("3 of 8" not in k.says("review") and "4 of 8 answered" in k.says("review"), "how far it is", k.says("review"))
    answers_made_into_something(k)
    k.do("review", "1", "--finish")
    claim(k.do("review")["suggested"] == "know_your_context", "the next step goes on")
    claim([row["state"] for row in k.do("review")["items"]] == ["done"], "and when it is done")
    k.fails("NOT_FOUND", "review", "1", "--finish")

    k.fails("INVALID_ARGUMENT", "reassess", "save")
    for name in ("Lena Moreau", "Bo Lindqvist"):
        k.do("person", "add", name)
        k.do("relationship", "set", name, "--kind", "peer")
    message = k.fails("INVALID_ARGUMENT", "reassess", "save", "--when", "2024-03")
    claim("it cannot be said" in message and "Lena Moreau" in message, "nobody surely was there then", message)
    for name in ("Lena Moreau", "Bo Lindqvist"):
        k.do("relationship", "set", name, "--since", "2023", "--closeness", "close")
    k.fails("INVALID_ARGUMENT", "reassess", "save", "--when", "2999")
    saved = k.do("reassess", "save", "--when", "2024-03", "--decide", "Lena=keep")
    claim(set(saved) == {"id", "when", "people", "left_out"}, "the keys of what was saved", saved)
    claim((saved["when"], saved["people"]) == ("2024-03", 2), "as of then", saved)
    claim(any("How close" in line for line in saved["left_out"]), "and what could not be said of it", saved)
    before = saved["id"]
    seen = flat(k.says("reassess", "save", "--when", "2024-02"))
    claim("kept, 2024-02, 2 people" in seen and "noted without a date: left out." in seen, "for a person too", seen)
    k.do("reassess", "remove", k.items("reassess", "list")[0]["id"])
    k.fails("INVALID_ARGUMENT", "reassess", "save", "--decide", "Lena")
    k.fails("INVALID_ARGUMENT", "reassess", "save", "--decide", "Lena=discard")
    k.do("reassess", "save", "--decide", "Bo=ease")
    rows = k.items("reassess", "list")
    claim((rows[0]["when"], rows[0]["people"], rows[0]["id"]) == ("2024-03", 2, before), "snapshots", rows)
    claim([d["decision"] for d in rows[1]["decisions"]] == ["ease"], "and what was decided", rows)
    change = k.do("reassess", "compare", "2024-03")
    claim({"measures", "new_systems", "came", "gone", "valued", "ended"} <= set(change), "the keys of a comparison", change)
    claim((change["valued"], change["gone"]) == (["Bo Lindqvist"], []), "who is eased is not gone", change)
    claim("Valued, asked now and then: Bo Lindqvist" in k.says("network"), "and stays listed")
    k.do("reassess", "save", "--decide", "Bo=end")
    change = k.do("reassess", "compare", "2024-03")
    claim((change["ended"], change["valued"], change["gone"]) == (["Bo Lindqvist"], [], []),
          "with whom it ended is neither gone nor valued", change)
    claim(re.search(r"(?m)^ended +Bo", k.says("reassess", "compare", "2024-03")), "and is listed as that")
    claim("P=end" in flat(k.says("reassess", "save", "--help")), "the help says so")
    for args in (["review"], ["review", "1"], ["review", "5"], ["reassess", "list"], ["reassess", "compare", before]):
        claim(k.says(*args).strip(), f"kith {args}: says something")


def ahead(k):
    """What may be forgotten: an offer, the round of a circle, a look at the network after an event."""
    k.init()
    for name in ("Lena Moreau", "Bo Lindqvist"):
        k.do("person", "add", name)
        k.do("relationship", "set", name, "--kind", "peer")
    soon = (datetime.date.today() + datetime.timedelta(days=3)).isoformat()
    lately = (datetime.date.today() - datetime.timedelta(days=20)).isoformat()
    k.do("offer", "add", "--person", "Lena", "--what", "how we ship")
    claim(k.do("person", "show", "Lena")["offers"] == ["how we ship"], "an offer stands with its person")
    claim("\nto offer" in k.says("person", "show", "Lena"), "for a person to read")
    claim(k.says("today").endswith("Nothing is due.\n"), "and nowhere else while no talk is coming")
    k.do("log", "add", "--with", "Lena", "--when", "yesterday", "--next-date", soon)
    seen = flat(k.says("today"))
    claim(f"offer to Lena Moreau, for the talk due {soon} how we ship you wanted to offer this" in seen,
          "before the next talk", seen)

    circle = k.do("circle", "add", "--name", "Leads", "--member", "Lena", "--member", "Bo", "--next-date", soon,
                  "--check-in", "What is stuck?")["id"]
    seen = flat(k.says("today"))
    claim(f"circle, due {soon} Leads" in seen and "Lena Moreau begins; then: What is stuck?" in seen,
          "a circle's meeting and its round", seen)
    talk = k.do("log", "add", "--circle", "leads", "--when", "today")["id"]
    row = k.do("log", "show", talk)
    claim(row["with"] == ["Lena Moreau", "Bo Lindqvist"], "it was with its members", row)
    claim({f["name"]: (f["values"], f["text"]) for f in row["fields"]} == {"circle": ([circle], "Leads")},
          "and says which circle met", row)
    claim("\ncircle " in k.says("log", "show", talk) and "Bo Lindqvist begins" in flat(k.says("today")),
          "then it is the next one's turn")
    k.fails("INVALID_ARGUMENT", "log", "add", "--when", "today", status=2)

    k.do("event", "add", "--what", "move-abroad", "--when", lately)
    seen = flat(k.says("today"))
    claim(f"open: event, {lately} move abroad" in seen and "kith reassess save" in seen and "our rule" in seen,
          "an event asks for another look", seen)
    k.do("reassess", "save")
    claim("event" not in [row["what"] for row in k.do("today")["items"]], "until there is one")


def bin_(k):
    k.init()
    claim(k.says("bin", "list") == "The bin is empty.\n" and k.do("bin", "list") == {"items": []}, "an empty bin")
    k.do("person", "add", "Lena Moreau")
    k.do("relationship", "set", "Lena", "--kind", "mentor", "--since", "2021-03")
    note = k.do("note", "add", "--about", "Lena", "she listens")["id"]
    person = k.do("person", "show", "Lena")
    k.do("note", "remove", note)
    k.do("person", "remove", "Lena")
    rows = k.items("bin", "list")
    claim(sorted((row["kind"], row["text"]) for row in rows) == [("note", "she listens"), ("person", "Lena Moreau")],
          "what was removed is listed", rows)
    for row in rows:
        claim(set(row) == {"id", "kind", "text", "removed_ms", "until_ms"}, "the keys of an entry", row)
        claim(row["until_ms"] - row["removed_ms"] == 30 * 24 * 60 * 60 * 1000, "kept for thirty days", row)
        k.do("bin", "restore", row["id"])
    claim(k.do("person", "show", "Lena") == person, "a person comes back with the relationship")
    claim(k.do("note", "show", note)["about"] == "Lena Moreau", "a note as itself")
    claim(k.items("bin", "list") == [], "and lies in the bin no more")
    k.fails("NOT_FOUND", "bin", "restore", rows[0]["id"])
    k.do("note", "remove", note)
    claim("she listens" in k.says("bin", "list"), "for a person to read")
    claim(k.items("search", "listens") == [], "what is in the bin is not found")
    k.do("bin", "empty")
    claim(k.items("bin", "list") == [], "emptied at once")


def sample(k):
    k.init()
    k.do("person", "add", "Lena Moreau")
    k.do("relationship", "set", "Lena", "--kind", "mentor")
    network = k.do("network")
    claim("kith sample load kram1983" in k.says("sample", "show", "kram1983"), "it says how to load one")
    for name, count in (("kram1983", 18), ("kram-isabella1985", 26)):
        table = k.do("sample", "load", name)
        claim(set(table) == {"set", "loaded", "columns", "rows"}, "the keys of a table", table)
        claim(table["loaded"] and len(table["rows"]) == count, f"{name} is loaded", table)
        claim(set(table["rows"][0]) == {"row", "cells", "says"}, "the keys of a row", table["rows"][0])
        claim(all(len(row["cells"]) == len(table["columns"]) for row in table["rows"]), "a cell a column", table)
        k.fails("ALREADY_EXISTS", "sample", "load", name)
        check = k.do("sample", "check", name)
        claim(set(check) == {"set", "items", "holds"} and check["holds"], f"the sums of {name} hold", check)
        claim(all(row["holds"] and row["expected"] == row["found"] for row in check["items"]), "each of them", check)
        claim("FAILS" not in k.says("sample", "check", name), "for a person to read too")
        claim(k.says("sample", "show", name).startswith(",".join(table["columns"])[:20]), "it begins with its columns")
    rows = {row["row"] + 1: row["says"] for row in k.do("sample", "show", "kram1983")["rows"]}
    claim(all(rows[n].startswith("phase: not enough to say") for n in (10, 11, 15, 18)),
          "what is not told is not concluded", rows)
    claim(k.do("network") == network and len(k.items("person", "list")) == 1, "the own network is untouched")
    for name in ("kram1983", "kram-isabella1985"):
        k.do("sample", "remove", name)
        k.fails("NOT_FOUND", "sample", "check", name)
        claim(k.do("sample", "show", name)["rows"] == [], "nothing is left")
    k.fails("INVALID_ARGUMENT", "sample", "load", "kram1984")
    claim(k.do("network") == network and k.items("bin", "list") == [], "and nothing lies in the bin")


def tray(k):
    """A passage is left without a passphrase and becomes a note once."""
    folder = k.path("tray")
    nobody = {"KITH_PASSPHRASE": None, "KITH_VAULT": k.path("nowhere")}
    k.fails("NOT_FOUND", "tray", "put", folder, "too early", **nobody)
    k.init()
    claim(k.do("tray", "lay", folder) == {}, "laid out")
    k.fails("INVALID_ARGUMENT", "tray", "lay", os.path.join(k.vault, "tray"))
    claim("sealed" in k.says("tray", "put", folder, "Ask for the smaller project first.", "--from",
                             "https://example.org/essay", **nobody), "no passphrase and no vault is wanted")
    k.do("tray", "put", folder, "--from", "a title alone", **nobody)
    k.fails("INVALID_ARGUMENT", "tray", "put", folder, **nobody)
    k.do("tray", "put", os.path.relpath(folder), "-", stdin="two\nlines\n", **nobody)
    k.fails("INVALID_ARGUMENT", "tray", "put", folder, " ", **nobody)
    k.fails("TOO_LARGE", "tray", "put", folder, "-", stdin="a" * 70_000, **nobody)
    k.write("tray/item-00", b"\x01 nothing of the kind")
    claim("3 items wait here" in k.says("tray", "show", folder), "what waits is said")
    taken = k.do("tray", "take", folder)
    claim(len(taken["notes"]) == 3, "all are notes", taken)
    claim([(one["error"]["code"], one["items"]) for one in taken["troubles"]] == [("BAD_CIPHERTEXT", 1)],
          "what does not open is said", taken)
    claim(sorted(k.texts("note", "list")) == ["Ask for the smaller project first.\n\nhttps://example.org/essay",
                                              "a title alone", "two\nlines"], "as they were left")
    claim("Nothing was taken in" in k.says("tray", "take", folder), "once")
    claim(sorted(os.listdir(folder)) == ["item-00", "key"], "and what did not open stays")
    claim("1 item " in k.says("tray", "clear", folder) and os.listdir(folder) == ["key"], "until a person clears it")


SCENARIOS = {f.__name__.rstrip("_"): f for f in (
    version_and_help, usage_errors, next_step, next_command, step_commands, columns_, unicode, status_counts, passphrase_prompt, passphrase_sources, weak_passphrases,
    ids, words, vocabulary, words_document, output, several_at_once, dates, cards, standard_input, not_utf8, json_rows, human_lists, alarms, no_relay,
    backup_and_restore, keys, put_back, export_and_wipe, ls09_keys_not_locked, ls13_errors,
    tray, network, network_document, review, story, ahead, bin_, sample)}


if __name__ == "__main__":
    sys.exit(main(SCENARIOS))
