#!/usr/bin/env python3
"""kotlin_values.py DESCRIPTORS FOLDER: the values and methods of the api in Kotlin, one file a message, enum or service.

Each message is a data class that cannot change, with `with...` beside `copy` for Java. Reading and writing is that of
org.kith.internal.Input and Output; what is made here only says which field is which. Whatever stands in FOLDER is replaced.
"""
import os
import shutil
import sys
import textwrap

import kotlin_methods
import messages as declared
from kotlin_fields import Property, zeros_of
from kotlin_names import WIDTH, kdoc

MADE = "// Made by proto/generator/kotlin_values.py of {of}; not to be changed by hand.\n"
def enum_class(enum, indent=""):
    known = textwrap.fill(", ".join(value.name for value in enum.values) + ")", WIDTH - 4, initial_indent=" " * 12,
                          subsequent_indent=" " * 12)
    values = "".join(f"{kdoc(value.comment, '        ')}"
                     f'        @JvmField val {value.name}: {enum.name} = {enum.name}({value.number}, "{value.name}")\n'
                     for value in enum.values)
    text = f"""{kdoc(enum.comment)}class {enum.name} private constructor(number: Int, name: String) : OpenEnum(number, name) {{
    companion object {{
{values}
        /** All that this version has a name for. */
        @JvmField val KNOWN: List<{enum.name}> = listOf(
{known}

        private val byNumber = KNOWN.associateBy {{ it.number }}

        /** The one of that number, also where this version has no name for it. */
        @JvmStatic fun of(number: Int): {enum.name} = byNumber[number] ?: {enum.name}(number, "")
    }}
}}
"""
    return "".join(indent + line if line.strip() else line for line in text.splitlines(True))


def read_function(message, properties):
    locals_ = "".join(one.local() for one in properties)
    cases = "".join(one.reads() for one in properties)
    given = textwrap.fill("".join(f"{one.name}, " for one in properties) + "input.unknown())", WIDTH,
                          initial_indent=" " * 20, subsequent_indent=" " * 20)
    return f"""        internal override fun read(input: Input): {message.full} {{
{locals_}            while (true) when (input.next()) {{
                0 -> return {message.name}(
{given}
{cases}                else -> input.keep()
            }}
        }}
"""


def empty_read(message):
    return f"""        internal override fun read(input: Input): {message.full} {{
            while (input.next() != 0) input.keep()
            return {message.name}(input.unknown())
        }}
"""


def message_class(message, zeros, indent=""):
    properties = [Property(field, zeros) for field in message.fields]
    inner = "".join("\n" + enum_class(one, "    ") for one in message.enums)
    inner += "".join("\n" + message_class(one, zeros, "    ") for one in message.messages)
    withers = "".join(one.wither(message.name) for one in properties)
    read = read_function(message, properties) if properties else empty_read(message)
    text = f"""{kdoc(message.comment)}data class {message.name}(
{"".join(one.declaration() for one in properties)}    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {{
{withers}
    internal override fun write(output: Output) {{
{"".join(one.write() for one in properties)}        output.unknown(unknownFields)
    }}

    companion object Type : MessageType<{message.name}>() {{
{read}    }}
{inner}}}
"""
    return "".join(indent + line if line.strip() else line for line in text.splitlines(True))


def imports(text):
    """What the file names of org.kith.internal."""
    names = [name for name in ("Input", "Output") if f": {name})" in text]
    return "".join(f"import org.kith.internal.{name}\n" for name in names) + ("\n" if names else "")


def write_file(folder, name, of, text):
    with open(os.path.join(folder, name + ".kt"), "w", encoding="utf-8") as out:
        out.write(f"{MADE.format(of=of)}package org.kith.api\n\n{imports(text)}{text}")


def main():
    described, folder = sys.argv[1:]
    api = declared.read(described)
    zeros = zeros_of(api)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for enum in api.enums:
        write_file(folder, enum.name, declared.FILE, enum_class(enum))
    for message in api.messages:
        write_file(folder, message.name, declared.FILE, message_class(message, zeros))
    for name, text in kotlin_methods.files(described, api):
        write_file(folder, name, kotlin_methods.FILE, text)


if __name__ == "__main__":
    sys.exit(main())
