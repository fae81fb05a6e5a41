"""A real kith-relay, bare or behind HAProxy with the configuration that is shipped, and somebody honest who uses it."""
import os
import re
import socket
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "e2e"))
from people import Person, Relay, claim  # noqa: E402

SHIPPED = os.path.join(HERE, "..", "..", "sync", "relay", "hosting", "haproxy.cfg")
MOST_MEMORY = 256 << 20  # above idle
SOON = 10.0              # seconds: an honest answer meanwhile, and all of it normal again


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as one:
        return one.getsockname()[1]


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return int(re.search(r"^VmRSS:\s+(\d+) kB", file.read(), re.M).group(1)) << 10


def cpu(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Hosted:
    """What people reach at `address`, and whose memory counts: the relay's, and the proxy's where there is one."""

    def __init__(self, program, folder, haproxy):
        self.relay = Relay(program, os.path.join(folder, "relay"), os.path.join(folder, "relay.log"))
        self.ca, self.proxy = self.relay.ca, None
        settings = os.path.join(folder, "relay.toml")
        with open(settings, "w", encoding="utf-8") as out:
            out.write(f"behind_proxy = {'true' if haproxy else 'false'}\n")
        self.relay.start(program, "--dev", "--config", settings)
        self.address = self.relay.address
        if haproxy:
            self._put_before(haproxy, folder)

    def _put_before(self, haproxy, folder):
        pair, config = os.path.join(folder, "relay.pem"), os.path.join(folder, "haproxy.cfg")
        with open(pair, "w", encoding="utf-8") as out:
            for name in ("certificate.pem", "certificate-key.pem"):
                out.write(open(os.path.join(self.relay.folder, name), encoding="utf-8").read())
        self.address = f"127.0.0.1:{free_port()}"
        with open(SHIPPED, encoding="utf-8") as file:
            said = file.read()
        for theirs, ours in ((":443 ", self.address + " "), ("/etc/haproxy/relay.pem", pair),
                             ("127.0.0.1:7443 ssl", self.relay.address + " ssl"), ("/etc/haproxy/relay-ca.pem", self.ca)):
            claim(theirs in said, "the shipped configuration says " + theirs)
            said = said.replace(theirs, ours)
        with open(config, "w", encoding="utf-8") as out:
            out.write(said)
        with open(os.path.join(folder, "haproxy.log"), "wb") as log:
            self.proxy = subprocess.Popen([haproxy, "-db", "-f", config], stdout=log, stderr=log)
        end = time.time() + SOON
        while time.time() < end and not self._listens():
            time.sleep(0.05)
        claim(self._listens(), "haproxy takes the shipped configuration", open(log.name, encoding="utf-8").read()[-500:])

    def _listens(self):
        try:
            socket.create_connection(self.address.rsplit(":", 1), timeout=1).close()
        except OSError:
            return False
        return self.proxy.poll() is None

    def pids(self):
        return [p.pid for p in (self.relay.process, self.proxy) if p]

    def end(self):
        for process in (self.proxy, self.relay.process):
            if process and process.poll() is None:
                process.kill()
                process.wait()


class Honest:
    """Writes one change after the other and has the relay acknowledge each."""

    def __init__(self, kith, folder, hosted):
        self.person = Person(kith, os.path.join(folder, "Amara"), hosted, "Amara")
        self.person.init()
        self.count, self.took = 0, []

    def append(self):
        self.count += 1
        self.person.do("person", "add", f"Jonas {self.count}")
        began = time.time()
        claim(self.person.sync()["sent"] >= 1, "the relay acknowledges what was written")
        self.took.append(time.time() - began)
        return self.took[-1]


class Watch:
    """While it is entered: somebody honest writes, and the memory is looked at."""

    def __init__(self, hosted, honest):
        self.hosted, self.honest, self.over, self.failed = hosted, honest, False, []
        self.idle = [memory(pid) for pid in hosted.pids()]
        self.peak = list(self.idle)

    def __enter__(self):
        self.threads = [threading.Thread(target=f, daemon=True) for f in (self._look, self._write)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over = True
        for thread in self.threads:
            thread.join()

    def _look(self):
        while not self.over:
            for i, pid in enumerate(self.hosted.pids()):
                self.peak[i] = max(self.peak[i], memory(pid))
            time.sleep(0.03)

    def _write(self):
        while True:
            try:
                self.honest.append()
            except Exception as why:  # said at the end, with what the flood has done
                self.failed.append(str(why))
            if self.over:
                return
            time.sleep(0.1)

    def grown(self):
        return [peak - idle for peak, idle in zip(self.peak, self.idle)]
