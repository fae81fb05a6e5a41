"""A vault that `kith unlock` opened once holds for the commands of a test: each of them would else work out the key from
the passphrase, which is slow on purpose and was three quarters of what a command cost.

Only how a command gets the key differs. A command goes by its passphrase all the same
- where it asks for it whatever is unlocked (ASKING), or makes what it opens;
- where the test says a KITH_ variable of its own, names a passphrase file or another vault: then that is its subject;
- where the vault is not the one that was unlocked: put back, another one, or opened by something else by now;
- in the scenarios that are marked @by_passphrase.
"""
import os
import subprocess

LONGER_THAN_A_TEST = "30m"
# Words that are also a name or a text only make a command slower.
ASKING = (("init",), ("restore",), ("unlock",), ("keys",), ("backup",), ("export",), ("wipe",), ("renew",),
          ("alarms", "heal"), ("pair", "confirm"), ("pair", "end"))
OF_ITS_OWN = ("--vault", "--passphrase-file", "--recovery-code", "--recovery-code-file", "--key-folder")


def by_passphrase(scenario):
    """Marks a scenario each of whose commands is given the passphrase: unlocking, processes and damage are its subject,
    or it is one of those that go the whole way on purpose."""
    scenario.by_passphrase = True
    return scenario


def goes_by_passphrase(scenario):
    return getattr(scenario, "by_passphrase", False)


class HeldOpen:
    """Where the agent of a test's vault is found: a folder of its own, so that only commands that are sent there find
    it. The agent ends with the vault's folder, and by its time."""

    def __init__(self, folder):
        self.folder = folder
        self.unlocked = None

    def unlock(self, program, vault, environment):
        """Opens it once, by the passphrase in `environment`; nothing where no vault is (kith init --help makes none)."""
        if what_opens(vault) is None:
            return
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        done = subprocess.run([program, "--vault", vault, "--json", "unlock", "--for", LONGER_THAN_A_TEST],
                              env={**environment, "XDG_RUNTIME_DIR": self.folder}, capture_output=True, text=True,
                              timeout=100)
        if done.returncode == 0:
            self.unlocked = what_opens(vault)
        # Where the system lets it lock no memory, or a socket's path is too long for it, there is no agent, and each
        # command goes by the passphrase.
        elif "UNSUPPORTED" not in done.stdout and "too long for a socket" not in done.stdout:
            raise RuntimeError(f"kith unlock: {done.stdout} {done.stderr}")

    def opens(self, vault, args):
        """Whether this command can go by the agent."""
        return self.unlocked is not None and self.unlocked == what_opens(vault) and not asks(args)

    def environment(self):
        """What is other than for a command with the passphrase."""
        return {"KITH_PASSPHRASE": None, "XDG_RUNTIME_DIR": self.folder}


def asks(args):
    """Whether it wants the passphrase, or says by itself what opens which vault."""
    begins = any(args[at:at + len(words)] == words for words in ASKING for at in range(len(args)))
    return begins or any(isinstance(arg, str) and arg.split("=")[0] in OF_ITS_OWN for arg in args)


def what_opens(vault):
    """Another value as soon as an agent would end: the folder is another one, or its key file was written. A copy may
    be given the numbers of the folder before it, and the times of writing; never the time of its own making."""
    try:
        folder, keys = os.stat(vault), os.stat(os.path.join(vault, "keys"))
    except OSError:
        return None
    return folder.st_dev, folder.st_ino, keys.st_ino, keys.st_ctime_ns
