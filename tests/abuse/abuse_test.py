#!/usr/bin/env python3
"""Abuse from outside, thrown at a real kith-relay, bare or behind HAProxy with the shipped configuration.

  abuse_test.py --kith PROGRAM --relay PROGRAM [--full] bare|proxy rs10|...

Behind the proxy: relay and proxy stay within 256 MiB above idle, somebody honest has each change acknowledged
meanwhile, and it takes his next one within 10 s afterwards. What the bare relay is known not to survive
(docs/HOSTING.md) is said and not claimed.
"""
import argparse
import os
import shutil
import sys
import tempfile
import time

from attacks import ATTACKS
from hosted import MOST_MEMORY, SOON, Honest, Hosted, Watch, claim, cpu
from people import Failed

SKIPPED = 77


def throw(args, folder, hosted):
    honest = Honest(os.path.abspath(args.kith), folder, hosted)
    quiet = sorted(honest.append() for _ in range(3))[1]
    honest.took.clear()
    used = [cpu(pid) for pid in hosted.pids()]
    began = time.time()
    with Watch(hosted, honest) as watch:
        saw = ATTACKS[args.id](hosted.address, args.full, args.where == "proxy")
    took = time.time() - began
    used = [cpu(pid) - before for pid, before in zip(hosted.pids(), used)]
    after = time.time()
    honest.append()
    after = time.time() - after
    grown = ", ".join(f"{g / (1 << 20):.0f}" for g in watch.grown())
    print(f"{args.id} {args.where}: {saw}; grown by {grown} MiB, CPU {', '.join(f'{u:.1f}' for u in used)} s in {took:.1f} s; "
          f"an append {quiet * 1000:.0f} ms before, at most {max(honest.took) * 1000:.0f} ms meanwhile")
    claim(not watch.failed, "each change is acknowledged meanwhile", watch.failed)
    claim(max(watch.grown()) < MOST_MEMORY, "memory stays within 256 MiB above idle", grown)
    claim(max(honest.took) < SOON and after < SOON, "an append is answered within 10 s", (max(honest.took), after))


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--kith", required=True)
    parse.add_argument("--relay", required=True)
    parse.add_argument("--full", action="store_true")
    parse.add_argument("where", choices=("bare", "proxy"))
    parse.add_argument("id", choices=ATTACKS)
    args = parse.parse_args()
    haproxy = shutil.which("haproxy", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if args.where == "proxy" and not haproxy:
        print("skipped: haproxy is not here")
        return SKIPPED
    folder = tempfile.mkdtemp(prefix="kith-abuse-")
    hosted = None
    try:
        hosted = Hosted(os.path.abspath(args.relay), folder, haproxy if args.where == "proxy" else None)
        throw(args, folder, hosted)
    except Failed as why:
        print(f"FAILED {args.id} {args.where}: {why}")
        return 1
    finally:
        if hosted:
            hosted.end()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
