#!/usr/bin/env python3
"""engine_calls.py DESCRIPTORS FOLDER: the C++ of the engine's methods.

  FOLDER/include/kith/engine/calls.h   every method with its types, for whoever calls the engine
  FOLDER/src/methods.h                 the function that each one is, for whoever writes it
  FOLDER/src/methods.cc                the table of them, by number
"""
import os
import sys

import methods as declared

# The ways of what works without a vault.
WITHOUT = ("beside", "apart")
MADE = "// Made by proto/generator/engine_calls.py of kith/api/v1/methods.proto."


def result_of(method):
    return "Result<std::unique_ptr<Stream>>" if method.streams else f"Result<api::{method.reply}>"


def call_constant(method):
    kind = "StreamCall" if method.streams else "Call"
    return (f"inline constexpr {kind}<api::{method.request}, api::{method.reply}> {method.word}"
            f'{{{method.number}, "{method.name}"}};')


def call_function(method):
    if method.way in WITHOUT:
        return (f"inline {result_of(method)} {method.word}(const EngineOptions& options, const api::{method.request}& request = {{}}) {{\n"
                f"  return call_beside(options, method::{method.word}, request);\n}}")
    body = "open_stream" if method.streams else "call"
    return (f"inline {result_of(method)} {method.word}(Engine& engine, const api::{method.request}& request = {{}}) {{\n"
            f"  return {body}(engine, method::{method.word}, request);\n}}")


def calls_header(methods):
    constants = "\n".join(map(call_constant, methods))
    functions = "\n".join(map(call_function, methods))
    return f"""#pragma once
{MADE}
// Every method of the engine with its types: as a value that says which one it is, and as a function.
//
// Threads: as Engine.
// Errors:  as Engine::call; MALFORMED when a result does not parse.

#include "kith/engine/call.h"

namespace kith::engine {{

namespace method {{
{constants}
}}  // namespace method

{functions}

}}  // namespace kith::engine
"""


def methods_header(methods):
    def works_on(method):
        return "Beside& beside" if method.way in WITHOUT else "Session& session"
    declarations = "\n".join(f"{result_of(m)} {m.word}({works_on(m)}, const api::{m.request}& request);"
                             for m in methods)
    return f"""#pragma once
{MADE}
// The function that each method is. One that nobody writes is missed by the linker.

#include "session/method.h"

namespace kith::engine {{

{declarations}

}}  // namespace kith::engine
"""


def table(name, kind, function, methods):
    rows = "\n".join(f'    {{{m.number}, "{m.name}", Way::{m.way}, &{kind}Adapter<&{m.word}>::{function}}},' for m in methods)
    return f"constexpr {kind} {name}[] = {{\n{rows}\n}};"


def methods_source(methods):
    return f"""{MADE}
#include "methods.h"

namespace kith::engine {{
namespace {{

{table("kMethods", "Method", "run", [m for m in methods if not m.streams and m.way not in WITHOUT])}

{table("kBeside", "BesideMethod", "run", [m for m in methods if m.way in WITHOUT])}

{table("kStreams", "StreamMethod", "open", [m for m in methods if m.streams])}

}}  // namespace

std::span<const Method> all_methods() {{ return kMethods; }}
std::span<const BesideMethod> all_beside() {{ return kBeside; }}
std::span<const StreamMethod> all_streams() {{ return kStreams; }}

}}  // namespace kith::engine
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def main():
    methods = declared.read(sys.argv[1])
    write(os.path.join(sys.argv[2], "include/kith/engine/calls.h"), calls_header(methods))
    write(os.path.join(sys.argv[2], "src/methods.h"), methods_header(methods))
    write(os.path.join(sys.argv[2], "src/methods.cc"), methods_source(methods))


if __name__ == "__main__":
    sys.exit(main())
