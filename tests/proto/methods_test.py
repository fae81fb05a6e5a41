#!/usr/bin/env python3
"""What proto/generator takes for a declaration of methods, and what it refuses.

  methods_test.py PROTOC PROTO_FOLDER
"""
import sys

import declared

HEAD = """syntax = "proto3";
package kith.api.v1;
import "kith/api/v1/options.proto";
message Ask {}
message Told {}

// What leaves.
"""
GOOD = "service ShareCheckMethods {\n// Once.\nrpc LookAt(Ask) returns (Told) { option (number) = 7; }"
# What follows GOOD, and the words of the refusal.
REFUSED = {
    "rpc Other(Ask) returns (Told) { option (number) = 7; } }": "share_check.other and share_check.look_at have one number: 7",
    "rpc Other(Ask) returns (Told); }": "ShareCheckMethods.Other has no number",
    "rpc Other(stream Ask) returns (Told) { option (number) = 8; } }": "requests do not stream",
    "} service Notes { rpc Add(Ask) returns (Told) { option (number) = 8; } }": "service Notes: its name ends with Methods",
    "} service ShareMethods { rpc CheckLookAt(Ask) returns (Told) { option (number) = 8; } }": "have one word: share_check_look_at",
}


def main():
    protoc, protos = sys.argv[1:]
    wrong = []
    with declared.generator(protoc, protos):
        import methods

        def read(text):
            return declared.read(protoc, protos, "methods.proto", HEAD + text, methods)

        one = read(GOOD + " }")
        if [(m.name, m.word, m.number, m.request, m.reply, m.streams, m.way, m.about, m.comment) for m in one] != [
                ("share_check.look_at", "share_check_look_at", 7, "Ask", "Told", False, "local", "What leaves.",
                 "Once.")]:
            wrong.append(f"read as {one}")
        if read(GOOD.replace("= 7;", "= 7; option (way) = RELAY;") + " }")[0].way != "relay":
            wrong.append("that it wants the relay is not seen")
        if not read(GOOD.replace("(Told)", "(stream Told)") + " }")[0].streams:
            wrong.append("replies that stream are not seen")
        for text, words in REFUSED.items():
            said = declared.refusal(lambda: read(GOOD + " " + text))
            if words not in said:
                wrong.append(f"{text}\n  is refused with {said!r}, not {words!r}")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
