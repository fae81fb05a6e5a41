#!/usr/bin/env python3
"""The Debian package: without a fault that lintian knows, and used as a stranger would in a bare Debian 12.

  package_test.py FOLDER    the folder that the package lies in

As root, with debootstrap and lintian; it fetches a small Debian, which takes some minutes.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

SUITE = "bookworm"


def claim(holds, what, got=""):
    if not holds:
        sys.exit(f"FAILED: {what}\n  got: {got}")
    print("holds:", what, flush=True)


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, **more)


def lintian(package):
    done = run("lintian", "--fail-on", "error,warning", package)
    claim(done.returncode == 0 and done.stdout.strip() == "", "lintian finds neither error nor warning",
          done.stdout + done.stderr)


class Debian:
    """A Debian with nothing in it but what every one has."""

    def __init__(self, folder):
        self.folder = folder
        # The mirror of this machine, so that no other one has to be reached.
        done = run("debootstrap", "--variant=minbase", SUITE, folder, *mirrors()[:1])
        claim(done.returncode == 0, "a bare Debian 12", done.stdout[-500:] + done.stderr[-500:])
        for name in ("resolv.conf", "hosts"):
            if os.path.exists("/etc/" + name):
                shutil.copy("/etc/" + name, os.path.join(folder, "etc", name))

    def run(self, *command, user=None, **more):
        become = ["--userspec=" + user] if user else []
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8", **more}
        return subprocess.run(["chroot", *become, self.folder, *command], capture_output=True, text=True, env=env)

    def does(self, what, *command, **more):
        done = self.run(*command, **more)
        claim(done.returncode == 0, what, done.stdout[-800:] + done.stderr[-800:])
        return done.stdout


def mirrors():
    """The addresses that this machine's apt has its Debian from, if it says so in one of the usual files."""
    out = []
    for path in [*glob.glob("/etc/apt/sources.list"), *glob.glob("/etc/apt/sources.list.d/*.sources"),
                 *glob.glob("/etc/apt/sources.list.d/*.list")]:
        for line in open(path, encoding="utf-8", errors="replace"):
            words = line.split()
            if words[:1] == ["URIs:"]:
                out.append(words[1])
            if words[:1] == ["deb"]:
                out.append(next(w for w in words[1:] if "://" in w))
    return [address for address in out if address.rstrip("/").endswith("/debian")]


def use(debian):
    """What a person does first, as a user who is not root."""
    debian.does("what every system has", "mount", "-t", "proc", "proc", "/proc")
    debian.does("a user", "useradd", "--create-home", "amara")
    as_user = {"user": "amara:amara", "HOME": "/home/amara", "KITH_PASSPHRASE": "a passphrase for the tests only"}
    claim(debian.does("kith --version", "kith", "--version").startswith("kith "), "it says its version")
    debian.does("a vault", "kith", "init", "--name", "Amara Osei", **as_user)
    debian.does("a person", "kith", "person", "add", "Jonas Berg", **as_user)
    debian.does("a note", "kith", "note", "add", "--about", "Jonas", "He listens.", **as_user)
    claim("He listens." in debian.does("the notes", "kith", "note", "list", **as_user), "the note is there")
    debian.does("an agent", "kith", "unlock", "--for", "1m", **as_user)
    without = {key: value for key, value in as_user.items() if key != "KITH_PASSPHRASE"}
    claim("He listens." in debian.does("without a passphrase", "kith", "note", "list", **without), "the agent opens it")
    debian.does("lock", "kith", "lock", **without)
    debian.does("its wiping", "kith", "wipe", "--yes", **as_user)


def main():
    found = glob.glob(os.path.join(sys.argv[1], "kith_*.deb"))
    claim(len(found) == 1, "one package", found)
    lintian(found[0])
    folder = tempfile.mkdtemp(prefix="kith-debian-")
    os.chmod(folder, 0o755)  # it is the root folder of everybody there
    try:
        debian = Debian(folder)
        shutil.copy(found[0], os.path.join(folder, "kith.deb"))
        debian.does("the list of packages", "apt-get", "-q", "update")
        debian.does("the package is installed with all that it needs", "apt-get", "-q", "install", "-y",
                    "--no-install-recommends", "/kith.deb")
        use(debian)
        pages = debian.does("its files", "dpkg", "-L", "kith").splitlines()
        for file in ("/usr/share/man/man1/kith.1.gz", "/usr/share/man/man1/kith-note.1.gz",
                     "/usr/share/bash-completion/completions/kith", "/usr/share/zsh/vendor-completions/_kith",
                     "/usr/share/fish/vendor_completions.d/kith.fish", "/usr/share/doc/kith/copyright"):
            claim(file in pages, f"it has {file}")
        debian.does("bash takes the completion", "bash", "-c",
                    "source /usr/share/bash-completion/completions/kith && complete -p kith")
        debian.does("it goes away", "dpkg", "--purge", "kith")
        claim(debian.run("sh", "-c", "command -v kith").returncode != 0, "and nothing of it stays")
        claim("kith" not in " ".join(os.listdir(os.path.join(folder, "usr/share/doc"))), "its documents neither")
    finally:
        subprocess.run(["umount", os.path.join(folder, "proc")], capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


main()
