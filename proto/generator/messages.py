"""The messages and enums of the engine, as kith/api/v1/api.proto declares them, as plain values.

Whoever writes readers and writers for a language writes them from these. They know what the file uses and no more:
what proto3 has beside it (oneof, map, other numbers) is refused with a sentence, so that no language reads it wrongly.
"""
from dataclasses import dataclass

from google.protobuf import descriptor_pb2

import descriptors

FILE = "kith/api/v1/api.proto"
_F = descriptor_pb2.FieldDescriptorProto
KINDS = {_F.TYPE_STRING: "string", _F.TYPE_BYTES: "bytes", _F.TYPE_BOOL: "bool", _F.TYPE_UINT32: "uint32",
         _F.TYPE_DOUBLE: "double", _F.TYPE_ENUM: "enum", _F.TYPE_MESSAGE: "message"}
# How each kind stands in the bytes: the wire type of one value.
WIRE = {"string": 2, "bytes": 2, "message": 2, "bool": 0, "uint32": 0, "enum": 0, "double": 1}


@dataclass
class Field:
    name: str       # family_name
    number: int
    kind: str       # a value of KINDS
    presence: str   # plain: absent is the zero; optional: absent is absent; repeated; message: one, or absent
    type: str       # of an enum or a message its full name (Next.Step), else ""
    comment: str

    @property
    def packed(self):
        """Its values are written as one run of bytes; a reader takes both ways."""
        return self.presence == "repeated" and WIRE[self.kind] != 2


@dataclass
class EnumValue:
    name: str       # STORE_LOCKED
    number: int
    comment: str


@dataclass
class Enum:
    name: str       # Step
    full: str       # Next.Step
    values: list    # as written; the first is 0
    comment: str


@dataclass
class Message:
    name: str
    full: str
    fields: list    # by their numbers
    messages: list  # that stand inside it
    enums: list
    comment: str


@dataclass
class Declared:
    messages: list  # in their order in the file
    enums: list

    def every_message(self):
        """Those that stand inside others too, each before what stands in it."""
        waiting = list(self.messages)
        while waiting:
            one = waiting.pop(0)
            yield one
            waiting[:0] = one.messages

    def every_enum(self):
        yield from self.enums
        for message in self.every_message():
            yield from message.enums


def presence_of(proto, kind, where):
    if proto.HasField("oneof_index") and not proto.proto3_optional:
        raise ValueError(f"{where}: a oneof, which no reader of ours knows")
    if proto.label == _F.LABEL_REPEATED:
        return "repeated"
    if kind == "message":
        return "message"
    return "optional" if proto.proto3_optional else "plain"


def field_of(proto, within, comment):
    where = f"{within}.{proto.name}"
    kind = KINDS.get(proto.type)
    if kind is None:
        raise ValueError(f"{where}: {_F.Type.Name(proto.type)[5:].lower()}, which no reader of ours knows")
    if proto.options.HasField("packed"):
        raise ValueError(f"{where}: says how it is packed, which no writer of ours looks at")
    name = descriptors.local(proto.type_name) if proto.type_name else ""
    return Field(proto.name, proto.number, kind, presence_of(proto, kind, where), name, comment)


def enum_of(proto, full, path, said):
    if proto.options.allow_alias:
        raise ValueError(f"{full}: two names of one number, which no enum of ours can have")
    values = [EnumValue(value.name, value.number, said.get(path + (2, at), ""))
              for at, value in enumerate(proto.value)]
    for value in values:
        if value.number < 0:
            raise ValueError(f"{full}.{value.name}: below zero, which no reader of ours knows")
    return Enum(proto.name, full, values, said.get(path, ""))


def message_of(proto, full, path, said):
    for inner in proto.nested_type:
        if inner.options.map_entry:
            raise ValueError(f"{full}: a map, which no reader of ours knows")
    fields = [field_of(one, full, said.get(path + (2, at), "")) for at, one in enumerate(proto.field)]
    messages = [message_of(one, f"{full}.{one.name}", path + (3, at), said)
                for at, one in enumerate(proto.nested_type)]
    enums = [enum_of(one, f"{full}.{one.name}", path + (4, at), said) for at, one in enumerate(proto.enum_type)]
    return Message(proto.name, full, sorted(fields, key=lambda one: one.number), messages, enums,
                   said.get(path, ""))


def check_ends(declared):
    """A value that has a value of its own kind inside it has no size."""
    inside = {message.full: [one.type for one in message.fields if one.presence == "message"]
              for message in declared.every_message()}

    def walk(name, above):
        if name in above:
            raise ValueError(f"{name} contains itself, which no struct of ours can")
        for inner in inside[name]:
            walk(inner, above + [name])

    for name in inside:
        walk(name, [])


def read(path):
    file = descriptors.load(path, FILE)
    said = descriptors.comments(file)
    declared = Declared(
        [message_of(one, one.name, (4, at), said) for at, one in enumerate(file.message_type)],
        [enum_of(one, one.name, (5, at), said) for at, one in enumerate(file.enum_type)])
    check_ends(declared)
    return declared
