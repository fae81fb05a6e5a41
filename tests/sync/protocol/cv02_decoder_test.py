#!/usr/bin/env python3
"""CV-02: reads the frozen vectors from sync/PROTOCOL.md alone, sharing no code with the programs.

  cv02_decoder_test.py FOLDER   every vector of the folder
  cv02_decoder_test.py itself FOLDER   a vector with one bit changed anywhere is refused

Only the primitives come from elsewhere: BLAKE2b from Python, the others from PyNaCl.
"""
import hashlib
import json
import os
import random
import struct
import sys

try:
    from nacl import bindings, exceptions, pwhash, signing
except ImportError:
    print("Skipped: python3-nacl is not installed")
    sys.exit(77)


class Wrong(Exception):
    """The bytes are not what the document says."""


def claim(holds, what):
    if not holds:
        raise Wrong(what)


# ---- section 1: conventions ----

def sized(x):
    return struct.pack(">I", len(x)) + x


def framed(label, *parts):
    return bytes([len(label)]) + label.encode() + b"".join(sized(p) for p in parts)


def H(label, *parts):
    return hashlib.blake2b(framed(label, *parts), digest_size=32).digest()


def K(key, label, *parts):
    return hashlib.blake2b(framed(label, *parts), digest_size=32, key=key).digest()


def open_seal(key, aad, sealed):
    claim(len(sealed) >= 72, "sealed bytes are too short")
    nonce, commitment, cipher = sealed[:24], sealed[24:56], sealed[56:]
    claim(commitment == H("kith commitment", key, nonce, aad), "the commitment is of another key, nonce or place")
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(cipher, aad, nonce, key)
    except exceptions.CryptoError:
        raise Wrong("the tag does not fit") from None


def public(secret):
    return bindings.crypto_scalarmult_base(secret)


def open_sealto(secret, label, context, extra, sealed):
    claim(len(sealed) >= 104, "bytes sealed to a key are too short")
    shared = bindings.crypto_scalarmult(secret, sealed[:32])
    return open_seal(K(shared, label, sealed[:32], public(secret), context, extra), context, sealed[32:])


def check_sign(key, label, parts, signature):
    try:
        signing.VerifyKey(key).verify(framed(label, *parts), signature)
    except exceptions.BadSignatureError:
        raise Wrong(f"a signature for {label} does not hold") from None


def verify_key(seed):
    return bytes(signing.SigningKey(seed).verify_key)


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def raw(self, n):
        claim(self.at + n <= len(self.data), "cut short")
        self.at += n
        return self.data[self.at - n:self.at]

    def number(self, n):
        return int.from_bytes(self.raw(n), "big")

    def sized(self):
        return self.raw(self.number(4))

    def end(self):
        claim(self.at == len(self.data), "bytes behind the end")


def padded(size):
    if size < 256:
        return 256
    e = size.bit_length() - 1
    step = 1 << (e - e.bit_length())
    return (size + step - 1) // step * step


def fields_of(message):
    """The fields of a protobuf message, as (number, value): numbers as they stand, everything else as bytes."""
    r = Reader(message)

    def varint():
        out, shift = 0, 0
        while True:
            byte = r.number(1)
            out |= (byte & 127) << shift
            if byte < 128:
                return out
            shift += 7

    while r.at < len(message):
        tag = varint()
        claim(tag & 7 in (0, 2), "a kind of field")
        yield tag >> 3, varint() if tag & 7 == 0 else r.raw(varint())


# ---- sections 2 to 4: entries ----

HEADER, SIGNATURE, DEVICE, GENESIS, WRAP = 226, 64, 161, 195, 136
BOUND, PROOF = HEADER - 32, HEADER + SIGNATURE  # all but the hash of the body; what an id is made of

class Space:
    """One space as its entries tell it, with all its secrets at hand."""

    def __init__(self, vector):
        self.v = vector
        self.id = bytes.fromhex(vector["space"])
        self.devices = {}
        self.numbers = {}
        for number, who in ((1, "founder"), (2, "joiner"), (1, "renewed"), (1, "again")):
            secret = {k: bytes.fromhex(x) for k, x in vector[who].items()}
            secret["sign"], secret["administration"] = map(verify_key, (secret["sign_seed"], secret["administration_seed"]))
            secret["keys"] = (b"\1" + secret["sign"] + public(secret["agree_secret"]) + secret["administration"] +
                              public(secret["administration_agree_secret"]) + verify_key(secret["transport_seed"]))
            self.devices[secret["sign"]], self.numbers[secret["sign"]] = secret, number
        self.secrets = {int(n): bytes.fromhex(x) for n, x in vector["epoch_secrets"].items()}
        self.space_secret = bytes.fromhex(vector["space_secret"])
        self.position, self.running = 0, H("kith log", self.id)
        claim(self.running.hex() == vector["running_0"], "the running hash of an empty log")
        self.last = bytes(32)
        self.previous = {}

    def read(self, stated):
        entry = bytes.fromhex(stated["entry"])
        claim(PROOF <= len(entry) <= 256 * 1024, "the size of an entry")
        header, signature, body = entry[:HEADER], entry[HEADER:PROOF], entry[PROOF:]
        r = Reader(header)
        suite, kind, space, epoch, author = r.number(1), r.number(1), r.raw(32), r.number(4), r.raw(32)
        sequence, void, previous, seen, running = r.number(8), r.number(8), r.raw(32), r.number(8), r.raw(32)
        membership, size, body_hash = r.raw(32), r.number(4), r.raw(32)
        r.end()
        claim((suite, space, size) == (1, self.id, len(body)), "suite, space or size of the body")
        claim(body_hash == H("kith body", body), "the hash of the body")
        claim(author in self.devices, "an author of the story")
        check_sign(author, "kith sign entry", (header,), signature)
        claim((seen, running, membership) == (self.position, self.running, self.last), "what the author had seen")
        eid = H("kith entry", entry[:PROOF])
        if kind == 2:
            claim((sequence, void, previous) == (0, 0, bytes(32)), "a membership entry has no number")
            self.read_membership(stated, header, body, author, epoch)
            self.last = eid
        else:
            claim(kind == 1, "a kind of entry")
            number, before = self.previous.get(author, (0, bytes(32)))
            claim(previous == before and (void or sequence) == number + 1 and void < sequence, "the author's chain")
            self.read_data(stated, header, body, author, epoch)
            self.previous[author] = sequence, eid
        self.position += 1
        self.running = H("kith log", self.running, struct.pack(">Q", self.position), eid)
        claim(eid.hex() == stated["id"], "the id of the entry")
        claim(self.running.hex() == stated["running"], "the running hash")

    def read_data(self, stated, header, body, author, epoch):
        claim(epoch == stated["epoch"], "the epoch of the entry")
        key = K(self.secrets[epoch], "kith entry key", self.id, struct.pack(">I", epoch))
        plain = open_seal(key, header[:BOUND], body)
        said = Reader(plain).sized()
        claim(said.hex() == stated["body"], "the body")
        claim(len(plain) == padded(4 + len(said)) and not any(plain[4 + len(said):]), "the padding")
        carries = False
        for number, value in fields_of(said):
            if number == 1:
                change = dict(fields_of(value))
                if 9 in change:
                    self.check_made(self.numbers[author], change[1], change[9])
            if number == 4:
                fields = dict(fields_of(value))
                carried = fields[1]
                open_seal(fields[3], carried[:BOUND], carried[PROOF:])  # with the key that comes along
                check_sign(carried[38:70], "kith sign entry", (carried[:HEADER],), carried[HEADER:PROOF])
                claim(carried[BOUND:HEADER] == H("kith body", carried[PROOF:]), "the body of a carried entry")
                carries = True
        claim(carries or PROOF + len(body) <= 192 * 1024, "an entry that carries nothing is at most 192 KiB")

    def check_made(self, number, record, made):
        claim(record == H("kith record", self.id, struct.pack(">I", number), made)[:16], "who made a shared record")

    def read_membership(self, stated, header, body, author, epoch):
        r = Reader(body)
        action, before = r.number(1), r.raw(32)
        claim(before == self.last, "the membership entry before it")
        names = {1: "found", 2: "epoch", 3: "add", 4: "leave", 8: "renew", 10: "decide fork", 13: "grant"}
        claim(names[action] == stated["what"], "the action")
        name = gift = None
        if action == 1:
            genesis = r.raw(GENESIS)
            claim(H("kith genesis", genesis) == self.id, "the space id is the hash of the genesis")
            claim(genesis[34:] == self.devices[author]["keys"], "the founder's keys")
            name = r.sized()
        if action == 2:
            claim(r.number(1) == stated["reason"], "why an epoch starts")
        if action == 3:
            claim(r.number(4) == 2, "the number of the new member")
            joiner = self.read_device(r)
            name, gift = r.sized(), (joiner, r.sized())
        if action == 4:
            self.read_parting(stated, author, epoch, r.sized())
        if action == 8:
            self.read_device(r)
            claim((r.number(8), r.raw(32)) == self.previous.get(author, (0, bytes(32))), "the cut of a renewal")
        if action == 10:
            claim(r.number(8) == stated["common"] < r.number(8), "where the branches part, and how far the lost one went")
            r.raw(32)
            lost = [r.sized() for _ in range(r.number(2))]
            claim([H("kith entry", one[:PROOF]).hex() for one in lost] == stated["lost"], "what the lost branch decided")
            for one in lost:
                check_sign(one[38:70], "kith sign entry", (one[:HEADER],), one[HEADER:PROOF])
                claim(one[BOUND:HEADER] == H("kith body", one[PROOF:]), "the body of a lost entry")
                check_sign(one[-96:-64], "kith sign administration", (one[:BOUND], one[PROOF:-97]), one[-64:])
        if action == 13:
            number = r.number(4)
            claim(number == stated["epoch"], "the epoch of a grant")
            self.read_wrap(r, number)
        if r.number(1):
            self.read_epoch(r, name, stated, gift)
        signed = body[:r.at]
        if r.number(1):
            key, signature = r.raw(32), r.raw(64)
            claim(key == self.devices[author]["administration"], "the author's administration key")
            check_sign(key, "kith sign administration", (header[:BOUND], signed), signature)
        else:
            claim(action in (2, 13), "an action without an administration signature")
        r.end()

    def read_device(self, r):
        keys = r.raw(DEVICE)
        claim(keys == self.devices[keys[1:33]]["keys"], "the keys of a device")
        return keys[1:33]

    def read_parting(self, stated, author, epoch, sealed):
        n = struct.pack(">I", epoch)
        key = K(self.secrets[epoch], "kith leave key", self.id, n)
        plain = open_seal(key, self.id + n + author, sealed)
        r = Reader(plain)
        claim(r.number(2) == len(stated["withdrawals"]), "how many records are withdrawn")
        for said in stated["withdrawals"]:
            kind, record, made = r.number(2), r.raw(16), r.raw(16)
            claim((kind, record.hex(), made.hex()) == (said["kind"], said["record"], said["made"]), "what is withdrawn")
            self.check_made(self.numbers[author], record, made)
        claim(len(plain) == padded(r.at) and not any(plain[r.at:]), "the padding of withdrawals")

    def read_wrap(self, r, number):
        device, wrap = r.raw(32), r.sized()
        claim(len(wrap) == WRAP, "the size of a wrap")
        opened = open_sealto(self.devices[device]["agree_secret"], "kith wrap key",
                             self.id + struct.pack(">I", number) + device, self.space_secret, wrap)
        claim(opened == self.secrets[number], "the wrap holds the secret of the epoch")

    def read_epoch(self, r, name, stated, gift):
        number, check, count = r.number(4), r.raw(32), r.number(2)
        secret = self.secrets[number]
        claim(check == H("kith epoch", self.id, struct.pack(">I", number), secret), "the check of the epoch")
        for _ in range(count):
            self.read_wrap(r, number)
        if name:
            plain = open_seal(K(secret, "kith member name key", self.id), self.id, name)
            claim(len(plain) == 204 and Reader(plain).sized().decode() == stated["name"], "the sealed name")
        if gift:
            device, sealed = gift
            given = Reader(open_sealto(self.devices[device]["agree_secret"], "kith join key", self.id,
                                       bytes.fromhex(self.v["invitation_secret"]), sealed))
            claim(given.raw(32) == secret and given.raw(32) == self.space_secret, "the joiner's secrets")
            claim((given.number(4), given.number(8), given.raw(32)) == (number, self.position, self.running),
                  "the joiner's epoch and head")
            given.end()


def read_space(vector):
    space = Space(vector)
    for stated in vector["entries"]:
        space.read(stated)
    return len(vector["entries"])


# ---- section 7: invitations ----

def base32(text):
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    bits = "".join(format(letters.index(c), "05b") for c in text if c != "-")
    claim("1" not in bits[len(bits) // 8 * 8:], "spare bits of the code are zero")
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits) // 8 * 8, 8))


def read_invitation(v):
    secret, relay = bytes.fromhex(v["secret"]), v["relay"].encode()
    claim(v["code"].startswith("KITH-"), "the code begins with KITH-")
    raw = base32(v["code"][5:])
    claim(raw[:-5] == bytes([0, 1]) + secret + bytes([len(relay)]) + relay, "what the code says")
    claim(raw[-5:] == H("kith invitation sum", raw[:-5])[:5], "the sum of the code")
    mailbox = H("kith mailbox", secret)
    claim(mailbox.hex() == v["mailbox"], "the mailbox")
    offer, acceptance = bytes.fromhex(v["offer"]), bytes.fromhex(v["acceptance"])
    claim(len(offer) == len(acceptance) == 2048, "both messages have one size")
    r = Reader(Reader(open_seal(K(secret, "kith offer key"), mailbox, offer)).sized())
    claim(r.number(1) == 0 and r.sized().hex() == v["genesis"] and r.raw(32).hex() == v["relay_key"], "the offer")
    claim((r.sized(), r.number(8), r.sized()) == (relay, v["expires_ms"], b"Amina"), "the rest of the offer")
    r.end()
    r = Reader(Reader(open_seal(K(secret, "kith acceptance key"), mailbox, acceptance)).sized())
    claim(r.number(1) == 0 and r.raw(DEVICE).hex() == v["device"] and r.sized() == b"Ben", "the acceptance")
    r.end()
    digits = H("kith digits", offer, acceptance)
    claim(digits.hex() == v["digits_hash"], "the hash behind the digits")
    slow = pwhash.argon2id.kdf(32, digits, b"kith pair digits", opslimit=3, memlimit=64 << 20)
    claim(f"{int.from_bytes(slow[:8], 'big') % 10 ** 12:012d}" == v["digits"], "the twelve digits")
    return 1


# ---- sections 5 and 8: what a relay signs, and asks ----

def read_relay(v):
    relay, space = bytes.fromhex(v["relay_key"]), bytes.fromhex(v["space"])
    for h in v["heads"]:
        check_sign(relay, "kith sign head", (space, struct.pack(">Q", h["position"]), bytes.fromhex(h["running"]),
                                             struct.pack(">Q", h["time_ms"])), bytes.fromhex(h["signature"]))
    for a in v["answers"]:
        device = bytes.fromhex(a["device"])
        check_sign(device, "kith sign challenge", (b"\0", relay, space, device, bytes.fromhex(a["challenge"])),
                   bytes.fromhex(a["answer"]))
    return len(v["heads"]) + len(v["answers"])


READERS = {"self_space.json": read_space, "pair_space.json": read_space, "invitation.json": read_invitation,
           "relay.json": read_relay}


def load(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


def fields(value, path=()):
    """Every text in hex of a vector that is said by the code, not given to it."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        if key in ("entry", "offer", "acceptance", "signature", "answer") and isinstance(inner, str):
            yield path + (key,), inner
        yield from fields(inner, path + (key,))


def check_itself(folder):
    """One bit changed in 400 places; each must be refused."""
    draw, missed, tried = random.Random(2), [], 0
    for name, read in READERS.items():
        whole = load(folder, name)
        places = list(fields(whole))
        for _ in range(100):
            path, text = draw.choice(places)
            data = bytearray.fromhex(text)
            data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
            bad = json.loads(json.dumps(whole))
            inner = bad
            for step in path[:-1]:
                inner = inner[step]
            inner[path[-1]] = data.hex()
            tried += 1
            try:
                read(bad)
                missed.append(f"{name}: {path}: a changed bit was not seen")
            except (Wrong, KeyError, exceptions.CryptoError):
                pass
    print(f"CV-02: {tried} changed bits, {tried - len(missed)} refused by the decoder")
    return missed


def main():
    if sys.argv[1] == "itself":
        missed = check_itself(sys.argv[2])
        print(*missed, sep="\n")
        return 1 if missed else 0
    for name, read in READERS.items():
        try:
            print(f"CV-02: {name}: {read(load(sys.argv[1], name))} vectors read by the decoder, all as they say")
        except Wrong as why:
            print(f"{name}: {why}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
