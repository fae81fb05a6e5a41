#!/usr/bin/env python3
"""What proto/generator takes for a declaration of methods, and what it refuses.

  methods_test.py PROTOC PROTO_FOLDER
"""
import os
import subprocess
import sys
import tempfile

HEAD = """syntax = "proto3";
package kith.api.v1;
import "kith/api/v1/options.proto";
message Ask {}
message Told {}
"""
GOOD = "service ShareCheckMethods { rpc LookAt(Ask) returns (Told) { option (number) = 7; }"
# What follows GOOD, and the words of the refusal.
REFUSED = {
    "rpc Other(Ask) returns (Told) { option (number) = 7; } }": "share_check.other and share_check.look_at have one number: 7",
    "rpc Other(Ask) returns (Told); }": "ShareCheckMethods.Other has no number",
    "rpc Other(stream Ask) returns (Told) { option (number) = 8; } }": "requests do not stream",
    "} service Notes { rpc Add(Ask) returns (Told) { option (number) = 8; } }": "service Notes: its name ends with Methods",
    "} service ShareMethods { rpc CheckLookAt(Ask) returns (Told) { option (number) = 8; } }": "have one word: share_check_look_at",
}


def declared(protoc, protos, text, module):
    """The methods of such a file, as the generator reads them."""
    with tempfile.TemporaryDirectory() as root:
        folder = os.path.join(root, "kith/api/v1")
        os.makedirs(folder)
        with open(os.path.join(folder, "methods.proto"), "w") as out:
            out.write(HEAD + text + "\n")
        out = os.path.join(root, "descriptors")
        subprocess.run([protoc, "-I", root, "-I", protos, "--include_imports", f"--descriptor_set_out={out}",
                        "kith/api/v1/methods.proto"], check=True)
        return module.read(out)


def refusal(read):
    try:
        read()
    except ValueError as error:
        return str(error)
    return "nothing"


def main():
    protoc, protos = sys.argv[1:]
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([protoc, "-I", protos, f"--python_out={made}", "kith/api/v1/options.proto"], check=True)
        sys.path[:0] = [made, os.path.join(protos, "generator")]
        sys.dont_write_bytecode = True
        import methods
        wrong = []
        one = declared(protoc, protos, GOOD + " }", methods)
        if [(m.name, m.word, m.number, m.request, m.reply, m.streams) for m in one] != [
                ("share_check.look_at", "share_check_look_at", 7, "Ask", "Told", False)]:
            wrong.append(f"read as {one}")
        stream = declared(protoc, protos, GOOD.replace("(Told)", "(stream Told)") + " }", methods)
        if not stream[0].streams:
            wrong.append("replies that stream are not seen")
        for text, words in REFUSED.items():
            said = refusal(lambda: declared(protoc, protos, GOOD + " " + text, methods))
            if words not in said:
                wrong.append(f"{text}\n  is refused with {said!r}, not {words!r}")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
