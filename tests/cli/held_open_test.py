#!/usr/bin/env python3
"""What holds a vault open for the tests (held_open.py): which way a command goes, and that both ways are gone.

  held_open_test.py --kith PROGRAM SCENARIO
"""
import os
import shutil
import sys

sys.dont_write_bytecode = True
from held_open import HeldOpen, asks, by_passphrase, goes_by_passphrase
from program import Kith, claim, forbid_locking, main, skip_where_nothing_is_locked


def by_agent(k, *args):
    """Whether that command is sent to the agent."""
    return k.held.opens(k.vault, args)


def held_open_ways(k):
    """By the agent after init; by the passphrase where it is asked for, or where the vault is not that one any more."""
    claim(not by_agent(k, "status"), "there is nothing to hold open yet")
    k.says("init", "--help")
    claim(not by_agent(k, "status"), "help makes no vault")
    k.init()
    claim(by_agent(k, "note", "list") and by_agent(k), "after init commands go by the agent")
    claim("unlocked" in k.says("status"), "and there is one")
    claim("unlocked" not in k.says("status", KITH_KDF="floor"), "which a command of the test's own does not see")
    shutil.copytree(k.vault, k.path("copy"))
    shutil.rmtree(k.vault)
    claim(not by_agent(k, "status"), "a vault that is gone is held open by nobody")
    shutil.copytree(k.path("copy"), k.vault)
    claim(not by_agent(k, "status"), "nor is the copy in its place")
    claim("unlocked" not in k.says("status"), "which opens by the passphrase")
    k.held.unlock(k.program, k.vault, k.environment())
    claim(by_agent(k, "status") and "unlocked" in k.says("status"), "until it is unlocked again")
    k.do("keys", "add", "recovery-code")
    claim(not by_agent(k, "status"), "a key file that was written ends the agent")
    claim("unlocked" not in k.says("status"), "and commands go on by the passphrase")


def held_open_asking(k):
    """Each that asks for the passphrase whatever is unlocked is known to; none of the others is sent the long way."""
    k.init()
    for args in (("pair", "confirm", "0" * 32, "--code", "1"), ("pair", "end", "Jonas"), ("keys", "list"), ("renew",),
                 ("backup", "file"), ("export", "-"), ("wipe", "--yes"), ("--json", "keys", "list"),
                 ("alarms", "heal", "7"), ("--vault=x", "status"), ("status", "--passphrase-file", "f")):
        claim(not by_agent(k, *args), f"kith {args} goes by the passphrase")
    for args in (("pair", "list"), ("alarms", "list"), ("note", "add", b"caf\xe9"), ("sync", "--once"), ("--json", "today")):
        claim(by_agent(k, *args), f"kith {args} goes by the agent")
    claim(asks(("init",)) and not asks(("note", "list")), "whatever the vault")


def held_open_marked(k):
    """A scenario that is marked goes by the passphrase in all its commands."""
    claim(not goes_by_passphrase(held_open_ways) and goes_by_passphrase(by_passphrase(lambda k: None)), "the mark is seen")
    direct = Kith(k.program, k.path("direct"), by_passphrase=True)
    os.mkdir(direct.folder)
    direct.init()
    claim("unlocked" not in direct.says("status") and not os.path.exists(direct.path("held")), "it has no agent")
    direct.fails("INVALID_ARGUMENT", "status", KITH_PASSPHRASE=None)


def held_open_far_away(k):
    """Where no socket's path is short enough there is no agent, and no test that fails for it."""
    k.init()
    held = HeldOpen(k.path("far/" * 25 + "away"))
    held.unlock(k.program, k.vault, k.environment())
    claim(not held.opens(k.vault, ("status",)), "each command goes by the passphrase")


def held_open_without_locked_memory(k):
    """No agent, and no test that fails for it; what else goes wrong with unlocking is not passed over."""
    skip_where_nothing_is_locked(k.program)
    k.do("init", "--name", "Amara", "--kdf", "floor", KITH_KDF="floor")
    held = HeldOpen(k.path("held"))
    try:
        held.unlock(k.program, k.vault, k.environment(KITH_PASSPHRASE="not this one"))
        claim(False, "a passphrase that is wrong is no reason to be slow")
    except RuntimeError as why:
        claim("STORE_LOCKED" in str(why), "it says why", why)
    child = os.fork()
    if child == 0:
        forbid_locking()
        held.unlock(k.program, k.vault, k.environment())
        os._exit(0 if held.unlocked is None else 1)
    claim(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, "each command goes by the passphrase")


SCENARIOS = {f.__name__: f for f in (held_open_ways, held_open_asking, held_open_marked, held_open_far_away,
                                     held_open_without_locked_memory)}

if __name__ == "__main__":
    sys.exit(main(SCENARIOS))
