"""A field of a message as Kotlin has it: its property, and how it is read and written."""
import messages as declared
from kotlin_names import function, kdoc, quoted
from words import camel

TYPES = {"string": "String", "bytes": "ByteArray", "bool": "Boolean", "uint32": "Long", "double": "Double"}
ZEROS = {"string": '""', "bytes": "ByteArray(0)", "bool": "false", "uint32": "0", "double": "0.0"}


def zeros_of(api):
    """What stands for the zero of each enum."""
    return {enum.full: f"{enum.full}.{enum.values[0].name}" for enum in api.every_enum()}


class Property:
    """A field as Kotlin sees it."""

    def __init__(self, field, zero_of_enum):
        self.field = field
        self.name = quoted(camel(field.name))
        self.one = field.type or TYPES[field.kind]
        self.type = {"plain": self.one, "repeated": f"List<{self.one}>"}.get(field.presence, self.one + "?")
        zero = zero_of_enum.get(field.type) or ZEROS.get(field.kind)
        self.zero = {"plain": zero, "repeated": "emptyList()"}.get(field.presence, "null")

    def parameter(self):
        return f"{self.name}: {self.type} = {self.zero}"

    def declaration(self):
        return f"{kdoc(self.field.comment, '    ')}    val {self.parameter()},\n"

    def wither(self, owner):
        name = camel("with_" + self.field.name)
        return function(f"fun {name}({self.name}: {self.type}): {owner}", f"copy({self.name} = {self.name})")

    def write(self):
        how = {"plain": "", "repeated": "s"}.get(self.field.presence, "OrNull")
        return f"        output.{self.field.kind}{how}({self.field.number}, {self.name})\n"

    def local(self):
        zero = "0L" if self.zero == "0" else self.zero
        return f"            var {self.name}: {self.type} = {zero}\n"

    def reads(self):
        """The lines of the `when` that read it, by the tag in front of its bytes."""
        wire = declared.WIRE[self.field.kind]
        value = self.value()
        if self.field.presence == "repeated":
            value = f"input.added({self.name}, {value})"
        lines = [f"                {self.field.number << 3 | wire} -> {self.name} = {value}\n"]
        if self.field.packed:
            one = f"{{ {self.value('it.')} }}"
            lines.append(f"                {self.field.number << 3 | 2} -> {self.name} = "
                         f"input.packed({self.name}) {one}\n")
        return "".join(lines)

    def value(self, source="input."):
        if self.field.kind == "enum":
            return f"{self.one}.of({source}enum())"
        if self.field.presence == "message":
            return f"{source}message({self.name}, {self.one}.Type)"
        if self.field.kind == "message":
            return f"{source}message(null, {self.one}.Type)"
        return f"{source}{self.field.kind}()"
