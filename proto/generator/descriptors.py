"""A set of descriptors that `protoc --include_imports --include_source_info` wrote, and the comments in it."""
import re

from google.protobuf import descriptor_pb2

PACKAGE = "kith.api.v1"
HEADING = re.compile(r"-{4,}.*-{4,}$")  # "---- profile: me ----" stands above a group and says nothing of its first


def load(path, name):
    """The one file of that name in the set."""
    files = descriptor_pb2.FileDescriptorSet()
    with open(path, "rb") as source:
        files.ParseFromString(source.read())
    for one in files.file:
        if one.name == name:
            return one
    raise ValueError(f"{path} has no {name}")


def local(full):
    """Person, of .kith.api.v1.Person."""
    package = f".{PACKAGE}."
    if not full.startswith(package):
        raise ValueError(f"{full} is no message of the engine")
    return full[len(package):]


def comments(file):
    """By the path of what they stand at: its comment as one text, its lines as they were written."""
    said = {}
    for location in file.source_code_info.location:
        lines = [line.strip() for line in (location.leading_comments + location.trailing_comments).split("\n")]
        text = "\n".join(line for line in lines if not HEADING.match(line)).strip()
        if text:
            said[tuple(location.path)] = text
    return said
