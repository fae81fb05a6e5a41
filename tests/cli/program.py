"""The kith program for tests of the command line: one person's vault in a folder of its own, and how scenarios run."""
import argparse
import ctypes
import fcntl
import inspect
import json
import os
import pty
import re
import resource
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

from held_open import HeldOpen, goes_by_passphrase

PASSPHRASE = "a passphrase for the tests only"
REPOSITORY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
CARDS = os.path.join(REPOSITORY, "tests", "fixtures", "cards")
COLUMNS = 80
ID = re.compile(r"^[0-9a-f]{32}$")


class Failed(Exception):
    """A claim that does not hold. The text says which, and what came."""


def claim(holds, what, got=None):
    if not holds:
        raise Failed(what if got is None else f"{what}\n  got: {got}")


def skip_where_nothing_is_locked(program):
    """Ends a test that is about memory that is locked, or not, in a build where that means nothing."""
    with open(program, "rb") as file:
        if b"__asan_init" in file.read():
            print("Skipped: AddressSanitizer's runtime answers mlock() and locks nothing")
            sys.exit(77)


def columns(line):
    """The columns a line takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def flat(text):
    """On one line, whatever width it was wrapped to."""
    return re.sub(r"\s+", " ", text)


def forbid_locking():
    """In a child, before the program: the system lets it lock no memory."""
    # Even root loses the right with the next program; for others the limit is enough.
    ctypes.CDLL(None).prctl(24, 14, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_IPC_LOCK
    resource.setrlimit(resource.RLIMIT_MEMLOCK, (0, 0))


class Kith:
    """The program, and one person's vault in a folder of its own, which is held open for its commands (held_open.py)
    unless each is to go by the passphrase."""

    def __init__(self, program, folder, by_passphrase=False):
        self.program, self.folder = program, folder
        self.vault = self.path("vault")
        self.held = None if by_passphrase else HeldOpen(self.path("held"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        with open(self.path(name), "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        return self.path(name)

    def environment(self, **more):
        """Nothing of the caller's own Kith or home; UTC, so that the test knows what today is."""
        env = {k: v for k, v in os.environ.items() if not k.startswith("KITH_")}
        env.update(HOME=self.folder, TZ="UTC", KITH_VAULT=self.vault, KITH_PASSPHRASE=PASSPHRASE,
                   KITH_KDF="floor")
        env.update(more)
        return {k: v for k, v in env.items() if v is not None}

    def run(self, *args, stdin=b"", **env):
        """Exit status, standard output and standard error; no terminal anywhere."""
        can_hold = self.held and not any(name.startswith("KITH_") for name in env)
        held = self.held.environment() if can_hold and self.held.opens(self.vault, args) else {}
        done = subprocess.run([self.program, *args], env=self.environment(**env, **held), timeout=100, capture_output=True,
                              input=stdin if isinstance(stdin, bytes) else stdin.encode(), start_new_session=True)
        if can_hold and done.returncode == 0 and "init" in args:
            self.held.unlock(self.program, self.vault, self.environment(**env))
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def json(self, *args, **kw):
        """Exit status and the one JSON object on standard output."""
        status, out, err = self.run("--json", *args, **kw)
        try:
            answer = json.loads(out)
        except ValueError:
            raise Failed(f"kith {args}: one JSON object\n  got: exit {status}, {out!r}, {err!r}") from None
        claim(isinstance(answer, dict) and out.count("\n") == 1, f"kith {args}: one object on one line", out)
        claim(err == "", f"kith --json {args}: nothing on standard error", err)
        return status, answer

    def do(self, *args, **kw):
        """A command that must succeed; its JSON."""
        status, answer = self.json(*args, **kw)
        claim(status == 0 and "error" not in answer, f"kith {args}: exit 0", (status, answer))
        return answer

    def fails(self, code, *args, status=1, **kw):
        """A command that must fail with this code; the message."""
        got, answer = self.json(*args, **kw)
        claim(set(answer) == {"error"} and set(answer["error"]) == {"code", "message", "next"},
              f"kith {args}: an error object and nothing else", answer)
        claim((got, answer["error"]["code"]) == (status, code), f"kith {args}: exit {status}, {code}", (got, answer))
        claim(answer["error"]["message"], f"kith {args}: says what is wrong", answer)
        return answer["error"]["message"]

    def steps(self, *args):
        """What can be done next, by a command that fails."""
        return [row["step"] for row in self.json(*args)[1]["error"]["next"]]

    def items(self, *args):
        return self.do(*args)["items"]

    def texts(self, *args):
        return [row["text"] for row in self.items(*args)]

    def init(self, name="Amara Osei"):
        return self.do("init", "--name", name, "--kdf", "floor")["id"]

    def says(self, *args, **kw):
        """What a command that succeeds prints for a person, checked to fit on a terminal."""
        status, out, err = self.run(*args, **kw)
        claim(status == 0 and err == "", f"kith {args}: exit 0", (status, out, err))
        for line in out.splitlines():
            claim(columns(line) <= COLUMNS, f"kith {args}: {COLUMNS} columns", f"{columns(line)}: {line}")
        return out

    def on_a_terminal(self, *args, answers, passphrase=False, size=COLUMNS, slow=0, **env):
        """Runs on a terminal of its own and types each answer when asked; (status, all that was seen). The passphrase
        comes from the variable where `passphrase`, else it is asked for. Each answer comes `slow` seconds later."""
        if not passphrase:
            env["KITH_PASSPHRASE"] = None
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, size, 0, 0))
            os.execve(self.program, [self.program, *args], self.environment(**env))
        seen, waiting, end = b"", list(answers), time.time() + 60
        while time.time() < end:
            ready, _, _ = select.select([terminal], [], [], 0.1)
            if ready:
                try:
                    more = os.read(terminal, 4096)
                except OSError:  # the other end is closed
                    break
                if not more:
                    break
                seen += more
            if waiting and seen.rstrip().endswith(waiting[0][0].encode()):
                time.sleep(slow)
                os.write(terminal, waiting.pop(0)[1].encode() + b"\n")
        os.close(terminal)
        _, status = os.waitpid(child, 0)
        claim(not waiting, f"kith {args}: asked {[q for q, _ in waiting]}", seen)
        return os.waitstatus_to_exitcode(status), seen.decode()


def main(scenarios):
    """Runs the scenario that is named on the command line: --kith PROGRAM SCENARIO."""
    parse = argparse.ArgumentParser()
    parse.add_argument("--kith", required=True)
    parse.add_argument("scenario", choices=scenarios)
    args = parse.parse_args()
    folder = tempfile.mkdtemp(prefix="kith-cli-")
    try:
        scenario = scenarios[args.scenario]
        scenario(Kith(os.path.abspath(args.kith), folder, goes_by_passphrase(scenario)))
    except Failed as why:
        lines = [f.lineno for f in inspect.trace() if os.path.basename(f.filename) != "program.py"]
        print(f"FAILED {args.scenario} (line {lines[-1] if lines else '?'}): {why}")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("passed", args.scenario)
    return 0
