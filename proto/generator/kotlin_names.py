"""How things of the .proto are called in Kotlin, and how their comments stand there."""
import re

HARD = set("as break class continue do else false for fun if in interface is null object package return super this "
           "throw true try typealias typeof val var when while".split())
WIDTH = 116  # of a line of Kotlin


def quoted(name):
    """A name that Kotlin keeps for itself is written in backticks."""
    return f"`{name}`" if name in HARD else name


def function(head, body):
    """A function that is one expression; on a line of its own where the two do not fit."""
    line = f"    {head} = {body}\n"
    return line if len(line) <= WIDTH + 1 else f"    {head} =\n        {body}\n"


def kdoc(comment, indent=""):
    """The comment, one line or more, each as it was broken in the .proto where it fits."""
    if not comment:
        return ""
    text = comment.replace("*/", "* /").replace("/*", "/ *")
    text = re.sub(r"\[", "\\[", text)  # KDoc takes brackets for a link
    lines = [line.strip() for line in text.split("\n")]
    if len(lines) == 1 and len(indent) + len(lines[0]) + 7 <= WIDTH:
        return f"{indent}/** {lines[0]} */\n"
    return f"{indent}/**\n" + "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines) + f"{indent} */\n"
