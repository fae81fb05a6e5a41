#!/usr/bin/env python3
"""Messages of the api as bytes, for the readers and writers of every language.

  vectors.py PROTOC PROTO_FOLDER OUT     writes random messages to OUT, and holds golden.txt to Debian's protobuf

OUT is text. A line is a message: its full name, a space, its bytes in base64 (none for an empty message). It is the
same file in every run. Whoever reads a message into its own type and writes it must get the same bytes: fields by
number, what is not known last.
"""
import base64
import contextlib
import os
import random
import subprocess
import sys
import tempfile
import warnings

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.descriptor import FieldDescriptor as F

COUNT = 10_000
FILE = "kith/api/v1/api.proto"
PACKAGE = "kith.api.v1."
GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden.txt")
TEXTS = ["", "a", "Noor", "Ilse Grün", "\0", "\ufeffbegins with a mark", "e\u0301", "\u00e9", "\U0001f469\u200d\U0001f52c",
         "\U0010ffff", "\ud7ff\ue000", "x" * 127, "y" * 128, "line\nline", "\u0628\u0627"]
DOUBLES = [0.0, -0.0, 1.0, -1.5, 1e308, 5e-324, float("inf"), float("-inf"), float("nan"), 1.7e12, 0.1]
NUMBERS = [0, 1, 127, 128, 300, 16384, 2**31 - 1, 2**31, 2**32 - 1]
# Fields of a version that nobody has: each wire type, a group inside a group.
UNKNOWN = ["f87d01", "f97d0102030405060708", "fa7d0161", "fd7d01020304", "fb7d0801fc7d", "fb7d830108018401fc7d",
           "fa7d00", "f87dffffffffffffffffff01"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self):
        if self.random.random() < 0.7:
            return self.random.choice(TEXTS)
        return "".join(chr(self.random.choice([self.random.randrange(32, 0xd800), self.random.randrange(0xe000, 0x110000)]))
                       for _ in range(self.random.randrange(20)))

    def number(self):
        return self.random.choice(NUMBERS) if self.random.random() < 0.5 else self.random.randrange(2**32)

    def double(self):
        return self.random.choice(DOUBLES) if self.random.random() < 0.5 else self.random.uniform(-1e9, 1e9)

    def named(self, field):
        """Now and then a number that has no name."""
        known = [value.number for value in field.enum_type.values]
        return self.random.choice(known + [999, -1, 2**31 - 1, -2**31])

    def one(self, field):
        if field.type == F.TYPE_STRING:
            return self.text()
        if field.type == F.TYPE_BYTES:
            return self.random.randbytes(self.random.randrange(200))
        if field.type == F.TYPE_BOOL:
            return self.random.random() < 0.5
        if field.type == F.TYPE_UINT32:
            return self.number()
        if field.type == F.TYPE_DOUBLE:
            return self.double()
        return self.named(field)

    def fill(self, message, depth=0):
        for field in message.DESCRIPTOR.fields:
            if self.random.random() < (0.4 if depth < 2 else 0.7):
                continue
            several = self.random.randrange(4) if field.label == F.LABEL_REPEATED else 1
            for _ in range(several):
                self.put(message, field, depth)
        if self.random.random() < 0.2:
            message.MergeFromString(bytes.fromhex(self.random.choice(UNKNOWN)))
        return message

    def put(self, message, field, depth):
        if field.type == F.TYPE_MESSAGE:
            inner = getattr(message, field.name)
            inner = inner.add() if field.label == F.LABEL_REPEATED else inner
            inner.SetInParent()
            self.fill(inner, depth + 1)
        elif field.label == F.LABEL_REPEATED:
            getattr(message, field.name).append(self.one(field))
        else:
            setattr(message, field.name, self.one(field))


def types(protoc, protos):
    """Every message of the api by its name."""
    with tempfile.TemporaryDirectory() as work:
        out = os.path.join(work, "descriptors")
        subprocess.run([protoc, "-I", protos, "--include_imports", f"--descriptor_set_out={out}", FILE], check=True)
        files = descriptor_pb2.FileDescriptorSet()
        with open(out, "rb") as source:
            files.ParseFromString(source.read())
    pool = descriptor_pool.DescriptorPool()
    for one in files.file:
        pool.Add(one)
    factory = message_factory.MessageFactory(pool)
    names = [name for file in files.file if file.name == FILE for name in names_of(file.message_type, PACKAGE)]
    return {name[len(PACKAGE):]: factory.GetPrototype(pool.FindMessageTypeByName(name)) for name in names}


def names_of(messages, prefix):
    for message in messages:
        yield prefix + message.name
        yield from names_of(message.nested_type, f"{prefix}{message.name}.")


def golden():
    """The lines: what is done with it, the name, the bytes, the bytes that are written."""
    with open(GOLDEN, encoding="utf-8") as source:
        for line in source:
            if line.strip() and not line.startswith("#"):
                kind, name, rest = line.strip().split(" ", 2)
                told, arrow, written = rest.partition("->")
                told = bytes.fromhex(told)
                yield kind, name, told, bytes.fromhex(written) if arrow else told


@contextlib.contextmanager
def quiet():
    """While it lasts, libprotobuf cannot say on the standard error what it refuses."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def differences(known):
    for kind, name, told, written in golden():
        try:
            message = known[name]()
            if message.ParseFromString(told) != len(told):  # it stops at what cannot begin a field
                raise ValueError
            got = message.SerializeToString(deterministic=True)
        except Exception:  # which one it is depends on how protobuf was built
            got = None
        wanted = None if kind == "bad" else written
        if got != wanted:
            yield f"{kind} {name} {told.hex()}: {'refused' if got is None else got.hex()}"


def main():
    protoc, protos, out = sys.argv[1:]
    known = types(protoc, protos)
    warnings.simplefilter("error")  # what follows an end without a beginning is only warned of
    with quiet():
        wrong = list(differences(known))
    for line in wrong:
        print("golden.txt, otherwise here:", line)
    maker, names = Maker(13), sorted(known)
    with open(out, "w", encoding="ascii") as file:
        for at in range(COUNT):
            name = names[at % len(names)]
            told = maker.fill(known[name]()).SerializeToString(deterministic=True)
            file.write(f"{name} {base64.b64encode(told).decode()}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
