#!/usr/bin/env python3
"""Names that must not stand in the source, or in the programs that are handed out.

  forbidden_names_test.py LS24 ROOT PROGRAM...   ciphers without authentication, RocksDB's own included
  forbidden_names_test.py CV04 ROOT PROGRAM...   anything that could skip a check, and what is for tests only
  forbidden_names_test.py CV05 ROOT              secrets compared byte by byte
  forbidden_names_test.py itself                 each check finds what it is for, in a small tree
"""
import os
import re
import subprocess
import sys
import tempfile

TOPS = ("core", "sync", "mobile-bindings", "apps")
ENDINGS = (".h", ".cc", ".c", ".def", ".cmake", "CMakeLists.txt")

# row -> what no line of the source may say
SOURCE = {
    "LS24": r"NewEncryptedEnv|EncryptionProvider|CTREncryption|ROT13|BlockCipher|crypto_stream|crypto_secretbox|"
            r"crypto_onetimeauth|crypto_box",
    "CV04": r"FUZZING_BUILD_MODE|INSECURE_|(SKIP|NO|DISABLE|WITHOUT)_?(VERIFY|VERIFICATION|SIGNATURE|MAC|CHECK)|"
            r"(skip|disable)_?(verif|signature|check)",
    "CV05": r"equal\([^;]*reveal\(\)|reveal\(\)(\.data\(\))?\s*[=!]=|[=!]=\s*[\w.>()-]*\breveal\(\)|as_text\([^;]*reveal\(\)\)\s*[=!]=",
}
# Where bytes may be compared with memcmp: the known answers of the start, and public bytes.
MEMCMP = ("core/crypto/verify/src/start.cc", "core/crypto/src/start.cc", "core/base/src/bytes.cc")

# What a program that has RocksDB inside itself, and not as a library, holds whoever calls it: there the source tells.
ROCKSDB = r"EncryptedEnv|CTREncryption|ROT13"
# row -> what no program may hold: its strings, and the names it takes from libraries
PROGRAM = {
    "LS24": ROCKSDB + r"|crypto_stream(?!_config)|crypto_secretbox|crypto_onetimeauth|crypto_box",
    "CV04": r"FUZZING_BUILD_MODE|INSECURE_|SKIP_VERIFY|4kith7testing|MemoryRelay|SeededRandom|FakeClock|LyingRelay|TestDisk",
}
# All that is wanted of libsodium. A relay opens nothing and so takes less.
SODIUM = r"crypto_(generichash|sign|core_ed25519_is_valid_point)\w*|crypto_scalarmult|randombytes_buf|sodium_\w+"
SODIUM_OF_A_DEVICE = SODIUM + r"|crypto_(aead_xchacha20poly1305_ietf|scalarmult|pwhash)\w*"


def sources(root):
    for top in TOPS:
        for folder, _, files in os.walk(os.path.join(root, top)):
            for name in sorted(files):
                if name.endswith(ENDINGS):
                    path = os.path.join(folder, name)
                    yield os.path.relpath(path, root), open(path, encoding="utf-8").read()


def check_source(row, root):
    found, lines = [], 0
    for path, text in sources(root):
        for number, line in enumerate(text.splitlines(), 1):
            lines += 1
            if re.search(SOURCE[row], line):
                found.append(f"{path}:{number}: {line.strip()}")
            if row == "CV05" and "memcmp(" in line and "sodium_memcmp(" not in line and path not in MEMCMP:
                found.append(f"{path}:{number}: {line.strip()}")
    return (found if lines else ["nothing to read"]), lines


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=True).stdout


def taken_from_libraries(program):
    return [line.split()[-1].split("@")[0] for line in output("nm", "-D", "--undefined-only", program).splitlines()]


def check_program(row, program):
    names = taken_from_libraries(program)
    text = output("strings", "-n", "5", program).splitlines()
    inside = "librocksdb" not in output("readelf", "-d", program)
    forbidden = PROGRAM[row].replace(ROCKSDB, "(?!)") if inside else PROGRAM[row]
    found = [f"{program}: {line[:100]}" for line in text + names if re.search(forbidden, line)]
    if row == "LS24":
        wanted = SODIUM if os.path.basename(program) == "kith-relay" else SODIUM_OF_A_DEVICE
        sodium = [n for n in names if re.match(r"crypto_|randombytes|sodium_", n)]
        found += [f"{program}: takes {n} of libsodium" for n in sodium if not re.fullmatch(wanted, n)]
        if not sodium:
            found.append(f"{program}: takes nothing of libsodium; is this the program?")
    return found, len(text) + len(names)


def check(row, root, programs):
    found, lines = check_source(row, root)
    seen = 0
    for program in programs:
        more, count = check_program(row, program)
        found += more
        seen += count
    print(f"{row[:2]}-{row[2:]}: {lines} lines of source and {seen} names and strings of {len(programs)} programs, "
          f"{len(found)} forbidden")
    return found


def check_itself():
    wrong = {
        ("LS24", "core/vault/src/a.cc"): "auto env = rocksdb::NewEncryptedEnv(base, provider);",
        ("LS24", "core/crypto/src/b.cc"): "crypto_stream_xchacha20_xor(out, in, n, nonce, key);",
        ("CV04", "sync/client/src/a.cc"): "#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION",
        ("CV04", "sync/envelope/src/b.cc"): "  if (options.skip_signature) return {};",
        ("CV05", "core/vault/src/c.cc"): "  return equal(key.reveal(), other);",
        ("CV05", "core/vault/src/d.cc"): "  return std::memcmp(a, b, 32) == 0;",
    }
    with tempfile.TemporaryDirectory() as root:
        for (_, path), line in wrong.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as out:
                out.write("int innocent;\n" + line + "\n")
        found = {(row, line.split(":")[0]) for row in SOURCE for line in check_source(row, root)[0]}
        # A program that takes what only tests and breakers of rules would.
        with open(os.path.join(root, "a.c"), "w", encoding="utf-8") as out:
            out.write('extern int crypto_secretbox_open(void);\nconst char* text = "INSECURE_skip_all";\n'
                      "int use(void) { return crypto_secretbox_open(); }\n")
        program = os.path.join(root, "a.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", program, os.path.join(root, "a.c")], check=True)
        missed = [f"{row} says nothing of a program" for row in PROGRAM if not check_program(row, program)[0]]
    return missed + [f"{row}: {path} went unseen, or what is innocent was seen" for row, path in
                     sorted(set(wrong) ^ found)]


def main():
    found = check_itself() if sys.argv[1] == "itself" else check(sys.argv[1], sys.argv[2], sys.argv[3:])
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
