"""Structs and enums of the api in Swift, with their readers and writers."""
from messages import WIRE
from methods import NOTHING
from swift_words import doc, field_type, indented, name, type_name

READ = {"string": "string", "bytes": "data", "bool": "bool", "uint32": "uint32", "double": "double", "enum": "number",
        "message": "message"}


def enum(one):
    own = type_name(one.name)
    names = "".join(doc(value.comment, "  ") +
                    f"  public static var {name(value.name)}: Self {{ Self(rawValue: {value.number}) }}\n"
                    for value in one.values)
    words = "".join(f'    case {value.number}: "{value.name}"\n' for value in one.values)
    return f"""{doc(one.comment)}public struct {own}: OpenEnum, CustomStringConvertible {{
  public var rawValue: Int32
  public init(rawValue: Int32) {{ self.rawValue = rawValue }}

{names}
  public var description: String {{
    switch rawValue {{
{words}    default: "\\(rawValue)"
    }}
  }}
}}
"""


def own(field):
    """A field may be called as what stands beside it in a reader or writer."""
    return f"self.{name(field.name)}"


def read_cases(field):
    swift, function = own(field), f"try reader.{READ[field.kind]}()"
    key = field.number << 3 | WIRE[field.kind]
    if field.presence == "message":
        yield key, f"try reader.merge(&{swift})"
    elif field.presence == "repeated":
        yield key, f"{swift}.append({function})"
    else:
        yield key, f"{swift} = {function}"
    if field.packed:
        yield field.number << 3 | 2, f"try reader.packed(&{swift}) {{ try $0.{READ[field.kind]}() }}"


def write_line(field):
    many = "s" if field.presence == "repeated" else ""
    return f"    writer.{READ[field.kind]}{many}({field.number}, {own(field)})\n"


def parameters(fields):
    typed = [(name(field.name), *field_type(field)) for field in fields]
    return ", ".join(f"{swift}: {kind} = {empty}" for swift, kind, empty in typed)


def struct(message):
    properties = "".join(doc(field.comment, "  ") +
                         "  public var {}: {} = {}\n".format(name(field.name), *field_type(field))
                         for field in message.fields)
    given = "".join(f"    {own(field)} = {name(field.name)}\n" for field in message.fields)
    cases = "".join(f"      case {key}: {line}\n" for field in message.fields for key, line in read_cases(field))
    inner = [indented(struct(one)) for one in message.messages] + [indented(enum(one)) for one in message.enums]
    return f"""{doc(message.comment)}public struct {type_name(message.name)}: KithValue {{
{properties}  public var unknownFields = UnknownFields()

  public init() {{}}

  public init({parameters(message.fields)}) {{
{given}  }}

  public mutating func read(_ reader: inout WireReader) throws {{
    while let key = try reader.key() {{
      switch key {{
{cases}      default: try reader.keep(key, &unknownFields)
      }}
    }}
  }}

  public func write(_ writer: inout WireWriter) {{
{"".join(map(write_line, message.fields))}    writer.unknown(unknownFields)
  }}
{"".join(chr(10) + one for one in inner)}}}
"""


def structs(declared):
    return [struct(message) for message in declared.messages if message.full != NOTHING]
