"""What of C++ the catalogue has to understand: where a function is called, and with what."""
import re

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|//[^\n]*|/\*.*?\*/', re.DOTALL)
TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
LITERAL = re.compile(r'\s*(?:"(?:[^"\\\n]|\\.)*"\s*)+')
SIMPLE_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "'": "'", "\\": "\\"}


def without_comments(code):
    """The same places; comments are spaces, and so are the letters of characters in quotes."""
    def blank(found):
        word = found.group(0)
        return word if word[0] == '"' else re.sub(r"[^\n]", " ", word) if word[0] == "/" else "'" + " " * (len(word) - 2) + "'"
    return TOKEN.sub(blank, code)


def skip_text(code, at):
    """From the quote that opens a text to behind the one that closes it."""
    at += 1
    while code[at] != '"':
        at += 2 if code[at] == "\\" else 1
    return at + 1


def arguments(code, at):
    """Those of a call whose parenthesis opens before `at`, and where it closes."""
    out, begin, deep = [], at, 0
    while at < len(code):
        letter = code[at]
        if letter == '"':
            at = skip_text(code, at)
            continue
        if letter in "([{":
            deep += 1
        elif letter in ")]}":
            if deep == 0:
                last = code[begin:at].strip()
                return (out + [last] if last or out else out), at
            deep -= 1
        elif letter == "," and deep == 0:
            out.append(code[begin:at].strip())
            begin = at + 1
        at += 1
    raise ValueError("a parenthesis that nothing closes")


def commas(parameters):
    """How many parameters end there; those of a template are within one."""
    deep, out = 0, 0
    for letter in parameters:
        deep += (letter in "([{<") - (letter in ")]}>")
        out += letter == "," and deep == 0
    return out


def calls(code, name):
    """Where each call of that name (or its declaration) begins, and its arguments."""
    for found in re.finditer(rf"\b{re.escape(name)}\(", code):
        yield found.start(), arguments(code, found.end())[0]


def opening_before(code, at):
    """The parenthesis within which `at` stands, or -1."""
    deep = 0
    for place in range(at - 1, -1, -1):
        if code[place] == ")":
            deep += 1
        elif code[place] == "(":
            if deep == 0:
                return place
            deep -= 1
        elif code[place] in ";{}" and deep == 0:
            return -1
    return -1


def text_of(argument):
    """What a text in quotes says, also one in several pieces; None where it is no such text."""
    if not LITERAL.fullmatch(argument):
        return None
    def plain(found):
        if found.group(1) not in SIMPLE_ESCAPES:
            raise ValueError(f"a text with \\{found.group(1)}")
        return SIMPLE_ESCAPES[found.group(1)]
    return "".join(re.sub(r"\\(.)", plain, piece) for piece in TEXT.findall(argument))
