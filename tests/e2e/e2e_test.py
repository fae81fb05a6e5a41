#!/usr/bin/env python3
"""End to end: a real kith-relay over TLS, two vaults, the kith program and its JSON.

  e2e_test.py --kith PROGRAM --relay PROGRAM --lying PROGRAM SCENARIO
"""
import argparse
import inspect
import json
import os
import queue
import random
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from held_open import by_passphrase, goes_by_passphrase  # noqa: E402
from people import (Failed, Person, Relay, bytes_under, claim, found_in, found_under, kill_in_the_middle, pair,
                    settle)
from proxy import Proxy

CARDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "cards")


class World:
    """A relay and two people, Amara (who invites) and Jonas, in a folder of their own."""

    def __init__(self, kith, relay, lying, folder, by_passphrase=False):
        self.folder, self.kith, self.lying, self.by_passphrase = folder, kith, lying, by_passphrase
        self.relay = Relay(relay, self.path("relay"), self.path("relay.log")).start()
        self.amara = self.person("Amara")
        self.jonas = self.person("Jonas")

    def path(self, name):
        return os.path.join(self.folder, name)

    def person(self, name):
        return Person(self.kith, self.path(name), self.relay, name, self.by_passphrase)

    def meet(self):
        """Both have a vault and know each other by name."""
        self.amara.init()
        self.jonas.init()
        self.amara.do("person", "add", "Jonas")
        self.jonas.do("person", "add", "Amara")

    def paired(self):
        self.meet()
        return pair(self.amara, self.jonas)


def network_and_log(w):
    a = w.amara
    claim(len(a.init()) > 0, "init gives an id")
    a.fails("ALREADY_EXISTS", "init", "--name", "Amara", "--kdf", "floor")
    jonas = a.do("person", "add", "Jonas Berg")["id"]
    a.do("person", "add", "Jonna Lind")
    claim(a.do("person", "show", "Jonas Berg")["id"] == jonas, "a person is found by name")
    claim(a.do("person", "show", "Jonas")["id"] == jonas, "and by a unique beginning")
    claim(a.do("person", "show", jonas)["name"] == "Jonas Berg", "and by id")
    a.fails("AMBIGUOUS", "person", "show", "Jon")
    a.fails("NOT_FOUND", "person", "show", "Nobody")
    a.do("relationship", "set", "Jonas", "--kind", "protege", "--since", "2021-03")
    shown = a.do("relationship", "show", "Jonas")
    claim((shown["kind"], shown["since"]) == ("protege", "2021-03"), "a partial date stays partial", shown)
    claim(sorted(r["name"] for r in a.items("person", "list")) == ["Jonas Berg", "Jonna Lind"], "both are listed")

    for when, note in (("2024", "the year"), ("2024-05-03T14:30", "the talk"), ("2024-05", "the month")):
        a.do("log", "add", "--with", "Jonas", "--when", when, "--medium", "in-person", "--function",
             "COAC:received:2", "--note", note, "--next", "write to him")
    rows = a.items("log", "list", "--with", "Jonas")
    claim([r["when"] for r in rows] == ["2024-05-03T14:30", "2024-05", "2024"], "newest first, dates as written", rows)
    claim(rows[0]["note"] == "the talk" and rows[0]["next"] == "write to him" and
          rows[0]["functions"] == ["COAC:received:2"] and rows[0]["with_ids"] == [jonas], "a talk is kept whole", rows)
    a.do("log", "edit", rows[0]["id"], "--note", "the long talk")
    claim(a.do("log", "show", rows[0]["id"])["note"] == "the long talk", "a talk can be edited")
    a.do("log", "remove", rows[2]["id"])
    a.fails("NOT_FOUND", "log", "show", rows[2]["id"])
    claim(len(a.items("log", "list")) == 2, "and removed")

    note = a.do("note", "add", "--about", "Jonas", "-", stdin="a note from standard input")["id"]
    row = a.items("note", "list")[0]
    claim(row["id"] == note and row["text"].strip() == "a note from standard input" and row["mine"], "a note", row)
    goal = a.do("goal", "add", "read more")["id"]
    a.do("goal", "done", goal)
    claim(a.items("goal", "list")[0]["state"] == "done", "a goal can be done")
    claim(len(a.items("search", "long talk")) == 1, "search finds the talk")
    a.do("person", "remove", "Jonna")
    claim(len(a.items("person", "list")) == 1, "a person can be removed")
    a.do("verify")

    before = a.items("log", "list"), a.items("note", "list"), a.items("person", "list")
    claim(a.sync()["sent"] > 0, "the self space is sent")
    again = a.sync()
    claim(again["sent"] == 0 and again["received"] == 0, "and only once", again)
    after = a.items("log", "list"), a.items("note", "list"), a.items("person", "list")
    claim(after == before, "a sync alone changes nothing")


def usage_errors(w):
    w.amara.init()
    for args in (["no-such-command"], ["person", "add"], ["sync", "--no-such-flag"]):
        status, answer = w.amara.run(*args)
        claim(status == 2 and answer.get("error", {}).get("code"), f"kith {args}: exit 2 and an error object",
              (status, answer))
    w.amara.do("person", "add", "Jonas")
    for date in ("2024-13", "2024-02-30", "20240", "2024-05-03T25:00", "soon"):
        status, answer = w.amara.run("log", "add", "--with", "Jonas", "--when", date)
        claim(status in (1, 2) and answer.get("error", {}).get("code") == "INVALID_ARGUMENT",
              f"{date} is no date", (status, answer))
    claim(w.amara.items("log", "list") == [], "nothing was added")


@by_passphrase
def wrong_passphrase(w):
    w.amara.init()
    w.amara.do("note", "add", "kept")
    w.amara.fails("STORE_LOCKED", "note", "list", passphrase="not the passphrase")
    claim(w.amara.texts("note", "list") == ["kept"], "the right one still opens")
    empty = w.person("Nobody")
    empty.fails("NOT_FOUND", "note", "list")


@by_passphrase
def second_process(w):
    """While one process watches, others write and seal too: everything comes through, and no number is given twice."""
    w.paired()
    w.amara.items("pair", "list")
    watch = subprocess.Popen(w.amara.command("sync", "--watch"), env=w.amara.environment(),
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = []
    reader = threading.Thread(target=lambda: said.extend(watch.stdout), daemon=True)
    reader.start()
    try:
        for i in range(8):
            w.amara.do("agenda", "add", f"line {i}", "--with", "Jonas")
            w.amara.do("note", "add", f"private {i}")
            if i % 2:
                w.amara.run("sync", "--once")  # it seals and sends as the watch does
            if i % 3 == 0:
                w.jonas.do("agenda", "add", f"his {i}", "--with", "Amara")
                w.jonas.sync()
        wanted = sorted([f"line {i}" for i in range(8)] + [f"his {i}" for i in (0, 3, 6)])
        end = time.time() + 60
        while time.time() < end:
            w.jonas.sync()
            if w.jonas.texts("agenda", "list") == wanted and w.amara.texts("agenda", "list") == wanted:
                break
        claim(watch.poll() is None, "the watch goes on", said[-3:])
        claim(w.jonas.texts("agenda", "list") == wanted, "he has every line", w.jonas.texts("agenda", "list"))
        claim(w.amara.texts("agenda", "list") == wanted, "and she", w.amara.texts("agenda", "list"))
        claim(w.amara.items("alarms", "list") == [] and w.jonas.items("alarms", "list") == [], "nobody saw an alarm")
        claim(len(w.amara.items("note", "list")) == 8, "and her notes are there")
        deadline = time.time() + 30
        while w.amara.do("status")["pending"] and time.time() < deadline:
            time.sleep(0.2)
        claim(w.amara.do("status")["pending"] == 0, "the watch sent what the others wrote")
    finally:
        watch.terminate()
        watch.wait(20)
        reader.join(5)
        watch.stdout.close()
    claim(said and all(b"error" not in line for line in said), "it said no error", said[-3:])
    w.amara.do("verify")


class Watch:
    """`kith sync --watch` as a process, and what it says, a line at a time."""

    def __init__(self, person):
        self.process = subprocess.Popen(person.command("sync", "--watch"), env=person.environment(),
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.said, self.seen = queue.Queue(), []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.said.put(json.loads(line))

    def until(self, holds, what):
        """Takes lines until one of which that holds; that line."""
        end = time.time() + 60
        while time.time() < end:
            try:
                self.seen.append(self.said.get(timeout=max(end - time.time(), 0)))
            except queue.Empty:
                break
            if holds(self.seen[-1]):
                return self.seen[-1]
        raise Failed(f"the watch says: {what}\n  it said: {self.seen[-6:]}")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def through_a_proxy(w):
    """What stands between a person and the relay cuts, resets, and answers in its place: it is waited for, and said."""
    proxy = Proxy(w.relay)
    w.amara.relay = w.jonas.relay = proxy
    w.paired()
    settle(w.amara, w.jonas)
    for status in (502, 503, 504, 429, 401, 403, 404, 400, 200):
        proxy.answer(status)
        said = w.amara.fails("OFFLINE", "sync", "--once")["error"]["message"]
        claim(status == 200 or f"HTTP {status}" in said, f"{status}: says what answered", said)
    proxy.answer(None)
    w.amara.sync()

    def jonas_writes(text):
        w.jonas.do("agenda", "add", text, "--with", "Amara")
        w.jonas.sync()

    lines = ["while she was cut off", "in the middle " + "x" * 3000, "while somebody else answered", "at last"]
    watch = Watch(w.amara)
    try:
        offline = lambda row: row.get("error", {}).get("code") == "OFFLINE"  # noqa: E731
        came = lambda row: row.get("received", 0) > 0  # noqa: E731
        watch.until(lambda row: "sent" in row, "the first result")
        proxy.cut()
        said = watch.until(offline, "that it was cut off")["error"]["message"]
        claim("trying again in" in said, "and when it tries again", said)
        jonas_writes(lines[0])
        watch.until(came, "what came meanwhile")

        w.jonas.do("agenda", "add", lines[1], "--with", "Amara")
        w.jonas.relay = w.relay  # past the proxy, which counts what the relay says to her
        proxy.cut_after(1500)
        w.jonas.sync()
        watch.until(offline, "that it was cut off in the middle")
        watch.until(came, "what was cut in the middle")

        proxy.answer(504)
        proxy.cut()
        jonas_writes(lines[2])
        watch.until(lambda row: offline(row) and "HTTP 504" in row["error"]["message"], "who answers")
        proxy.answer(None)
        watch.until(came, "what came while somebody else answered")
        jonas_writes(lines[3])
        watch.until(came, "and it goes on")
        claim(watch.process.poll() is None, "the watch goes on", watch.seen[-3:])
        claim({row["error"]["code"] for row in watch.seen if "error" in row} == {"OFFLINE"},
              "nothing but the connection was ever wrong", watch.seen)
    finally:
        watch.stop()
        proxy.close()
    w.amara.relay = w.relay
    w.amara.sync()
    for person, other in ((w.amara, "Jonas"), (w.jonas, "Amara")):
        claim(person.texts("agenda", "list", "--with", other) == sorted(lines), f"{person.name}: every line, once")
        claim(person.items("alarms", "list") == [], f"{person.name}: no alarm")


def while_locked(w):
    """What a timer of the system does with the key alone, between two commands of the person."""
    w.paired()
    a, j = w.amara, w.jonas
    settle(a, j)
    for words in ("show", "prepare"):
        claim(not a.do("locked", words)["allowed"], "nothing is allowed by itself")
    key = a.do("locked", "allow")["key"]
    claim(len(key) == 64 and int(key, 16) >= 0, "the key is 64 digits", key)

    def sync_locked(**expected):
        answer = a.do("locked", "sync", "--key-file", "-", "--deadline", "20s", stdin=key + "\n")
        claim({name: answer[name] for name in expected} == expected, "sync of the locked vault", answer)

    sync_locked(spaces=2, sent=0, fetched=0, more=False)
    a.do("agenda", "add", "hers", "--with", "Jonas")
    claim(a.do("locked", "prepare")["waiting"] == 1, "what was written is sealed")
    j.do("agenda", "add", "his", "--with", "Amara")
    j.sync()
    sync_locked(spaces=2, sent=1, fetched=1)
    sync_locked(sent=0, fetched=0)
    j.sync()
    claim(j.texts("agenda", "list") == ["hers", "his"], "he has hers")
    beside = os.path.join(a.vault, "locked")
    claim(bytes_under(beside) > 0 and not found_under(beside, ["hers", "his", w.relay.address]),
          "nothing lies there in the clear")

    w.relay.stop()
    claim(a.texts("agenda", "list") == ["hers", "his"], "she has his, with no relay")
    claim(a.do("status")["pending"] == 0, "and nothing waits")
    a.fails("OFFLINE", "locked", "sync", "--key-file", "-", stdin=key)
    w.relay.start()
    for wrong, code in ((key[:-1], "INVALID_ARGUMENT"), (key[:-2], "INVALID_ARGUMENT"), ("0" * 64, "STORE_LOCKED")):
        a.fails(code, "locked", "sync", "--key-file", "-", stdin=wrong)
    a.fails("INVALID_ARGUMENT", "locked", "sync", "--key-file", w.path("nowhere"))
    old, key = key, a.do("locked", "allow")["key"]
    a.fails("STORE_LOCKED", "locked", "sync", "--key-file", "-", stdin=old)
    sync_locked(spaces=2)
    a.do("verify")
    a.do("locked", "forbid")
    a.fails("NOT_FOUND", "locked", "sync", "--key-file", "-", stdin=key)
    settle(a, j)
    claim(a.texts("agenda", "list") == j.texts("agenda", "list") == ["hers", "his"], "and nothing is there twice")


def pairing(w):
    first, second, _ = w.paired()
    claim(w.amara.row_of_pair(first)["person"] == "Jonas", "the inviter's pair is linked to her person")
    claim(w.jonas.row_of_pair(second)["person"] == "Amara", "and the accepter's to his")


def pairing_refusals(w):
    w.meet()
    note = w.amara.do("note", "add", "for later")["id"]
    invitation = w.amara.do("pair", "invite", "Jonas")
    w.amara.fails("UNVERIFIED_KEY", "share", note, "--with", "Jonas", "--passage", "later")
    code = invitation["code"]
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    w.jonas.fails("INVALID_ARGUMENT", "pair", "accept", wrong)
    acceptance = w.jonas.do("pair", "accept", code, "--as", "Amara")
    eve = w.person("Eve")
    eve.init()
    status, answer = eve.run("pair", "accept", code)
    claim(status == 1 and "error" in answer, "an invitation is spent by the first who accepts", answer)
    digits = w.amara.row_of_pair(invitation["id"])["digits"]
    claim(digits == acceptance["digits"], "the same digits on both sides")
    other = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    w.amara.fails("INVALID_ARGUMENT", "pair", "confirm", invitation["id"], "--code", other)
    w.amara.do("pair", "confirm", invitation["id"], "--code", digits)
    w.amara.fails("UNVERIFIED_KEY", "share", note, "--with", "Jonas", "--passage", "later")
    w.jonas.fails("INVALID_ARGUMENT", "pair", "confirm", acceptance["id"], "--code", other)
    w.jonas.do("pair", "confirm", acceptance["id"], "--code", digits)
    settle(w.jonas, w.amara)
    w.amara.do("share", note, "--with", "Jonas", "--passage", "later")

    cancelled = w.amara.do("pair", "invite")
    w.amara.do("pair", "cancel", cancelled["id"])
    status, _ = w.amara.run("pair", "confirm", cancelled["id"], "--code", "000000000000")
    claim(status == 1, "a cancelled invitation cannot be confirmed")


def share_and_withdraw(w):
    w.paired()
    note = w.amara.do("note", "add", "--about", "Jonas", "He was tired. He listens well. Keep to myself.")["id"]
    w.amara.fails("INVALID_ARGUMENT", "share", note, "--with", "Jonas", "--passage", "not in the text")
    copy = w.amara.do("share", note, "--with", "Jonas", "--passage", "He listens well.")["id"]
    claim(copy != note, "the copy has an id of its own")
    settle(w.amara, w.jonas)
    rows = w.jonas.items("shared", "list")
    claim([r["text"] for r in rows] == ["He listens well."], "the partner sees the passage and no more", rows)
    claim(rows[0]["id"] == copy and not rows[0]["mine"] and rows[0]["author"] == "Amara" and
          not rows[0].get("source_id"), "by whom, and with no trace of its source", rows)
    claim(w.jonas.items("note", "list") == [], "the private note is not there")
    status, answer = w.jonas.run("withdraw", copy)
    claim(status == 1 and answer["error"]["code"], "only who shared may withdraw", answer)
    w.amara.do("withdraw", copy)
    settle(w.amara, w.jonas)
    claim(w.jonas.items("shared", "list") == [] and w.amara.items("shared", "list") == [], "withdrawn on both sides")
    claim(w.amara.texts("note", "list")[0].startswith("He was tired."), "the private note stays")
    w.jonas.sync()
    claim(w.jonas.items("shared", "list") == [], "and does not come back")


def compare(w):
    w.paired()
    w.amara.fails("INVALID_ARGUMENT", "compare", "Jonas", "--seal")
    w.amara.fails("INVALID_ARGUMENT", "compare", "Jonas", "--seal", "--phase", "friendship")
    w.amara.do("compare", "Jonas", "--seal", "--phase", "separation", "--announce")
    w.amara.fails("ALREADY_EXISTS", "compare", "Jonas", "--seal", "--phase", "cultivation")
    settle(w.amara, w.jonas)
    rows = w.jonas.items("compare", "Amara")
    claim([r["state"] for r in rows] == ["theirs_ready"] and not rows[0].get("theirs"), "ready, and nothing else", rows)
    w.jonas.do("compare", "Amara", "--seal", "--phase", "cultivation")
    w.jonas.sync()
    w.amara.sync()
    w.jonas.sync()
    for person, other, both in ((w.amara, "Jonas", ("separation", "cultivation")),
                                (w.jonas, "Amara", ("cultivation", "separation"))):
        row = person.items("compare", other)[0]
        claim((row["state"], row["mine"], row["theirs"], row["gap"]) == ("open", *both, 1), "side by side", row)
        claim(len(row["questions"]) == 3, "three questions", row)
    hits = found_under(w.relay.folder, ["separation", "cultivation"])
    claim(hits == [], "the relay has neither word, in no shape", hits)


def another_relay(w):
    w.paired()
    w.amara.do("agenda", "add", "the hand-over", "--with", "Jonas")
    w.amara.do("note", "add", "mine alone")
    settle(w.amara, w.jonas)
    own = Relay(w.relay.honest, w.path("own-relay"), w.path("own-relay.log")).start()
    try:
        w.amara.fails("OFFLINE", "relay", "move", "127.0.0.1:1", "--ca", own.ca)
        w.jonas.fails("NOT_FOUND", "relay", "follow", "Amara")
        w.amara.synced("relay", "move", own.address, "--ca", own.ca)
        w.amara.relay = own
        w.amara.do("agenda", "add", "between the relays", "--with", "Jonas")
        synced = w.amara.sync()
        claim(synced["pending"] > 0, "what she writes to the pair waits", synced)
        waits = [s for s in synced["spaces"] if s["code"]]
        claim([(s["person"], s["code"], s["trouble"]) for s in waits] == [("Jonas", "CONFLICT", False)],
              "for Jonas, who is at another relay", synced)
        w.jonas.do("agenda", "add", "at the old one", "--with", "Amara")
        w.jonas.sync()
        row = w.jonas.do("relay", "show")["partners"][0]
        claim((row["person"], row["address"]) == ("Amara", own.address), "he reads where she went", row)
        w.jonas.synced("relay", "follow", "Amara")
        w.jonas.relay = own
        w.relay.stop()
        settle(w.jonas, w.amara, w.jonas)
        for person, other in ((w.amara, "Jonas"), (w.jonas, "Amara")):
            lines = sorted(person.texts("agenda", "list", "--with", other))
            claim(lines == ["at the old one", "between the relays", "the hand-over"], "nothing is lost", lines)
            claim(person.items("alarms", "list") == [], "and nothing was alarming")
        claim(w.amara.texts("note", "list") == ["mine alone"], "her own space came along")
        claim(found_under(own.folder, ["hand-over", "mine alone", "Amara"]) == [], "the new relay reads nothing either")
    finally:
        own.stop()


def edited_by_both(w):
    w.paired()
    line = w.amara.do("agenda", "add", "the budget", "--with", "Jonas")["id"]
    action = w.amara.do("action", "add", "send the draft", "--with", "Jonas", "--owner", "Jonas", "--due",
                        "2030-05")["id"]
    goal = w.amara.do("goal", "add", "lead a meeting", "--with", "Jonas")["id"]
    settle(w.amara, w.jonas)
    claim(w.jonas.texts("agenda", "list", "--with", "Amara") == ["the budget"], "the agenda arrives")
    w.jonas.do("agenda", "edit", line, "the budget for spring")
    w.jonas.do("agenda", "add", "his own line", "--with", "Amara")
    w.amara.do("agenda", "add", "her other line", "--with", "Jonas")
    w.jonas.do("action", "done", action)
    w.jonas.do("goal", "done", goal)
    settle(w.jonas, w.amara, w.jonas)
    for person, other in ((w.amara, "Jonas"), (w.jonas, "Amara")):
        claim(person.texts("agenda", "list", "--with", other) ==
              ["her other line", "his own line", "the budget for spring"], "both keep every line")
        row = person.items("action", "list")[0]
        claim((row["state"], row["due"]) == ("done", "2030-05"), "the action item is done on both sides", row)
        claim(person.items("goal", "list")[0]["state"] == "done", "and the goal")
    owners = w.amara.items("action", "list")[0]["owner"], w.jonas.items("action", "list")[0]["owner"]
    claim(owners[0] == "Jonas", "the owner is Jonas", owners)
    claim(w.amara.items("conflicts", "list") == [], "no conflict where nobody wrote at the same time")
    w.amara.do("agenda", "remove", line)
    settle(w.amara, w.jonas)
    claim(len(w.jonas.items("agenda", "list", "--with", "Amara")) == 2, "a removed line goes on both sides")


def state_of_pair(person, other):
    """What both must agree on, without words like mine and me."""
    return {
        "agenda": sorted((r["id"], r["text"], r["state"]) for r in person.items("agenda", "list", "--with", other)),
        "goals": sorted((r["id"], r["text"], r["state"]) for r in person.items("goal", "list")),
        "actions": sorted((r["id"], r["text"], r["state"], r["due"]) for r in person.items("action", "list")),
        "shared": sorted((r["id"], r["text"]) for r in person.items("shared", "list")),
        "conflicts": sorted((r["field"], r["shown"], r["kept"]) for r in person.items("conflicts", "list")),
    }


def conflict(w):
    w.paired()
    goal = w.amara.do("goal", "add", "run a workshop", "--with", "Jonas")["id"]
    settle(w.amara, w.jonas)
    w.relay.stop()
    w.amara.do("goal", "edit", goal, "run a workshop in May")
    w.jonas.do("goal", "edit", goal, "run two workshops")
    w.amara.do("agenda", "add", "where", "--with", "Jonas")
    w.jonas.do("agenda", "add", "when", "--with", "Amara")
    w.relay.start()
    settle(w.amara, w.jonas, w.amara)
    here, there = state_of_pair(w.amara, "Jonas"), state_of_pair(w.jonas, "Amara")
    claim(here == there, "the same state on both sides", (here, there))
    rows = w.amara.items("conflicts", "list")
    claim(len(rows) == 1 and {rows[0]["shown"], rows[0]["kept"]} == {"run a workshop in May", "run two workshops"},
          "one conflict, and the value that lost is kept", rows)
    claim(w.amara.texts("goal", "list") == [rows[0]["shown"]], "the shown value is the goal's")
    w.amara.do("conflicts", "keep", rows[0]["id"])
    settle(w.amara, w.jonas)
    for person in (w.amara, w.jonas):
        claim(person.texts("goal", "list") == [rows[0]["kept"]], "keeping shows the kept value on both sides")
        claim(person.items("conflicts", "list") == [], "and settles it")

    w.amara.do("goal", "edit", goal, "one")
    w.jonas.do("goal", "edit", goal, "two")
    settle(w.amara, w.jonas, w.amara)
    row = w.jonas.items("conflicts", "list")[0]
    w.jonas.do("conflicts", "dismiss", row["id"])
    settle(w.jonas, w.amara)
    claim(w.amara.items("conflicts", "list") == [] and w.amara.texts("goal", "list") == [row["shown"]],
          "dismissing leaves the shown value on both sides")


def removed_meanwhile(w):
    """One removes what the other marks as done: both keep all of it, and either keeps it or lets it go."""
    w.paired()
    for decide in ("keep", "dismiss"):
        action = w.amara.do("action", "add", f"to {decide}", "--with", "Jonas", "--owner", "Jonas", "--due", "2030-05")["id"]
        settle(w.amara, w.jonas)
        w.amara.do("action", "remove", action)
        w.jonas.do("action", "done", action)
        settle(w.amara, w.jonas)
        for person, by in ((w.amara, "you"), (w.jonas, "Amara")):
            row = [r for r in person.items("action", "list") if r["id"] == action][0]
            claim((row["text"], row["state"], row["owner"], row["due"]) == (f"to {decide}", "done", "Jonas", "2030-05"),
                  f"{person.name} has all of it", row)
            claim(row["removed_by"] == by and row["removed_ms"] > 0, "and reads who removed it", row)
            rows = person.items("conflicts", "list")
            claim(len(rows) == 1 and rows[0]["removal"] and rows[0]["says"], "one conflict, in words of its own", rows)
        person = w.jonas if decide == "keep" else w.amara
        person.do("conflicts", decide, person.items("conflicts", "list")[0]["id"])
        settle(w.amara, w.jonas)
        for both in (w.amara, w.jonas):
            claim(both.items("conflicts", "list") == [], "it is decided for both")
            left = [r for r in both.items("action", "list") if r["id"] == action]
            claim((len(left) == 1 and left[0]["removed_by"] == "") if decide == "keep" else left == [], f"{decide}", left)


def offline(w):
    w.paired()
    w.relay.stop()
    before = state_of_pair(w.amara, "Jonas")
    status_before = w.amara.do("status")
    w.amara.fails("OFFLINE", "sync", "--once")
    claim(state_of_pair(w.amara, "Jonas") == before, "OFFLINE changes nothing")
    claim(w.amara.do("status")["pending"] == status_before["pending"], "nor what waits")
    w.amara.do("note", "add", "written without a relay")
    w.amara.do("agenda", "add", "also without", "--with", "Jonas")
    w.amara.fails("OFFLINE", "sync", "--once")
    claim("written without a relay" in w.amara.texts("note", "list"), "writing never needs the relay")
    w.relay.start()
    settle(w.amara, w.jonas)
    claim(w.jonas.texts("agenda", "list", "--with", "Amara") == ["also without"], "and arrives later")


def rollback(w):
    w.paired()
    w.amara.do("agenda", "add", "before", "--with", "Jonas")
    settle(w.amara, w.jonas)
    w.relay.stop()
    w.relay.keep(w.path("older"))
    w.relay.start()
    for n in range(5):
        w.amara.do("agenda", "add", f"after {n}", "--with", "Jonas")
        w.jonas.do("agenda", "add", f"answer {n}", "--with", "Amara")
        settle(w.amara, w.jonas)
    settle(w.amara)
    whole = w.amara.do("relay-view", "--with", "Jonas")["position"]
    before = state_of_pair(w.amara, "Jonas")
    w.relay.stop()
    w.relay.put_back(w.path("older"))
    w.relay.start()
    w.amara.fails("ROLLBACK", "sync", "--once")
    claim(state_of_pair(w.amara, "Jonas") == before, "a rollback changes nothing here")
    known = len([r for r in w.amara.items("alarms", "list") if r["code"] == "ROLLBACK"])
    claim(known >= 1, "the alarm is listed", known)
    w.amara.sync()
    settle(w.amara)
    claim(len([r for r in w.amara.items("alarms", "list") if r["code"] == "ROLLBACK"]) == known,
          "it is reported once")
    claim(w.amara.do("relay-view", "--with", "Jonas")["position"] >= whole, "the relay is filled up again")
    w.jonas.run("sync", "--once")  # his own space was rolled back too; the first sync may say so
    w.amara.do("agenda", "add", "and on", "--with", "Jonas")
    settle(w.amara, w.jonas)
    claim(state_of_pair(w.jonas, "Amara") == state_of_pair(w.amara, "Jonas"), "and both go on")
    claim(all(r["healed"] for r in w.amara.items("alarms", "list") if r["code"] == "ROLLBACK"), "marked as healed")


def numbers_stored(view):
    """(author, number) of every data entry that the relay holds of a space."""
    entries = [{f["name"]: f["value"] for f in e["visible"]} for e in view["entries"] if e["kind"] == "data"]
    return [(e["author"], e["sequence"]) for e in entries]


def renewal(w):
    """Yesterday's folder of a vault is put back. It is noticed, nothing is lost, and the vault goes on under
    new keys; a thief with the old copy does not."""
    w.paired()
    w.amara.do("agenda", "add", "yesterday", "--with", "Jonas")
    w.amara.do("note", "add", "a note of yesterday")
    settle(w.amara, w.jonas)
    shutil.copytree(w.amara.vault, w.path("yesterday"))
    w.amara.do("agenda", "add", "sent later", "--with", "Jonas")
    w.amara.do("note", "add", "a later note")
    settle(w.amara, w.jonas)
    shutil.rmtree(w.amara.vault)
    shutil.copytree(w.path("yesterday"), w.amara.vault)

    w.amara.do("agenda", "add", "written today", "--with", "Jonas")
    w.amara.fails("STORE_ROLLED_BACK", "sync", "--once")
    again = w.amara.fails("STORE_ROLLED_BACK", "sync", "--once")
    claim(again["pending"] >= 1 and again["sent"] == 0 and again["alarms"] == [], "every sync says why it waits", again)
    w.amara.hold_open()
    status = w.amara.do("status")
    claim(status["renewal_needed"] and status["next_step"] == "kith renew", "status names the next step", status)
    w.jonas.do("agenda", "add", "by Jonas", "--with", "Amara")
    w.jonas.sync()
    claim(w.jonas.texts("agenda", "list") == ["by Jonas", "sent later", "yesterday"], "nothing is lost at the partner")

    done = w.amara.do("renew")
    claim(done["renewed"] == 2 and done["left"] == 0, "both spaces go on under new keys", done)
    told = w.jonas.sync()
    claim(told["renewed"] == ["Amara"], "the partner is told", told)
    settle(w.amara, w.jonas)
    everything = ["by Jonas", "sent later", "written today", "yesterday"]
    for person in (w.amara, w.jonas):
        got = person.texts("agenda", "list")
        claim(got == everything, "both hold everything, once", got)
    claim(w.amara.texts("note", "list") == ["a later note", "a note of yesterday"], "private notes too")
    row = w.jonas.items("pair", "list")[0]
    claim(row["verified"] and row["partner_renewals"] == 1, "the pair stays verified and shows it", row)
    claim(all(r["healed"] for r in w.amara.items("alarms", "list")), "the alarms are healed and kept")
    claim(not w.amara.do("status")["renewal_needed"], "nothing is left to do")
    claim(w.amara.do("renew")["renewed"] == 0, "renewing again changes nothing")

    def views():
        return w.amara.do("relay-view", "--with", "Jonas"), w.amara.do("relay-view", "--self")
    before = [view["position"] for view in views()]
    thief = Person(w.kith, w.path("yesterday"), w.relay, "Amara")
    thief.do("agenda", "add", "by the thief", "--with", "Jonas")
    for again in (False, True):
        if again:
            status, answer = thief.run("renew")
            claim(status == 1 and answer["renewed"] == 0, "the passphrase does not help an older copy", answer)
        told = thief.fails("REVOKED_DEVICE", "sync", "--once")
        claim([n["step"] for n in told["error"]["next"]] == ["VAULT_EXPORT"], "it is told that it has ended, and where its words are", told)
    claim("ROLLBACK" not in [r["code"] for r in thief.items("alarms", "list")], "and the relay is not blamed")
    claim(thief.do("status")["copy_ended"], "status says so too")
    settle(w.amara, w.jonas)
    claim([view["position"] for view in views()] == before, "the relay took nothing of the old copy")
    claim(w.jonas.texts("agenda", "list") == everything, "and nobody reads it")

    w.jonas.do("agenda", "edit", [r["id"] for r in w.jonas.items("agenda", "list") if r["text"] == "sent later"][0],
               "changed by Jonas")
    w.amara.do("agenda", "add", "and on", "--with", "Jonas")
    settle(w.amara, w.jonas)
    claim(state_of_pair(w.amara, "Jonas") == state_of_pair(w.jonas, "Amara"), "both go on and converge")
    for view in (*views(), w.jonas.do("relay-view", "--self")):
        numbers = numbers_stored(view)
        claim(len(numbers) == len(set(numbers)) > 0, "no number of a key is used twice", numbers)


def two_branches(w, number):
    """The relay shows each of them another history; then his device is shown hers. His sync."""
    for person in (w.amara, w.jonas, w.amara):
        person.run("sync", "--once")
    w.relay.stop()
    w.relay.keep(w.path("common"))
    w.relay.start()
    w.amara.do("agenda", "add", f"left {number}", "--with", "Jonas")
    w.amara.run("sync", "--once")
    w.relay.stop()
    w.relay.keep(w.path("left"))
    w.relay.put_back(w.path("common"))
    w.relay.start()
    w.jonas.do("agenda", "add", f"right {number}", "--with", "Amara")
    w.jonas.run("sync", "--once")
    w.relay.stop()
    w.relay.put_back(w.path("left"))
    w.relay.start()
    return w.jonas.run("sync", "--once")


def fork(w):
    """Two histories: the relay's folder is copied, each device is shown another copy. Both are put together,
    three times by itself; the fourth time a person looks."""
    w.paired()
    for number in (1, 2, 3):
        status, answer = two_branches(w, number)
        claim(status == 1 and answer["error"]["code"] == "FORK", f"fork {number} is an alarm", answer)
        for _ in range(2):
            w.jonas.run("sync", "--once")
            w.amara.run("sync", "--once")
        both = sorted(f"{side} {n}" for side in ("left", "right") for n in range(1, number + 1))
        for person, other in ((w.amara, "Jonas"), (w.jonas, "Amara")):
            lines = sorted(person.texts("agenda", "list", "--with", other))
            claim(lines == both, f"fork {number}: {person.name} has both branches, once", lines)
    two_branches(w, 4)
    w.jonas.do("agenda", "add", "still here", "--with", "Amara")
    status, answer = w.jonas.run("sync", "--once")
    stopped = [s for s in answer["spaces"] if s["code"] == "FORK"]
    claim(status == 1 and len(stopped) == 1 and stopped[0]["trouble"] and stopped[0]["waiting"] > 0,
          "the fourth time the pair stops, and says so with every sync", answer)
    claim([n["step"] for n in stopped[0]["next"]] == ["ALARM_LIST", "ALARM_HEAL"], "and what to do", stopped)
    claim("still here" in w.jonas.texts("agenda", "list", "--with", "Amara"), "nothing typed is lost")
    alarm = [r for r in w.jonas.items("alarms", "list") if r["stops_space"]][-1]
    claim(alarm["code"] == "FORK" and len(alarm["evidence_bytes"]) == 2, "the alarm keeps both heads", alarm)
    claim("goes on" in w.jonas.do("alarms", "heal", alarm["id"])["says"], "a person lets it go on")
    w.jonas.run("sync", "--once")
    settle(w.jonas, w.amara, w.jonas)
    expected = sorted([f"{side} {n}" for side in ("left", "right") for n in range(1, 5)] + ["still here"])
    for person, other in ((w.amara, "Jonas"), (w.jonas, "Amara")):
        lines = sorted(person.texts("agenda", "list", "--with", other))
        claim(lines == expected, f"{person.name} has all of it", lines)
    for row in w.jonas.items("alarms", "list"):
        w.jonas.do("alarms", "dismiss", row["id"])
    claim(w.jonas.do("status")["alarms"] == 0, "what was seen is not counted as new")
    claim(len(w.jonas.items("alarms", "list")) >= 4, "and is kept")


def decision(w):
    """The host puts back a copy of before a renewal, and the other one writes first: a person decides, and the
    renewal holds again with everything that either wrote."""
    w.paired()
    settle(w.amara, w.jonas)
    w.relay.stop()
    w.relay.keep(w.path("before the renewal"))
    w.relay.start()
    shutil.copytree(w.amara.vault, w.path("an older copy"))
    w.amara.do("agenda", "add", "sent later", "--with", "Jonas")
    w.amara.sync()
    shutil.rmtree(w.amara.vault)
    shutil.copytree(w.path("an older copy"), w.amara.vault)
    w.amara.fails("STORE_ROLLED_BACK", "sync", "--once")
    w.amara.hold_open()
    claim(w.amara.do("renew")["left"] == 0, "she goes on under new keys")
    w.amara.do("agenda", "add", "under new keys", "--with", "Jonas")
    w.amara.sync()
    w.relay.stop()
    w.relay.put_back(w.path("before the renewal"))
    w.relay.start()
    w.jonas.do("agenda", "add", "by Jonas", "--with", "Amara")
    w.jonas.sync()
    w.amara.run("sync", "--once")
    alarm = [r for r in w.amara.items("alarms", "list") if r["wants_passphrase"]][-1]
    claim(alarm["stops_space"] and alarm["next"] == [{"step": "ALARM_HEAL", "values": [alarm["id"]]}],
          "the space waits for a decision", alarm)
    claim("one again" in w.amara.do("alarms", "heal", alarm["id"])["says"], "which a person makes")
    claim(w.jonas.sync()["renewed"] == ["Amara"], "the other one is told of the renewal")
    settle(w.amara, w.jonas)
    for person in (w.amara, w.jonas):
        got = person.texts("agenda", "list")
        claim(got == ["by Jonas", "sent later", "under new keys"], "both hold everything, once", got)
    claim(not [r for r in w.amara.items("alarms", "list") if r["stops_space"]], "and nothing waits")
    told = Person(w.kith, w.path("an older copy"), w.relay, "Amara").fails("REVOKED_DEVICE", "sync", "--once")
    claim("has ended" in told["error"]["message"] and [n["step"] for n in told["error"]["next"]] == ["VAULT_EXPORT"],
          "the older copy is told that it has ended", told)


# What a host does, the name it gets, and which of the three honest lines are there afterwards: what comes
# ahead of its place in the log is shown by the program that received it, and in no state yet.
LIES = {
    "flip": ("BAD_SIGNATURE", 2), "cut": ("TRUNCATED", 2), "swap": ("GAP", 1), "drop": ("GAP", 1),
    "replay": ("REPLAY", 3), "stranger": ("UNKNOWN_DEVICE", 2), "forge": ("BAD_SIGNATURE", 2),
    "foreign": ("WRONG_CONTEXT", 2),
}


def lies(w):
    """A relay whose host lies about what it signs for: each lie has its name, and changes nothing."""
    w.paired()
    expected = []
    for lie, (code, at_once) in LIES.items():
        for n in (1, 2, 3):
            w.amara.do("agenda", "add", f"{lie} {n}", "--with", "Jonas")
            w.amara.sync()
        w.relay.stop()
        w.relay.start(w.lying, "--lie", lie)
        w.jonas.fails(code, "sync", "--once")
        seen = w.jonas.texts("agenda", "list", "--with", "Amara")
        fresh = [text for text in seen if text not in expected]
        claim(fresh == [f"{lie} {n}" for n in range(1, at_once + 1)], f"{lie}: what is honest arrives", (fresh, seen))
        w.jonas.do("agenda", "add", f"written while it lies: {lie}", "--with", "Amara")
        w.relay.stop()
        w.relay.start()
        settle(w.jonas, w.amara, w.jonas)
        expected = w.amara.texts("agenda", "list", "--with", "Jonas")
        claim(f"{lie} 3" in expected and f"written while it lies: {lie}" in expected, f"{lie}: all is there afterwards")
        claim(w.jonas.texts("agenda", "list", "--with", "Amara") == expected, f"{lie}: on both sides")
        claim(code in [row["code"] for row in w.jonas.items("alarms", "list")], f"{lie}: {code} is kept as an alarm")


def lies_about_the_head(w):
    """The log ends earlier, or another one of the same length is signed."""
    w.paired()
    w.amara.do("agenda", "add", "first", "--with", "Jonas")
    settle(w.amara, w.jonas)
    for lie, code in (("shorter", "ROLLBACK"), ("history", "FORK")):
        before = state_of_pair(w.jonas, "Amara")
        w.relay.stop()
        w.relay.start(w.lying, "--lie", lie)
        w.jonas.fails(code, "sync", "--once")
        claim(state_of_pair(w.jonas, "Amara") == before, f"{lie}: nothing changes")
        w.relay.stop()
        w.relay.start()
        settle(w.jonas, w.amara)
        w.amara.do("agenda", "add", f"after {lie}", "--with", "Jonas")
        settle(w.amara, w.jonas)
        claim(f"after {lie}" in w.jonas.texts("agenda", "list", "--with", "Amara"), f"{lie}: and it goes on afterwards")


def kill_client(w):
    w.paired()
    seed = int(os.environ.get("KITH_SEED", "1"))
    chance = random.Random(seed)
    print("seed", seed)
    said = []
    for n in range(12):
        text = f"line {n}"
        w.amara.do("agenda", "add", text, "--with", "Jonas")
        said.append(text)
        kill_in_the_middle(w.amara, chance.uniform(0.0, 0.5), "sync", "--once")
    settle(w.amara, w.jonas)
    for person, other in ((w.amara, "Jonas"), (w.jonas, "Amara")):
        claim(person.texts("agenda", "list", "--with", other) == sorted(said), "every line is there once",
              person.texts("agenda", "list", "--with", other))
        claim(person.items("alarms", "list") == [], "and nobody raised an alarm", person.items("alarms", "list"))
    # A write that was killed is there whole or not at all; one that was answered is there.
    for n in range(6):
        kill_in_the_middle(w.amara, chance.uniform(0.0, 0.4), "note", "add", f"killed {n}")
        w.amara.do("note", "add", f"answered {n}")
    notes = w.amara.texts("note", "list")
    claim([t for t in notes if t.startswith("answered")] == [f"answered {n}" for n in range(6)], "answered is kept")
    claim(len(notes) == len(set(notes)), "nothing is there twice", notes)
    w.amara.do("verify")


def kill_relay(w):
    w.paired()
    seed = int(os.environ.get("KITH_SEED", "1"))
    chance = random.Random(seed)
    print("seed", seed)
    said = []
    for n in range(8):
        text = f"line {n}"
        w.amara.do("agenda", "add", text, "--with", "Jonas")
        said.append(text)
        timer = threading.Timer(chance.uniform(0.05, 0.5), w.relay.kill)
        timer.start()
        w.amara.run("sync", "--once")
        timer.join()
        w.relay.start()
        settle(w.amara)
    settle(w.amara, w.jonas)
    claim(w.jonas.texts("agenda", "list", "--with", "Amara") == sorted(said), "every line arrived once",
          w.jonas.texts("agenda", "list", "--with", "Amara"))
    for person in (w.amara, w.jonas):
        claim(person.items("alarms", "list") == [], "what was acknowledged was on disk", person.items("alarms", "list"))


def pair_end(w):
    first, second, _ = w.paired()
    w.amara.do("agenda", "add", "kept", "--with", "Jonas")
    note = w.amara.do("note", "add", "He listens well.")["id"]
    copy = w.amara.do("share", note, "--with", "Jonas", "--passage", "He listens well.")["id"]
    settle(w.amara, w.jonas)
    w.amara.do("withdraw", copy)
    w.amara.do("agenda", "add", "never sent", "--with", "Jonas")
    ended = w.amara.do("pair", "end", "Jonas")
    claim(ended["withdrawals"] == 1 and ended["unsent"] > 0, "what goes with it and what stays is said", ended)
    settle(w.amara, w.jonas)
    claim(w.jonas.texts("shared", "list") == [], "what was withdrawn is gone there")
    claim(w.amara.texts("agenda", "list") == ["kept", "never sent"], "what was not sent is kept here")
    claim(w.amara.row_of_pair(first)["state"] == "ended", "ended here")
    claim(w.jonas.row_of_pair(second)["state"] == "ended", "and there")
    for person, other in ((w.amara, "Jonas"), (w.jonas, "Amara")):
        claim("kept" in person.texts("agenda", "list", "--with", other), "both keep what they have")
        status, answer = person.run("agenda", "add", "too late", "--with", other)
        claim(status == 1 and answer["error"]["code"], "nothing further is accepted", answer)


LISTS = (["person", "list"], ["log", "list"], ["note", "list"], ["goal", "list"], ["shared", "list"],
         ["agenda", "list", "--with", "Amara"], ["action", "list"], ["conflicts", "list"], ["pair", "list"],
         ["alarms", "list"], ["status"], ["relay-view", "--with", "Amara"], ["relay-view", "--self"],
         ["person", "show", "Amara"], ["relationship", "show", "Amara"])


def canaries(w):
    """Random words in every private field: nowhere but in their owner's opened vault."""
    w.paired()
    a = w.amara
    words = {}

    def word(field):
        words[field] = "canary" + secrets.token_hex(10)
        return words[field]

    card = w.path("card.vcf")
    with open(card, "w", encoding="utf-8") as out:
        out.write("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nN:%s;%s;;;\r\nEMAIL:%s@example.org\r\nTEL:%s\r\nORG:%s\r\n"
                  "NOTE:%s\r\nX-OWN:%s\r\nEND:VCARD\r\n" % tuple(
                      word(f) for f in ("name", "family", "given", "mail", "phone", "firm", "remark", "unknown")))
    a.do("person", "import", card, "--pick", words["name"])
    a.do("log", "add", "--with", "Jonas", "--when", "2024-05-03", "--note", word("talk"), "--next", word("next"))
    note = a.do("note", "add", "--about", "Jonas", f"{word('note')} Only this. {word('rest')}")["id"]
    a.do("goal", "add", word("goal"))
    shared = word("passage of the pair")
    a.do("agenda", "add", shared, "--with", "Jonas")
    a.do("share", note, "--with", "Jonas", "--passage", "Only this.")
    private = [v for v in words.values() if v != shared]
    settle(a, w.jonas)
    claim(w.jonas.texts("agenda", "list", "--with", "Amara") == [shared], "the pair's own word does arrive")
    a.said.clear()
    for args in (["person", "list"], ["log", "list"], ["note", "list"], ["goal", "list"]):
        a.do(*args)
    hers = "".join(a.said)
    for field in ("name", "mail", "phone", "firm", "talk", "next", "note", "goal"):
        claim(words[field] in hers, f"the owner reads her own {field}")

    everything = list(words.values()) + ["Amara", "Jonas"]
    w.relay.stop()
    size = bytes_under(w.relay.folder)
    claim(size > 10_000, "the relay holds something", size)
    claim(found_under(w.relay.folder, everything) == [], "no word is at the relay", found_under(w.relay.folder, everything))
    with open(w.relay.log, "rb") as log:
        claim(found_in(log.read(), everything) == [], "nor in its log")
    for person in (a, w.jonas):
        hits = found_under(person.vault, list(words.values()))
        claim(hits == [], f"no word lies open in {person.name}'s vault", hits)
    w.relay.start()
    w.jonas.said.clear()
    for args in LISTS:
        w.jonas.run(*args)
    for value in private:
        claim(w.jonas.do("search", value)["items"] == [], "the partner's search finds no private word")
    claim(found_in("".join(w.jonas.said).encode(), private) == [], "no list of the partner's shows one",
          found_in("".join(w.jonas.said).encode(), private))
    print(f"{len(words)} words searched in {size} bytes at the relay")


def cards(w):
    w.amara.init()
    names = sorted(n for n in os.listdir(CARDS) if n.endswith(".vcf"))
    claim(len(names) >= 4, "there are cards of four programs", names)
    for name in names:
        before = len(w.amara.items("person", "list"))
        status, answer = w.amara.run("person", "import", os.path.join(CARDS, name))
        if status == 0 and answer["items"]:
            claim(len(w.amara.items("person", "list")) == before + len(answer["items"]), f"{name}: what it says it did")
    claim(len(w.amara.items("person", "list")) >= 1, "somebody was imported")
    book = w.path("book.vcf")
    with open(book, "w", encoding="utf-8") as out:
        for who in ("Ida Falk", "Olu Mensah", "Rui Pinto"):
            out.write(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{who}\r\nEND:VCARD\r\n")
    before = len(w.amara.items("person", "list"))
    w.amara.run("person", "import", book)
    claim(len(w.amara.items("person", "list")) == before, "never a whole address book unasked")
    taken = w.amara.do("person", "import", book, "--pick", "Olu Mensah")["items"]
    claim([r["name"] for r in taken] == ["Olu Mensah"], "the chosen card is taken", taken)


def relay_view(w):
    w.paired()
    w.amara.do("agenda", "add", "unseen words", "--with", "Jonas")
    settle(w.amara, w.jonas)
    view = w.amara.do("relay-view", "--with", "Jonas")
    claim(view["kind"] == "pair" and len(view["members"]) == 2, "kind and members are visible", view)
    claim(len(view["entries"]) == view["position"], "every entry is shown")
    claim("unseen words" not in str(view), "no content is")
    mine = w.amara.do("relay-view", "--self")
    claim(mine["kind"] == "self" and mine["space"] != view["space"], "the self space is another space")
    devices = {m["device"] for m in view["members"]} & {m["device"] for m in mine["members"]}
    claim(not devices, "and shares no key with the pair's", devices)


@by_passphrase
def damaged_vault(w):
    """One flipped byte anywhere: a named error, or the data unharmed."""
    w.amara.init()
    for n in range(5):
        w.amara.do("note", "add", f"note {n}")
    expected = w.amara.texts("note", "list")
    shutil.copytree(w.amara.vault, w.path("whole"))
    places = []
    for where, _, names in os.walk(w.path("whole")):
        for name in names:
            path = os.path.join(where, name)
            places += [(os.path.relpath(path, w.path("whole")), at)
                       for at in {0, os.path.getsize(path) // 2, os.path.getsize(path) - 1} if os.path.getsize(path)]
    harmed = 0
    for path, at in places:
        shutil.rmtree(w.amara.vault)
        shutil.copytree(w.path("whole"), w.amara.vault)
        with open(os.path.join(w.amara.vault, path), "r+b") as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ 0x10]))
        status, answer = w.amara.run("note", "list")
        if status == 0:
            claim(sorted(r["text"] for r in answer["items"]) == expected, f"{path} at {at}: never wrong data", answer)
        else:
            harmed += 1
            claim(status == 1 and answer["error"]["code"].startswith("STORE_") or
                  answer["error"]["code"].startswith("KDF_"), f"{path} at {at}: a named error", answer)
    print(f"{len(places)} places flipped, {harmed} named errors")
    claim(harmed > 0, "damage is noticed")


SCENARIOS = {f.__name__: f for f in (
    network_and_log, usage_errors, wrong_passphrase, second_process, pairing, pairing_refusals, share_and_withdraw,
    compare, another_relay, edited_by_both, conflict, removed_meanwhile,
    offline, rollback, renewal, fork, decision, kill_client, kill_relay, pair_end, canaries, cards, relay_view,
    lies, lies_about_the_head, while_locked, through_a_proxy, damaged_vault)}


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--kith", required=True)
    parse.add_argument("--relay", required=True)
    parse.add_argument("--lying", required=True, help="the relay whose host lies")
    parse.add_argument("scenario", choices=SCENARIOS)
    args = parse.parse_args()
    folder = tempfile.mkdtemp(prefix="kith-e2e-")
    world = None
    try:
        scenario = SCENARIOS[args.scenario]
        world = World(*(os.path.abspath(p) for p in (args.kith, args.relay, args.lying)), folder,
                      goes_by_passphrase(scenario))
        scenario(world)
        world.relay.stop()
    except Failed as why:
        frame = inspect.trace()
        lines = [f.lineno for f in frame if f.filename == os.path.abspath(__file__)]
        print(f"FAILED {args.scenario} (line {lines[-1] if lines else '?'}): {why}")
        return 1
    finally:
        if world and world.relay.process:
            world.relay.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print("passed", args.scenario)
    return 0


if __name__ == "__main__":
    sys.exit(main())
