"""How names, types and comments of the api are written in Swift."""
import re

from words import camel

MADE = "// Made by proto/generator/swift_values.py of proto/kith/api/v1; not to be changed by hand."
# Names that Swift has for something else, in every file of whoever imports the package.
RENAMED = {"Error": "ErrorDetail", "Dictionary": "FactDictionary"}
KEYWORDS = {"import", "set", "default", "in", "is", "as", "where", "repeat", "for", "case", "class", "struct", "enum",
            "func", "var", "let", "self", "init", "internal", "public", "private", "operator", "protocol", "return",
            "switch", "throw", "throws", "try", "while", "if", "else", "do", "break", "continue", "extension", "static",
            "subscript", "super", "true", "false", "nil", "guard", "defer", "catch", "typealias", "inout", "any"}
SCALARS = {"string": ("String", '""'), "bytes": ("Data", "Data()"), "bool": ("Bool", "false"),
           "uint32": ("UInt32", "0"), "double": ("Double", "0")}


def name(snake):
    word = camel(snake)
    return f"`{word}`" if word in KEYWORDS else word


def type_name(full):
    """Next.Step; a message that stands in another stands there in Swift too."""
    return ".".join(RENAMED.get(part, part) for part in full.split("."))


def one_type(field):
    return SCALARS[field.kind][0] if field.kind in SCALARS else type_name(field.type)


def field_type(field):
    """The type of the property, and its value while nothing was said."""
    one = one_type(field)
    if field.presence == "repeated":
        return f"[{one}]", "[]"
    if field.presence in ("optional", "message"):
        return f"{one}?", "nil"
    if field.kind == "enum":
        return one, f"{one}(rawValue: 0)"
    return SCALARS[field.kind]


def doc(comment, indent=""):
    return "".join(f"{indent}/// {line}".rstrip() + "\n" for line in comment.split("\n")) if comment else ""


def indented(text):
    return re.sub(r"(?m)^(?=.)", "  ", text)
