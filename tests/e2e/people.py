"""Real programs for the end-to-end test and the demo: a relay and people with vaults."""
import base64
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from held_open import HeldOpen  # noqa: E402

PASSPHRASE = "a passphrase for the tests only"


class Failed(Exception):
    """A claim that does not hold. The text says which, what was expected and what came."""


def claim(holds, what, got=None):
    if not holds:
        raise Failed(what if got is None else f"{what}\n  got: {got}")


class Relay:
    """A kith-relay process over a folder; it can be stopped, killed, and started again."""

    def __init__(self, program, folder, log):
        self.honest, self.folder, self.log = program, folder, log
        self.address = "127.0.0.1:0"
        self.process = None

    @property
    def ca(self):
        return os.path.join(self.folder, "ca.pem")

    def start(self, program=None, *options):
        """The real kith-relay, or another program with its options in its place."""
        command = [program, *options] if program else [self.honest, "--dev"]
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen([*command, "--data", self.folder, "--listen", self.address],
                                            stdout=subprocess.PIPE, stderr=out)
        line = self.process.stdout.readline().decode().strip()
        begin = "kith-relay: serving "
        claim(line.startswith(begin), "kith-relay prints that it serves", line or open(self.log).read()[-500:])
        self.address = line[len(begin):]
        return self

    def stop(self):
        """Ends it by SIGTERM; it must end cleanly."""
        if self.process:
            self.process.terminate()
            claim(self.process.wait(20) == 0, "kith-relay ends cleanly on SIGTERM", self.process.returncode)
            self.process.stdout.close()
            self.process = None

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process = None

    def keep(self, to):
        """A copy of its folder. REQUIRES: stopped."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)

    def put_back(self, copy):
        """The copy in place of its folder. REQUIRES: stopped."""
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)


class Person:
    """One person with one vault and the kith program. The vault is held open for its commands (../cli/held_open.py)
    unless each is to go by the passphrase."""

    def __init__(self, program, vault, relay, name, by_passphrase=False):
        self.program, self.vault, self.relay, self.name = program, vault, relay, name
        self.held = None if by_passphrase else HeldOpen(vault + ".held")
        self.said = []  # everything that kith printed, for the search for canaries

    def command(self, *args):
        return [self.program, "--vault", self.vault, "--json", *args]

    def environment(self, **more):
        env = {k: v for k, v in os.environ.items() if not k.startswith("KITH_")}
        env.update(KITH_PASSPHRASE=PASSPHRASE, KITH_KDF="floor", KITH_RELAY=self.relay.address, KITH_RELAY_CA=self.relay.ca)
        env.update(more)
        return {k: v for k, v in env.items() if v is not None}

    def run(self, *args, stdin=None, passphrase=None):
        """The exit status and the one JSON object on stdout."""
        more = {}
        if passphrase:
            more = {"KITH_PASSPHRASE": passphrase}
        elif self.held and self.held.opens(self.vault, args):
            more = self.held.environment()
        done = subprocess.run(self.command(*args), env=self.environment(**more), input=stdin,
                              capture_output=True, text=True, timeout=120)
        self.said.append(done.stdout + done.stderr)
        try:
            return done.returncode, json.loads(done.stdout)
        except ValueError:
            raise Failed(f"kith {' '.join(args)}: one JSON object on stdout\n  exit {done.returncode}, "
                         f"got: {done.stdout!r} {done.stderr[-400:]!r}") from None

    def do(self, *args, **kw):
        """A command that must succeed; its answer."""
        status, answer = self.run(*args, **kw)
        claim(status == 0 and "error" not in answer,
              f"{self.name}: kith {' '.join(args)}: exit 0", f"exit {status}, {json.dumps(answer)[:400]}")
        return answer

    def fails(self, code, *args, status=1, **kw):
        """A command that must fail with this code."""
        got, answer = self.run(*args, **kw)
        named = answer.get("error", {}).get("code")
        claim(got == status and named == code, f"{self.name}: kith {' '.join(args)}: exit {status}, {code}",
              f"exit {got}, {json.dumps(answer)[:400]}")
        return answer

    def items(self, *args):
        answer = self.do(*args)
        claim(isinstance(answer.get("items"), list), f"kith {' '.join(args)}: a list of items", answer)
        return answer["items"]

    def texts(self, *args):
        return sorted(row["text"] for row in self.items(*args))

    def init(self):
        made = self.do("init", "--name", self.name, "--kdf", "floor")["id"]
        self.hold_open()
        return made

    def hold_open(self):
        """From now on its commands need no passphrase; again after another folder has taken the vault's place."""
        if self.held:
            self.held.unlock(self.program, self.vault, self.environment())

    def sync(self):
        return self.synced("sync", "--once")

    def synced(self, *args):
        """A sync without trouble: exit 0, or 3 where something waits for somebody; its answer."""
        status, answer = self.run(*args)
        spaces = answer.get("spaces", [])
        waits = answer.get("pending", 0) > 0 or any(s["code"] for s in spaces)
        claim("error" not in answer and not any(s["trouble"] for s in spaces) and status == (3 if waits else 0),
              f"{self.name}: kith {' '.join(args)}: exit 0, or 3 while something waits",
              f"exit {status}, {json.dumps(answer)[:600]}")
        claim(all(s["why"] for s in spaces if s["waiting"] or s["leave_waits"] or s["code"]),
              "nothing waits without a reason", spaces)
        return answer

    def row_of_pair(self, pair):
        rows = [row for row in self.items("pair", "list") if row["id"] == pair]
        claim(len(rows) == 1, f"{self.name}: the pair is in pair list once", rows)
        return rows[0]


def pair(inviter, accepter):
    """Pairs two people as they would do it, checking each step; (invitation, acceptance, digits)."""
    invitation = inviter.do("pair", "invite", accepter.name)
    acceptance = accepter.do("pair", "accept", invitation["code"], "--as", inviter.name)
    digits = acceptance["digits"]
    claim(len(digits) == 12 and digits.isdigit(), "the accepter sees 12 digits", digits)
    seen = inviter.row_of_pair(invitation["id"])
    claim(seen["digits"] == digits, "both see the same 12 digits", (seen, digits))
    claim(not seen["verified"], "nothing is verified before both confirmed", seen)
    inviter.do("pair", "confirm", invitation["id"], "--code", digits)
    accepter.do("pair", "confirm", acceptance["id"], "--code", digits)
    settle(inviter, accepter)
    for person, mine in ((inviter, invitation["id"]), (accepter, acceptance["id"])):
        row = person.row_of_pair(mine)
        claim(row["state"] == "paired" and row["verified"], f"{person.name}: paired and verified", row)
    return invitation["id"], acceptance["id"], digits


def settle(*people):
    """Everybody syncs until nothing waits."""
    for _ in range(3):
        for person in people:
            last = person.sync()
            claim(last["pending"] == 0, f"{person.name}: nothing is left waiting", last)


def forms(word):
    """The ways in which a word could lie in a file: raw, hex, base64 at each offset, UTF-16."""
    raw = word.encode()
    out = {raw, raw.hex().encode(), raw.hex().upper().encode(),
           word.encode("utf-16-le"), word.encode("utf-16-be")}
    for shift in range(3):
        for table in (base64.b64encode, base64.urlsafe_b64encode):
            coded = table(b"\0" * shift + raw)
            out.add(coded[(0, 2, 3)[shift]:len(coded) - (0, 3, 2)[(len(raw) + shift) % 3]])
    return out


def found_in(data, words):
    return [word for word in words if any(form in data for form in forms(word))]


def found_under(folder, words):
    """Which of the words lie in any file below the folder, and where."""
    hits = []
    for where, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(where, name)
            data = b""
            if not stat.S_ISSOCK(os.lstat(path).st_mode):  # a running relay's control socket keeps nothing
                with open(path, "rb") as file:
                    data = file.read()
            hits += [(word, os.path.relpath(path, folder)) for word in found_in(data + path.encode(), words)]
    return hits


def bytes_under(folder):
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names)


def kill_in_the_middle(person, after_seconds, *args):
    """Starts a command and kills it without warning after a while."""
    process = subprocess.Popen(person.command(*args), env=person.environment(),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after_seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
