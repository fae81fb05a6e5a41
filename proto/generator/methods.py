"""The methods of the engine, as kith/api/v1/methods.proto declares them.

Reads a set of descriptors that `protoc --include_imports --include_source_info` wrote; the option `number` is known
once the module that protoc made of options.proto is there. Whatever does not hold is an error with a sentence: two
methods of one number or name, one without a number, a service that is not called XMethods.
"""
import re
from dataclasses import dataclass

from kith.api.v1 import options_pb2

import descriptors

SUFFIX = "Methods"
FILE = "kith/api/v1/methods.proto"
# Says nothing: a method that takes or gives it has no argument or no result.
NOTHING = "Empty"
# Of the fields of a request that a language's method takes one by one; what has more is given whole.
MOST_ONE_BY_ONE = 10


@dataclass
class Method:
    noun: str      # person
    verb: str      # add
    number: int
    request: str   # PersonAddRequest
    reply: str     # Changed
    streams: bool  # replies arrive over time
    way: str       # local, relay, whole, beside, apart
    about: str     # what is said of its service
    comment: str   # and of itself

    @property
    def name(self):
        return f"{self.noun}.{self.verb}"

    @property
    def word(self):
        return f"{self.noun}_{self.verb}"


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def methods_of(service, said, path):
    if not service.name.endswith(SUFFIX):
        raise ValueError(f"service {service.name}: its name ends with {SUFFIX}")
    noun = snake(service.name[:-len(SUFFIX)])
    for at, rpc in enumerate(service.method):
        number = rpc.options.Extensions[options_pb2.number]
        if number == 0:
            raise ValueError(f"{service.name}.{rpc.name} has no number")
        if rpc.client_streaming:
            raise ValueError(f"{service.name}.{rpc.name}: requests do not stream")
        yield Method(noun, snake(rpc.name), number, descriptors.local(rpc.input_type),
                     descriptors.local(rpc.output_type), rpc.server_streaming,
                     options_pb2.Way.Name(rpc.options.Extensions[options_pb2.way]).lower(),
                     said.get(path, ""), said.get(path + (2, at), ""))


def check(methods):
    for what in ("number", "name", "word"):
        seen = {}
        for method in methods:
            key = getattr(method, what)
            if key in seen:
                raise ValueError(f"{method.name} and {seen[key].name} have one {what}: {key}")
            seen[key] = method


def read(path):
    """All of them, by their numbers."""
    file = descriptors.load(path, FILE)
    said = descriptors.comments(file)
    found = [method for at, service in enumerate(file.service)
             for method in methods_of(service, said, (6, at))]
    check(found)
    return sorted(found, key=lambda method: method.number)


def by_noun(methods):
    """Each noun with its methods, but for those that hold the vault as a whole: lock, suspend and resume have functions
    of their own in C, and so in every language that stands on it."""
    nouns = {}
    for method in methods:
        if method.way != "whole":
            nouns.setdefault(method.noun, []).append(method)
    return nouns
