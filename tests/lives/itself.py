"""The readers of a life, on a small one made for it."""
import life
import never
from program import Failed, claim

SMALL = """# Two of them.
at 2026-01-02 10:00
ann: kith person add \\
    "Bo" -> bo
    <bo>      added

    a second line
ann: kith network

    help goes
            one way
# The end.
"""


def fails(what, doing, *args):
    try:
        doing(*args)
    except Failed:
        return
    raise Failed(f"{what} was not found")


def reading():
    lines = life.parse(SMALL)
    claim(life.unparse(lines) == SMALL, "what is read is written", life.unparse(lines))
    claim(lines[2].command.groups() == ("ann", 'person add      "Bo"', "bo"), "a command", lines[2].command.groups())
    claim(lines[2].output == ["<bo>      added", "", "a second line"], "its output", lines[2].output)
    claim(life.COMMAND.match("ann: kith").groups() == ("ann", None, None), "kith by itself")
    fails("a line of no kind", life.parse, "Ann: hello\n")
    fails("an output of nothing", life.parse, "    added\n")


def ids():
    seen = life.Ids()
    seen.name("bo", "0123abcd  added")
    claim(seen.hide("0123abcd  added") == "<bo>      added", "as wide as it was", seen.hide("0123abcd  added"))
    claim(seen.hide("id 0123abcd" + "0" * 24) == "id <bo>", "the whole id is the same one")
    claim(seen.hide("12345678") == seen.hide("12345678") == "<id 1>  ", "one of digits alone", seen.hide("12345678"))
    claim(seen.reveal("edit <bo>") == "edit 0123abcd", "and back")
    fails("an id that nobody named", seen.reveal, "edit <al>")


def time():
    lived = life.Lived("no program", ".")
    fails("a command before any moment", lived.live, life.parse("ann: kith\n"))
    fails("time that goes back", lived.live, life.parse("at 2026-01-02 10:00\nat 2026-01-01 10:00\n"))


def rules():
    lines = life.parse(SMALL)
    def wrong(*words, **more):
        return len(never.check("alone", lines, [never.Rule(*words, **more)]))
    claim(wrong("one way", "") == 1, "a sentence over two lines is found")
    claim(wrong("one way", "", "functions") == 0, "only in the pages that it is about")
    claim(wrong("one way", "", most=1) == 0, "as often as it may be")
    claim(wrong("^help.*way$", "", line=True) == 1, "a line that was wrapped is one")
    claim(wrong("one way", "", still="alone") == 0, "what is said still is known")
    claim(wrong("two ways", "", still="alone") == 1, "and a mark that is not needed any more is found")


def check():
    for part in (reading, ids, time, rules):
        part()
