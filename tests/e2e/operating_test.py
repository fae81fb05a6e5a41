#!/usr/bin/env python3
"""kith-relay as an operator has it: it is stopped, renewed, short of room and of files, and comes back by itself.

  operating_test.py --kith PROGRAM --relay PROGRAM SCENARIO
"""
import argparse
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from people import Failed, Person, Relay, claim, pair, settle

SOON = 2.0  # a second on a machine that does nothing else
TOKENS = ["first token of the office", "second token of the office"]


def within(seconds, holds, what, got=lambda: None):
    """Waits until it holds."""
    end = time.time() + seconds
    while not holds():
        claim(time.time() < end, what, got())
        time.sleep(0.05)


RUNNING = []  # what is ended with the test, however it ends


def ended(thing):
    RUNNING.append(thing)
    return thing


# What a relay on this machine alone, with few files, says at its start and whenever it reads its settings again.
ADVICE = ("open files", "if there is a proxy, set behind_proxy = true")


class Admitted(Person):
    """One with an admission token."""

    def environment(self, **more):
        return super().environment(**{"KITH_ADMISSION": TOKENS[0], **more})


class Watcher:
    """A `kith sync --watch`."""

    def __init__(self, person):
        self.said = []
        self.process = subprocess.Popen(person.command("sync", "--watch"), env=person.environment(),
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.reader = threading.Thread(target=lambda: self.said.extend(self.process.stdout), daemon=True)
        self.reader.start()

    def kill(self):
        self.process.terminate()
        self.process.wait(20)
        self.reader.join(5)
        self.process.stdout.close()
        self.process = None


class Hosted(Relay):
    """A relay with a settings file and a certificate from outside."""

    def __init__(self, program, folder):
        super().__init__(program, os.path.join(folder, "data"), os.path.join(folder, "relay.log"))
        self.place = folder
        self.settings = os.path.join(folder, "relay.toml")
        self.pairs = 0

    @property
    def ca(self):
        return os.path.join(self.place, "ca.pem")

    def new_pair(self):
        """A certificate, its key and its authority as files; made by a relay for trying things out."""
        self.pairs += 1
        other = Relay(self.honest, os.path.join(self.place, f"pair{self.pairs}"), os.path.join(self.place, "other.log"))
        other.start().stop()
        return other.folder

    def use(self, folder):
        for name in ("ca.pem", "certificate.pem", "certificate-key.pem"):
            shutil.copy(os.path.join(folder, name), os.path.join(self.place, name))

    def write(self, admission, limits=(), status=None, **more):
        said = {"listen": "127.0.0.1:0", "data": "data", "admission": admission, **more}
        lines = [f"{name} = {json.dumps(value)}" for name, value in said.items()]
        with open(self.settings, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + '\n[tls]\ncertificate = "certificate.pem"\nkey = "certificate-key.pem"\n')
            if status:
                out.write(f'[status]\nlisten = "{status}"\n')
            out.write("[limits]\n" + "".join(f"{name} = {value}\n" for name, value in limits))

    def serve(self):
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen([self.honest, "--config", self.settings], stdout=subprocess.PIPE, stderr=out)
        line = self.process.stdout.readline().decode().strip()
        claim(line.startswith("kith-relay: serving "), "it serves", line or self.logged())
        self.address = line.split()[-1]
        return self

    def logged(self):
        with open(self.log, encoding="utf-8") as file:
            return [line for line in file.read().splitlines() if not any(known in line for known in ADVICE)]

    def read_again(self):
        """SIGHUP; the lines that it brings."""
        before = len(self.logged())
        self.process.send_signal(signal.SIGHUP)
        within(10, lambda: len(self.logged()) > before, "SIGHUP brings a line")
        time.sleep(0.2)  # and all that go with it
        claim(self.process.poll() is None, "SIGHUP does not end it", self.process.returncode)
        return self.logged()[before:]


def is_shown(relay, ca):
    """Whether a new connection meets a certificate of this authority."""
    context = ssl.create_default_context(cafile=ca)
    context.set_alpn_protocols(["h2"])
    host, port = relay.address.rsplit(":", 1)
    with socket.create_connection((host, int(port)), timeout=10) as plain:
        try:
            with context.wrap_socket(plain, server_hostname="localhost"):
                return True
        except ssl.SSLCertVerificationError:
            return False


def stops(kith, program, folder):
    """RS-28: SIGTERM with streams open: it ends soon, nobody gets a last word, and everybody is back by himself."""
    relay = ended(Relay(program, os.path.join(folder, "relay"), os.path.join(folder, "relay.log")).start())
    people = [Person(kith, os.path.join(folder, name), relay, name) for name in ("Amara", "Jonas")]
    amara, jonas = people
    for person, other in ((amara, jonas), (jonas, amara)):
        person.init()
        person.do("person", "add", other.name)
    pair(amara, jonas)
    watchers = [ended(Watcher(person)) for person in people]
    within(60, lambda: all(w.said for w in watchers), "both watch", lambda: [w.said for w in watchers])
    time.sleep(1)  # the streams are open
    begun = time.time()
    relay.stop()
    took = time.time() - begun
    print(f"stopped in {took:.2f} s")
    claim(took < SOON, f"it ends within {SOON} s", took)
    amara.do("agenda", "add", "written meanwhile", "--with", "Jonas")
    relay.start()
    within(90, lambda: jonas.texts("agenda", "list") == ["written meanwhile"], "the line arrives by itself",
           lambda: [w.said for w in watchers])
    claim(all(w.process.poll() is None for w in watchers), "both watch on", [w.said for w in watchers])
    for watcher in watchers:
        watcher.kill()
    settle(amara, jonas)
    for person in people:
        claim(person.items("alarms", "list") == [], "nobody saw an alarm")
    relay.stop()


def reload(kith, program, folder):
    """RS-22: SIGHUP takes over the certificate and the settings, whole or not at all; nothing is cut."""
    relay = ended(Hosted(program, folder))
    first, second = relay.new_pair(), relay.new_pair()
    ca = {n: os.path.join(p, "ca.pem") for n, p in (("first", first), ("second", second))}
    relay.use(first)
    relay.write(TOKENS[:1])
    relay.serve()
    amara = Person(kith, os.path.join(folder, "Amara"), relay, "Amara")
    amara.init()

    def sync_with(token):
        done = subprocess.run(amara.command("sync", "--once"), env=amara.environment(KITH_ADMISSION=token),
                              capture_output=True, text=True, timeout=60)
        return done.returncode

    claim(sync_with(TOKENS[1]) == 1, "the second token is not known yet")
    relay.use(second)
    claim(is_shown(relay, ca["first"]), "nothing changes before the signal")
    relay.write(TOKENS)
    claim(relay.read_again() == ["kith-relay: the settings and the certificate were read again"], "one line",
          relay.logged())
    claim(is_shown(relay, ca["second"]) and not is_shown(relay, ca["first"]), "the new certificate is shown")
    claim(sync_with(TOKENS[1]) == 0, "and the second token counts")

    watch = ended(Watcher(amara))
    within(60, lambda: watch.said, "she watches")
    time.sleep(1)
    lines = len(watch.said)
    stays = "the settings and the certificate stay as they were"
    wrong = [("a key of another certificate", lambda: shutil.copy(os.path.join(first, "certificate-key.pem"), relay.place),
              "do not fit together"),
             ("no certificate there", lambda: os.remove(os.path.join(relay.place, "certificate.pem")), "cannot read"),
             ("a setting that there is not", lambda: relay.write(TOKENS, listn="x"), "there is no setting listn"),
             ("a settings file that is none", lambda: relay.write(TOKENS[:1]) or open(relay.settings, "a").write("="),
              "relay.toml, line")]
    for what, spoil, named in wrong:
        spoil()
        said = relay.read_again()
        claim(len(said) == 1 and named in said[0] and said[0].endswith(stays), f"{what}: one line that says why", said)
        claim(is_shown(relay, ca["second"]), f"{what}: the old certificate is shown")
        relay.use(second)
        relay.write(TOKENS)

    relay.write(TOKENS, listen="127.0.0.1:1", data="elsewhere")
    said = relay.read_again()
    claim(len(said) == 3 and " listen " in said[1] and " data " in said[2], "what cannot change is named", said)
    claim(is_shown(relay, ca["second"]), "it serves where it served")
    claim(not os.path.exists(os.path.join(folder, "elsewhere")), "and keeps what it kept")
    claim(len(watch.said) == lines and watch.process.poll() is None, "the connection was never cut", watch.said)
    relay.stop()


def full_disk(kith, program, folder):
    """RS-29: on a full disk people read and leave, all else waits; with room again it goes on, without a restart."""
    relay = ended(Hosted(program, folder))
    data = os.path.join(folder, "data")
    os.mkdir(data)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", data], check=True)
    relay.use(relay.new_pair())
    relay.write(TOKENS[:1], limits=[("reserve_bytes", 8 << 20)])
    relay.serve()
    amara, jonas, ines = [Admitted(kith, os.path.join(folder, name), relay, name) for name in ("Amara", "Jonas", "Ines")]
    for person in (amara, jonas, ines):
        person.init()
    for other in (jonas, ines):
        amara.do("person", "add", other.name)
        other.do("person", "add", "Amara")
    pair(amara, jonas)
    _, of_ines, _ = pair(amara, ines)
    amara.do("agenda", "add", "before", "--with", "Jonas")
    settle(amara, jonas)
    amara.do("agenda", "add", "read on a full disk", "--with", "Ines")
    settle(amara)
    told = len(relay.logged())

    filler = os.path.join(data, "filler")

    def fill():
        with open(filler, "ab", buffering=0) as out:
            try:
                while True:
                    out.write(bytes(1 << 16))
            except OSError:
                pass
        claim(shutil.disk_usage(data).free < 1 << 16, "the disk is full", shutil.disk_usage(data))

    fill()
    amara.do("agenda", "add", "waits", "--with", "Jonas")
    status, answer = amara.run("sync", "--once")
    row = next(r for r in answer["spaces"] if r["code"])
    claim(status == 3 and row["code"] == "QUOTA_EXCEEDED" and row["waiting"] > 0, "it waits, and nothing is wrong", answer)
    ines.do("sync", "--once")
    claim("read on a full disk" in ines.texts("agenda", "list"), "reading goes on")
    ines.do("pair", "end", of_ines)
    status, answer = ines.run("sync", "--once")
    claim(not any(r["leave_waits"] for r in answer["spaces"]), "the pair is ended all the same", answer)
    within(5, lambda: len(relay.logged()) > told, "the operator is told")
    claim(len(relay.logged()) == told + 1 and "the disk is full" in relay.logged()[-1], "once", relay.logged())
    relay.process.send_signal(signal.SIGHUP)
    within(5, lambda: "read again" in relay.logged()[-1], "settings are read on a full disk")

    os.remove(filler)
    began = time.time()
    within(5, lambda: "there is room" in relay.logged()[-1], "it notices the room by itself", relay.logged)
    print(f"room noticed after {time.time() - began:.1f} s")
    settle(amara, jonas)
    claim("waits" in jonas.texts("agenda", "list"), "what waited has arrived")

    relay.stop()  # gives back what its log had taken beforehand
    fill()
    relay.serve()
    amara.do("agenda", "add", "waits too", "--with", "Jonas")
    got = amara.run("sync", "--once")
    claim(got[0] == 3, "one that starts on a full disk serves, and takes nothing", (got, relay.logged()))
    os.remove(filler)
    within(10, lambda: amara.run("sync", "--once")[0] == 0, "until there is room", relay.logged)
    settle(amara, jonas)
    claim("waits too" in jonas.texts("agenda", "list"), "and then everything")
    for person in (amara, jonas):
        claim(person.items("alarms", "list") == [], "nobody saw an alarm")
    relay.stop()
    subprocess.run(["umount", data], check=True)


def out_of_files(kith, program, folder):
    """RS-16: four times as many connections as the relay has files: it goes on, and serves who comes afterwards."""
    files = 400
    relay = ended(Relay(program, os.path.join(folder, "relay"), os.path.join(folder, "relay.log")))
    relay.start("/bin/sh", "-c", f'ulimit -n {files} && exec "$0" --dev "$@"', program)
    amara = Person(kith, os.path.join(folder, "Amara"), relay, "Amara")
    amara.init()
    amara.sync()
    host, port = relay.address.rsplit(":", 1)
    flood = []
    for _ in range(files * 4):
        one = socket.socket()
        one.settimeout(10)
        try:
            one.connect((host, int(port)))
        except OSError:
            pass
        flood.append(one)
    time.sleep(1)
    opened = len(os.listdir(f"/proc/{relay.process.pid}/fd"))
    print(f"{opened} of {files} files are open")
    claim(opened < files * 3 // 4, "some are left for the database", opened)
    for one in flood:
        one.close()
    begun = time.time()
    within(5, lambda: amara.run("sync", "--once")[0] == 0, "it serves again", lambda: amara.run("sync", "--once"))
    print(f"served {time.time() - begun:.1f} s after the flood")
    with open(relay.log, encoding="utf-8") as file:
        told = [line for line in file if "turned away" in line]
    claim(len(told) == 1, "the operator is told once", told)
    relay.stop()


def asked(url, **headers):
    """The status, type and text of what a page of its state answers."""
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def figures(text):
    """The samples of Prometheus' format, by name and labels; each name has a help and a type before it."""
    told, out = set(), {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            told.add(line.split()[2])
        elif not line.startswith("#"):
            name, value = line.rsplit(" ", 1)
            bare = re.sub(r"_(bucket|sum|count)$", "", name.split("{")[0])
            claim(bare in told or name.split("{")[0] in told, "a type goes before each sample", line)
            out[name] = float(value)
    return out


def state(kith, program, folder):
    """What its operator sees: a page, figures for Prometheus and its health, on this machine alone; and no person."""
    relay = ended(Hosted(program, folder))
    relay.use(relay.new_pair())
    relay.write(TOKENS[:1], status="127.0.0.1:0")
    relay.serve()
    where = next(line.split()[-1] for line in relay.logged() if "its state is on" in line)
    claim(re.fullmatch(r"http://127\.0\.0\.1:\d+/", where), "it says where", where)
    amara, jonas = [Admitted(kith, os.path.join(folder, name), relay, name) for name in ("Amara", "Jonas")]
    for person, other in ((amara, jonas), (jonas, amara)):
        person.init()
        person.do("person", "add", other.name)
    pair(amara, jonas)
    amara.do("agenda", "add", "a line", "--with", "Jonas")
    settle(amara, jonas)

    status, kind, page = asked(where)
    claim(status == 200 and kind.startswith("text/html") and "takes everything" in page, "the page", (status, kind, page))
    claim("://" not in page and "<script" not in page, "nothing comes from elsewhere", page)
    claim(asked(where + "health")[::2] == (200, "serves\n"), "its health", asked(where + "health"))
    status, kind, text = asked(where + "metrics")
    claim(status == 200 and kind == "text/plain; version=0.0.4", "the figures", (status, kind))
    got = figures(text)
    claim(got['kith_relay_calls_total{method="Append",result="OK"}'] > 0, "calls are counted", text)
    claim(got["kith_relay_entries_total"] > 0 and got["kith_relay_commit_seconds_count"] > 0, "and what was written", text)
    claim(got["kith_relay_takes_everything"] == 1 and got["kith_relay_in_flight_bytes"] == 0, "and what is so now", text)
    claim(got["kith_relay_certificate_end_seconds"] > time.time(), "when the certificate ends", text)
    claim(got["process_resident_memory_bytes"] > 1 << 20 and got["process_open_fds"] > 3, "and the process", text)
    labels = set(re.findall(r'(\w+)="', text))
    claim(labels == {"method", "result", "le", "version"}, "no label that could name anybody", labels)
    for secret in (TOKENS[0], "Amara", "Jonas"):
        claim(secret not in page + text, f"nothing says {secret}")

    claim(asked(where, Host="relay.example.org")[0] == 403, "a name that leads here is not answered")
    claim(asked(where + "else")[0] == 404, "there is nothing else")
    relay.write(TOKENS[:1], status="127.0.0.1:1")
    said = relay.read_again()
    claim(len(said) == 2 and " status.listen " in said[1], "another place counts from the next start on", said)
    claim(asked(where)[0] == 200, "and until then it is where it was")
    relay.stop()
    relay.write(TOKENS[:1], status="0.0.0.0:7444")
    done = subprocess.run([program, "--config", relay.settings], capture_output=True, text=True, timeout=30)
    claim(done.returncode == 2 and "this machine alone" in done.stderr, "no other address is taken", done.stderr)


def memory(kith, program, folder):
    """A relay above its bound of memory ends by itself, with a line and an exit status that has it started anew."""
    relay = ended(Hosted(program, folder))
    relay.use(relay.new_pair())
    relay.write(TOKENS[:1], limits=[("memory_bytes", 16 << 20)])
    amara = Admitted(kith, os.path.join(folder, "Amara"), relay, "Amara")
    relay.serve()
    status = relay.process.wait(20)
    claim(status == 1, "it ends with status 1", status)
    claim(any("limits.memory_bytes" in line for line in relay.logged()), "and says why", relay.logged())
    relay.write(TOKENS[:1])
    relay.serve()
    amara.init()
    amara.sync()
    claim(relay.process.poll() is None, "with room it serves on")
    relay.stop()


# Each in a name space of its own, where anybody may mount a small disk.
WITH_A_DISK = {"full_disk"}
SKIPPED = 77
SCENARIOS = {f.__name__: f for f in (stops, reload, full_disk, out_of_files, state, memory)}


def in_a_space_of_its_own():
    """Goes on there, or says that there is none."""
    apart = ["unshare", "--user", "--map-root-user", "--mount"]
    if os.environ.get("KITH_APART") or subprocess.run([*apart, "true"], stderr=subprocess.DEVNULL).returncode != 0:
        return bool(os.environ.get("KITH_APART"))
    os.execvpe(apart[0], [*apart, sys.executable, *sys.argv], {**os.environ, "KITH_APART": "1"})


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--kith", required=True)
    parse.add_argument("--relay", required=True)
    parse.add_argument("scenario", choices=SCENARIOS)
    args = parse.parse_args()
    if args.scenario in WITH_A_DISK and not in_a_space_of_its_own():
        print("skipped: nobody may mount a disk here")
        return SKIPPED
    folder = tempfile.mkdtemp(prefix="kith-operating-")
    try:
        SCENARIOS[args.scenario](os.path.abspath(args.kith), os.path.abspath(args.relay), folder)
    except Failed as why:
        print(f"FAILED {args.scenario}: {why}")
        return 1
    finally:
        for thing in reversed(RUNNING):
            if thing.process:
                thing.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print("passed", args.scenario)
    return 0


if __name__ == "__main__":
    sys.exit(main())
