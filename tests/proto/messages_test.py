#!/usr/bin/env python3
"""What proto/generator takes for a message or an enum, and what it refuses.

  messages_test.py PROTOC PROTO_FOLDER
"""
import sys

import declared

HEAD = 'syntax = "proto3";\npackage kith.api.v1;\n'
GOOD = """
// ---- people ----
message Person {
  // Where it lies.
  enum Place { NOWHERE = 0; HERE = 7; }
  message Name { string text = 1; }
  repeated Place places = 4;
  optional uint32 age = 3;  // in years
  Name name = 2;
  bool known = 1;
  repeated Name others = 5;
}
"""
FIELDS = [("known", 1, "bool", "plain", "", "", False), ("name", 2, "message", "message", "Person.Name", "", False),
          ("age", 3, "uint32", "optional", "", "in years", False),
          ("places", 4, "enum", "repeated", "Person.Place", "", True),
          ("others", 5, "message", "repeated", "Person.Name", "", False)]
REFUSED = {
    "message A { oneof one { string b = 1; } }": "A.b: a oneof",
    "message A { map<string, string> b = 1; }": "A: a map",
    "message A { sint64 b = 1; }": "A.b: sint64",
    "message A { repeated uint32 b = 1 [packed = false]; }": "A.b: says how it is packed",
    "message A { B b = 1; } message B { A a = 1; }": "A contains itself",
    "enum E { option allow_alias = true; X = 0; Y = 0; }": "E: two names of one number",
    "enum E { X = 0; Y = -1; }": "E.Y: below zero",
}


def differences(read):
    """How the good file is read otherwise than it stands."""
    person = read(GOOD).messages[0]
    fields = [(f.name, f.number, f.kind, f.presence, f.type, f.comment, f.packed) for f in person.fields]
    place = person.enums[0]
    found = {"fields": (fields, FIELDS), "a heading is no comment": (person.comment, ""),
             "an enum's comment": (place.comment, "Where it lies."),
             "an enum's values": ([(v.name, v.number) for v in place.values], [("NOWHERE", 0), ("HERE", 7)]),
             "messages inside": ([m.full for m in read(GOOD).every_message()], ["Person", "Person.Name"]),
             "enums inside": ([e.full for e in read(GOOD).every_enum()], ["Person.Place"])}
    return [f"{what}: {got}, not {wanted}" for what, (got, wanted) in found.items() if got != wanted]


def main():
    protoc, protos = sys.argv[1:]
    with declared.generator(protoc, protos):
        import messages

        def read(text):
            return declared.read(protoc, protos, "api.proto", HEAD + text, messages)

        wrong = differences(read)
        for text, words in REFUSED.items():
            said = declared.refusal(lambda: read(text))
            if words not in said:
                wrong.append(f"{text}\n  is refused with {said!r}, not {words!r}")
        # A list of its own kind is no value of its own kind.
        if declared.refusal(lambda: read("message A { repeated A a = 1; }")) != "nothing":
            wrong.append("a list of its own kind is refused")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
