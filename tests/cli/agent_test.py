#!/usr/bin/env python3
"""kith unlock and kith lock, and several programs at one vault. No relay.

  agent_test.py --kith PROGRAM SCENARIO
"""
import os
import pty
import re
import signal
import socket
import stat
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from held_open import by_passphrase
from program import PASSPHRASE, claim, flat, forbid_locking, main, skip_where_nothing_is_locked

SKIPPED = 77
NOBODY = 65534


def prepared(k):
    """A vault, and a folder for its agent that no other test looks at."""
    os.mkdir(k.path("run"), 0o700)
    k.init()
    os.environ["XDG_RUNTIME_DIR"] = k.path("run")
    k.file = k.write("passphrase", PASSPHRASE + "\n")


def unlocked(k, time_to_live="5m"):
    return k.do("unlock", "--for", time_to_live, "--passphrase-file", k.file, KITH_PASSPHRASE=None)


def agents(k):
    """The processes that serve this test's vault: those that hold a socket in its folder."""
    out = subprocess.run(["pgrep", "-f", "--", "--serve-agent"], capture_output=True, text=True).stdout.split()
    return [int(p) for p in out if sockets(k) and inode_of_socket(int(p), k)]


def inode_of_socket(process, k):
    """Whether that process listens at this test's socket."""
    inodes = [line.split()[6] for line in open("/proc/net/unix") if k.path("run") in line]
    try:
        links = [os.readlink(f"/proc/{process}/fd/{fd}") for fd in os.listdir(f"/proc/{process}/fd")]
    except OSError:
        return False
    return any(f"socket:[{inode}]" in links for inode in inodes)


def sockets(k):
    folder = os.path.join(k.path("run"), "kith")
    return os.listdir(folder) if os.path.isdir(folder) else []


def asks(k, *args):
    """A command that wants the passphrase, where nobody is there to be asked."""
    said = k.fails("INVALID_ARGUMENT", *args, KITH_PASSPHRASE=None)
    claim("passphrase is needed" in said, f"kith {args} asks for the passphrase", said)


def gone(k, why, within=10):
    """Waits until no agent has the vault any more; nothing of it may be left."""
    end = time.time() + within
    while (agents(k) or sockets(k)) and time.time() < end:
        time.sleep(0.05)
    claim(agents(k) == [] and sockets(k) == [], why, (agents(k), sockets(k)))


def unlock_and_lock(k):
    prepared(k)
    asks(k, "note", "add", "without")
    until = unlocked(k)["until_ms"] / 1000
    claim(abs(until - time.time() - 300) < 60, "it says until when", until)
    k.do("note", "add", "with the agent", KITH_PASSPHRASE=None)
    claim([n["text"] for n in k.do("note", "list", KITH_PASSPHRASE=None)["items"]] == ["with the agent"], "it opens")
    k.fails("STORE_LOCKED", "note", "list", KITH_PASSPHRASE="not this one")
    status, out, _ = k.run("status", KITH_PASSPHRASE=None)
    claim(status == 0 and "unlocked" in out and "kith lock" in out, "status says that it is unlocked", out)
    claim("asks for its passphrase again" in flat(k.says("lock")), "lock says so")
    gone(k, "the agent has ended")
    claim("already" in k.says("lock"), "and a second lock that there was none")
    asks(k, "note", "list")
    for wrong in ("15", "15x", "0s", "13h", "-1m", "m", "", "99999999999h"):
        k.fails("INVALID_ARGUMENT", "unlock", "--for", wrong)
    k.fails("STORE_LOCKED", "unlock", KITH_PASSPHRASE="not this one")
    gone(k, "a wrong passphrase leaves no agent")
    first = unlocked(k)
    claim(unlocked(k, "1h")["until_ms"] > first["until_ms"] and len(agents(k)) == 1, "one takes the other's place")
    k.do("lock")
    said = k.fails("NOT_FOUND", "--vault", k.path("nowhere"), "lock")
    claim("there is no vault" in said, "a vault that is none is not said to be locked", said)

    # Where the system has another folder for it by now, it is found all the same.
    unlocked(k)
    place = "/tmp/kith-%d" % os.geteuid()
    was_there = os.path.isdir(place)
    k.do("lock")
    del os.environ["XDG_RUNTIME_DIR"]
    if not os.path.isdir("/run/user/%d" % os.geteuid()):
        k.do("unlock", "--for", "5m", "--passphrase-file", k.file, KITH_PASSPHRASE=None)
        os.environ["XDG_RUNTIME_DIR"] = k.path("run")
        k.do("status", KITH_PASSPHRASE=None)
        claim("asks for its passphrase again" in flat(k.says("lock")), "lock ends one in another folder")
    os.environ["XDG_RUNTIME_DIR"] = k.path("run")
    asks(k, "status")
    if not was_there and os.path.isdir(place) and not os.listdir(place):
        os.rmdir(place)

    # One that does not answer is not said to be locked.
    unlocked(k)
    process = agents(k)[0]
    os.kill(process, signal.SIGSTOP)
    try:
        said = k.fails("TIMEOUT", "lock")
        claim("kith-agent" in said, "what may still open it is named", said)
    finally:
        os.kill(process, signal.SIGCONT)
    gone(k, "and ends when it goes on")

    # What the shell had open is not held by it.
    with open(k.path("job.lock"), "w") as job:
        os.set_inheritable(job.fileno(), True)
        subprocess.run([k.program, "unlock", "--for", "5m", "--passphrase-file", k.file], check=True, close_fds=False,
                       env=k.environment(KITH_PASSPHRASE=None), capture_output=True)
    links = [os.readlink(f"/proc/{agents(k)[0]}/fd/{fd}") for fd in os.listdir(f"/proc/{agents(k)[0]}/fd")]
    claim(not any("job.lock" in link for link in links), "files of the shell are not kept open", links)
    k.do("lock")

    # Two at once: one agent, and it can be ended.
    both = [subprocess.Popen([k.program, "unlock", "--for", "5m", "--passphrase-file", k.file],
                             env=k.environment(KITH_PASSPHRASE=None), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            for _ in range(2)]
    for one in both:
        out = one.communicate(timeout=60)[0]
        claim(one.returncode == 0, "both say that it is unlocked", out)
    claim(len(agents(k)) == 1 and len(sockets(k)) == 1, "and there is one agent", (agents(k), sockets(k)))
    k.do("status", KITH_PASSPHRASE=None)
    k.do("lock")
    gone(k, "which lock ends")


def unlock_ends(k):
    prepared(k)
    unlocked(k, "2s")
    gone(k, "at its time")
    asks(k, "status")

    unlocked(k)
    os.kill(agents(k)[0], signal.SIGTERM)
    gone(k, "on a signal")

    unlocked(k)
    os.unlink(os.path.join(k.path("run"), "kith", sockets(k)[0]))
    gone(k, "when its socket is taken away")

    unlocked(k)
    os.kill(agents(k)[0], signal.SIGKILL)
    time.sleep(0.1)
    asks(k, "status")
    claim(len(sockets(k)) == 1, "one that was killed leaves its socket")
    unlocked(k)
    k.do("status", KITH_PASSPHRASE=None)

    fresh = k.write("fresh", "another passphrase for the tests\n")
    k.do("keys", "passphrase", "--new-passphrase-file", fresh)
    gone(k, "when the passphrase is changed")
    asks(k, "status")
    k.file = fresh
    unlocked(k)
    k.do("wipe", "--yes", "--passphrase-file", fresh, KITH_PASSPHRASE=None)
    gone(k, "when the vault is wiped")


def unlock_wants_locked_memory(k):
    """Where the system lets it lock no memory there is no agent: its key could get to a disk."""
    prepared(k)
    skip_where_nothing_is_locked(k.program)
    done = subprocess.run([k.program, "--json", "unlock", "--passphrase-file", k.file], capture_output=True, text=True,
                          env=k.environment(KITH_PASSPHRASE=None), preexec_fn=forbid_locking, timeout=100)
    claim(done.returncode == 1 and "UNSUPPORTED" in done.stdout, "it says so", done)
    gone(k, "and nothing is left")
    asks(k, "status")


def unlock_is_no_authority(k):
    prepared(k)
    k.do("person", "add", "Jonas Berg")
    unlocked(k)
    asks(k, "pair", "confirm", "0" * 32, "--code", "123456789012")
    asks(k, "pair", "end", "Jonas")
    asks(k, "keys", "add", "recovery-code")
    asks(k, "keys", "remove", "1")
    asks(k, "keys", "passphrase")
    asks(k, "backup", k.path("backup"))
    asks(k, "export", k.path("export"))
    asks(k, "export", "-")
    asks(k, "wipe", "--yes")
    asks(k, "unlock")
    claim(not os.path.exists(k.path("backup")) and not os.path.exists(k.path("export")), "nothing was written")
    claim(len(k.do("person", "list", KITH_PASSPHRASE=None)["items"]) == 1, "what is read and written every day goes on")
    k.do("lock")


def unlock_in_bad_company(k):
    """A folder that is not ours alone; another user at either end of the socket."""
    prepared(k)
    if os.geteuid() != 0:
        print("only root can be another user")
        sys.exit(SKIPPED)
    folder = os.path.join(k.path("run"), "kith")
    os.mkdir(folder)
    os.chmod(folder, 0o755)
    said = k.fails("INVALID_ARGUMENT", "unlock", "--passphrase-file", k.file, KITH_PASSPHRASE=None)
    claim("not yours alone" in said, "a folder that others may look into is not used", said)
    os.rmdir(folder)
    os.symlink(k.path("run"), folder)
    k.fails("INVALID_ARGUMENT", "unlock", "--passphrase-file", k.file, KITH_PASSPHRASE=None)
    os.unlink(folder)

    unlocked(k)
    path = os.path.join(folder, sockets(k)[0])
    claim(stat.S_IMODE(os.stat(path).st_mode) & 0o077 == 0, "the socket is for its owner")
    claim(len(ask_as(0, path, folder)) == 81, "its owner is given the key")
    claim(ask_as(NOBODY, path, folder) == b"", "another user is told nothing, whatever the modes are")
    k.do("lock")

    # And a stranger's program in the agent's place is asked nothing.
    ready, go = os.pipe()
    child = os.fork()
    if child == 0:
        os.umask(0)
        with open_to_all(k.folder, k.path("run"), folder):
            os.setuid(NOBODY)
            with socket.socket(socket.AF_UNIX) as false_agent:
                false_agent.bind(path)
                false_agent.listen()
                os.write(go, b"x")
                false_agent.settimeout(20)
                other, _ = false_agent.accept()
                other.settimeout(5)
                try:
                    heard = other.recv(10)
                except OSError:
                    heard = b""
        os._exit(1 if heard else 0)
    os.read(ready, 1)
    for one in (folder, k.path("run"), k.folder):
        os.chmod(one, 0o700)
    asks(k, "status")
    claim(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, "a false agent hears nothing")


class open_to_all:
    """Folders that everybody may use, as long as it lasts."""

    def __init__(self, *folders):
        self.folders = folders

    def __enter__(self):
        for one in self.folders:
            os.chmod(one, 0o777)

    def __exit__(self, *_):
        pass


def ask_as(user, path, folder):
    """What the agent gives a process of that user, with every mode in the way taken out of it."""
    for one, mode in ((path, 0o777), (folder, 0o755), (os.path.dirname(folder), 0o755),
                      (os.path.dirname(os.path.dirname(folder)), 0o755)):
        os.chmod(one, mode)
    script = ("import os,socket,sys\nos.setuid(int(sys.argv[1]))\ns=socket.socket(socket.AF_UNIX)\ns.settimeout(10)\n"
              "s.connect(sys.argv[2])\nout=b''\n"
              "try:\n s.sendall(b'K')\n while (m:=s.recv(99)): out+=m\nexcept OSError: pass\n"
              "sys.stdout.buffer.write(out)")
    done = subprocess.run([sys.executable, "-c", script, str(user), path], capture_output=True, timeout=30)
    for one in (folder, os.path.dirname(folder), os.path.dirname(os.path.dirname(folder))):
        os.chmod(one, 0o700)
    claim(done.returncode == 0, "it could connect", done.stderr)
    return done.stdout


def unlock_leaves_nothing(k):
    """What the agent's memory holds, and what is there when it is gone."""
    prepared(k)
    canary = "canary-of-the-environment-8341"
    note = "canary-of-a-note-5207"
    k.do("note", "add", note)
    k.do("unlock", "--passphrase-file", k.file, KITH_PASSPHRASE=None, KITH_CANARY=canary)
    process = agents(k)[0]
    claim(open(f"/proc/{process}/cmdline").read().split("\0")[:2] == ["kith-agent", "--serve-agent"],
          "its arguments tell nothing")
    claim(os.readlink(f"/proc/{process}/cwd") == "/", "it holds no folder")
    status = open(f"/proc/{process}/status").read()
    claim(re.search(r"^VmLck:\s+[1-9]", status, re.MULTILINE), "its key lies in locked memory", status)
    if os.geteuid() == 0:
        memory = memory_of(process)
        claim(len(memory) > 1 << 20, "its memory can be looked at", len(memory))
        for secret in (PASSPHRASE, canary, note):
            claim(secret.encode() not in memory, f"its memory does not hold: {secret}")
    before = everything_under(k.folder)
    k.do("status", KITH_PASSPHRASE=None)
    k.do("lock")
    gone(k, "it is gone")
    end = time.time() + 10
    while is_alive(process) and time.time() < end:
        time.sleep(0.05)
    claim(not is_alive(process), "and its process")
    left = everything_under(k.folder) - before
    claim(all(path.startswith(k.vault) for path in left), "no file is left outside of the vault", left)


def is_alive(process):
    """One that has ended and that nobody has asked about yet is none."""
    try:
        return open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def memory_of(process):
    out = b""
    with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
        for line in open(f"/proc/{process}/maps"):
            found = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if not found:
                continue
            begin, end = (int(part, 16) for part in found.groups())
            try:
                memory.seek(begin)
                out += memory.read(end - begin)
            except OSError:
                continue
    return out


def everything_under(folder):
    return {os.path.join(place, name) for place, folders, files in os.walk(folder) for name in folders + files}


def watch_lets_others_in(k):
    prepared(k)
    watch = subprocess.Popen([k.program, "--json", "sync", "--watch", "--relay", "127.0.0.1:1"], env=k.environment(),
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        claim(watch.stdout.readline(), "it has the vault")
        adds = [subprocess.Popen([k.program, "--json", "note", "add", f"number {i}"], env=k.environment(),
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for i in range(5)]
        for one in adds:
            out = one.communicate(timeout=60)[0]
            claim(one.returncode == 0, "each of five at once is kept", out)
        claim(sorted(n["text"] for n in k.items("note", "list")) == [f"number {i}" for i in range(5)], "all are there")
        claim(watch.poll() is None, "and the watch goes on")
        k.do("keys", "passphrase", "--new-passphrase-file", k.write("fresh", "another one for this test\n"))
        k.do("note", "add", "after", "--passphrase-file", k.path("fresh"), KITH_PASSPHRASE=None)
        claim(watch.poll() is None, "also when the passphrase is changed meanwhile")
        k.do("wipe", "--yes", "--passphrase-file", k.path("fresh"), KITH_PASSPHRASE=None)
        claim(watch.wait(20) == 1, "and ends with the vault")
    finally:
        watch.kill()
        watch.wait()


def watch_beside_a_prompt(k):
    """Two that stay for long: the one that a person answers gets the vault from the other."""
    prepared(k)
    child, terminal = pty.fork()
    if child == 0:
        os.execve(k.program, [k.program, "review", "know_thyself"], k.environment())
    read_until(terminal, b"> ")
    watch = subprocess.Popen([k.program, "--json", "sync", "--watch", "--relay", "127.0.0.1:1"], env=k.environment(),
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        claim(watch.stdout.readline(), "the watch has the vault")
        os.write(terminal, b"an answer beside a watch\n")
        read_until(terminal, b"g/n/c/t> ")
        os.write(terminal, b"\n")
        read_until(terminal, b"> ")
        k.do("note", "add", "and a third one")
        os.write(terminal, b"another\n")
        read_until(terminal, b"g/n/c/t> ")
        os.write(terminal, b"\x04")
        claim(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, "the review ends well")
        claim(watch.poll() is None, "the watch goes on")
    finally:
        watch.kill()
        watch.wait()
        os.close(terminal)
    answers = [q.get("answer") for q in k.do("review", "know_thyself")["questions"]]
    claim({"an answer beside a watch", "another"} <= set(answers), "the answers are kept", answers)


def prompt_lets_others_in(k):
    """A review waits for a person; meanwhile another command writes, and then the answer is kept."""
    prepared(k)
    child, terminal = pty.fork()
    if child == 0:
        os.execve(k.program, [k.program, "review", "know_thyself"], k.environment())
    seen = read_until(terminal, b"> ")
    k.do("note", "add", "meanwhile")
    os.write(terminal, b"an answer with a \x02 in it\n")  # a control character ends nothing
    seen += read_until(terminal, b"> ")
    claim(b"control" in seen, "what cannot be kept is said", seen)
    os.write(terminal, b"a better answer\n")
    read_until(terminal, b"g/n/c/t> ")
    os.write(terminal, b"\x04")
    while True:
        try:
            if not os.read(terminal, 4096):
                break
        except OSError:
            break
    claim(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, "the review ends well")
    answers = [q.get("answer") for q in k.do("review", "know_thyself")["questions"]]
    claim("a better answer" in answers, "the answer is kept", answers)
    claim([n["text"] for n in k.items("note", "list")] == ["meanwhile"], "and the note")


def read_until(terminal, end):
    seen = b""
    limit = time.time() + 30
    while not seen.endswith(end):
        claim(time.time() < limit, f"it says {end}", seen)
        seen += os.read(terminal, 4096)
    return seen


def read_only(k):
    """A vault where nothing can be written: it is read, and says why nothing is kept."""
    prepared(k)
    k.do("person", "add", "Jonas Berg")
    k.do("note", "add", "from before")
    if os.geteuid() == 0:
        if subprocess.run(["mount", "--bind", "-o", "ro", k.vault, k.vault], capture_output=True).returncode != 0:
            print("root that may not mount cannot make a disk read-only")
            sys.exit(SKIPPED)
    else:
        subprocess.run(["chmod", "-R", "a-w", k.vault], check=True)
    try:
        claim([n["text"] for n in k.items("note", "list")] == ["from before"], "notes are read")
        claim(len(k.items("person", "list")) == 1 and len(k.items("search", "before")) == 1, "people, and the search")
        for args in (("status",), ("today",), ("network",), ("keys", "list"), ("verify",), ("export", k.path("all.json"))):
            k.do(*args)
        claim("kith" in k.says(), "kith alone says what is next")
        for args in (("note", "add", "more"), ("person", "add", "Bo"), ("keys", "add", "recovery-code"), ("compact",)):
            status, answer = k.json(*args)
            claim(status == 1 and answer["error"]["code"] in ("STORE_READ_ONLY", "STORE_IO"), f"{args}: is refused", answer)
        said = k.fails("STORE_READ_ONLY", "note", "add", "more")
        claim("can be read, not changed" in said, "and why", said)
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", k.vault], check=True)
        else:
            subprocess.run(["chmod", "-R", "u+w", k.vault], check=True)
    k.do("note", "add", "more")
    claim(len(k.items("note", "list")) == 2, "afterwards it goes on")


SCENARIOS = {f.__name__: f for f in (read_only, unlock_wants_locked_memory, unlock_and_lock, unlock_ends, unlock_is_no_authority, unlock_in_bad_company,
                                     unlock_leaves_nothing, watch_lets_others_in, watch_beside_a_prompt, prompt_lets_others_in)}

if __name__ == "__main__":
    sys.exit(main({name: by_passphrase(scenario) for name, scenario in SCENARIOS.items()}))
