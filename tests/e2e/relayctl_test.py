#!/usr/bin/env python3
"""kith-relayctl against a real kith-relay: tokens let people in and are taken back while it runs."""

import argparse
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile

from operating_test import Hosted
from people import Failed, Person, claim


class Control:
    def __init__(self, program, relay):
        self.program, self.relay = program, relay

    def run(self, *args, folder=None):
        env = {k: v for k, v in os.environ.items() if not k.startswith("KITH_")}
        folder = folder or self.relay.folder
        return subprocess.run([self.program, "--data", folder, *args], env=env, capture_output=True, text=True,
                              timeout=30)

    def do(self, *args):
        done = self.run("--json", *args)
        claim(done.returncode == 0, f"kith-relayctl {' '.join(args)}", done.stderr)
        return json.loads(done.stdout)

    def fails(self, status, words, *args, folder=None):
        done = self.run(*args, folder=folder)
        claim(done.returncode == status and words in done.stderr and not done.stdout,
              f"kith-relayctl {' '.join(args)}: exit {status}, {words}", (done.returncode, done.stdout, done.stderr))


def sync_with(person, token):
    done = subprocess.run(person.command("sync", "--once"), env=person.environment(KITH_ADMISSION=token),
                          capture_output=True, text=True, timeout=60)
    return done.returncode


def people_of(kith, relay, folder, names):
    out = [Person(kith, os.path.join(folder, name), relay, name) for name in names]
    for person in out:
        person.init()
    return out


def tokens(kith, relay, control, folder):
    amara, jonas, mei = people_of(kith, relay, folder, ("Amara", "Jonas", "Mei"))
    claim(sync_with(amara, "no token of this relay") == 1, "closed, as long as there is no token")
    one = control.do("token", "make", "--name", "one", "--uses", "1", "--expires", "30d")["token"]
    office = control.do("token", "make", "--name", "office")["token"]
    claim(sync_with(amara, one) == 0, "the token lets her in, at once")
    claim(sync_with(jonas, one) == 1, "it has one use")
    claim(sync_with(jonas, office) == 0, "the other has no bound")
    control.do("token", "revoke", "office")
    claim(sync_with(mei, office) == 1, "what was taken back lets nobody in")
    claim(sync_with(jonas, office) == 0, "whoever is in goes on")
    rows = {row["name"]: row for row in control.do("token", "list")["tokens"]}
    claim([(rows[n]["state"], rows[n]["spaces_made"]) for n in ("one", "office")] == [("used up", 1), ("revoked", 1)],
          "the list says so", rows)
    for name, text in (("one", one), ("office", office)):
        everything = b"".join(open(os.path.join(at, file), "rb").read() for at, _, files in os.walk(relay.folder)
                              for file in files if file != "control.sock")
        claim(text.encode() not in everything, f"the token {name} is written nowhere")


def main():
    parse = argparse.ArgumentParser()
    for program in ("kith", "relay", "relayctl"):
        parse.add_argument(f"--{program}", required=True)
    args = parse.parse_args()
    folder = tempfile.mkdtemp(prefix="kith-relayctl-")
    relay = Hosted(os.path.abspath(args.relay), folder)
    control = Control(os.path.abspath(args.relayctl), relay)
    try:
        relay.use(relay.new_pair())
        relay.write([])
        control.fails(1, "OFFLINE: no relay", "status")
        relay.serve()
        socket = os.path.join(relay.folder, "control.sock")
        claim(stat.S_IMODE(os.stat(socket).st_mode) == 0o600, "the socket is its owner's alone")
        tokens(os.path.abspath(args.kith), relay, control, folder)
        relay.kill()
        claim(os.path.exists(socket), "a relay that was killed leaves its socket")
        control.fails(1, "OFFLINE: no relay", "status")
        relay.serve()
        claim(control.do("status")["takes_all"], "and the next one answers there")
        claim(len(control.do("token", "list")["tokens"]) == 2, "with the tokens as they were")
        control.fails(1, "ALREADY_EXISTS", "token", "make", "--name", "office")
        control.fails(1, "NOT_FOUND", "token", "revoke", "another")
        control.fails(2, "INVALID_ARGUMENT", "token", "make", "--name", "a b")
        control.fails(2, "INVALID_ARGUMENT", "token", "make", "--name", "late", "--expires", "3 weeks")
        control.fails(2, "--uses", "token", "make", "--name", "none", "--uses", "0")
        control.fails(2, "INVALID_ARGUMENT", "status", folder="/tmp/" + "a" * 200)
        control.fails(2, "say what to do")
        for topic in ((), ("token",), ("token", "make"), ("token", "list"), ("token", "revoke"), ("status",)):
            said = control.run(*topic, "--help").stdout
            claim(said and all(len(line) <= 80 for line in said.splitlines()), f"help of {topic} fits 80 columns", said)
        relay.stop()
    except Failed as why:
        print(f"FAILED: {why}")
        return 1
    finally:
        if relay.process:
            relay.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print("passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
