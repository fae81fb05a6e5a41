#!/usr/bin/env python3
"""kith-relay can hash, sign and check signatures, and has nothing that opens a sealed body.

  symbols_test.py NM PROGRAM
"""
import subprocess
import sys

# Every function of libsodium that the relay calls: no more, and no fewer, or this list is out of date.
LIST = {
    "crypto_core_ed25519_is_valid_point",  # whether a signing key that comes into a space is one
    "crypto_scalarmult",  # by the scalar 1 alone: whether an agreement key that comes into a space is one
    "crypto_generichash", "crypto_generichash_final", "crypto_generichash_init", "crypto_generichash_update",
    "crypto_sign_detached", "crypto_sign_seed_keypair", "crypto_sign_verify_detached",
}


def main():
    nm, program = sys.argv[1:]
    out = subprocess.run([nm, "-D", "--undefined-only", program], capture_output=True, text=True, check=True).stdout
    used = {line.split()[-1].split("@")[0] for line in out.splitlines() if line.strip()}
    crypto = {name for name in used if name.startswith("crypto_")}
    print("used:", *sorted(crypto))
    for name in sorted(crypto - LIST):
        print("not for the relay:", name)
    for name in sorted(LIST - crypto):
        print("on the list, and not called:", name)
    return 0 if crypto == LIST else 1


if __name__ == "__main__":
    sys.exit(main())
