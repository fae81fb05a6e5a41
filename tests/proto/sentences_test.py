#!/usr/bin/env python3
"""The catalogue of sentences: that it is the one that the source makes today, what is taken for a sentence, and what
is refused.

  sentences_test.py tree ROOT     proto/sentences/kith.pot is fresh, and a translator's tool could read it
  sentences_test.py itself ROOT   what proto/sentences/catalogue.py finds in a small source
"""
import os
import re
import sys

HEADER = "core/x/include/kith/x/x.h"
GOOD = {
    HEADER: "Result<void> check(std::string_view text, Literal<0> what);  // the name is \"Literal<0> no\"\n",
    "core/x/src/a.cc": r'''
// fail(Code::NOT_FOUND, "a comment says nothing")
Error bad(Literal<0> why) { return fail(Code::MALFORMED, why); }
Error wrong(Sentence what) { return fail(Code::TOO_LARGE, worded("{0}, and more", std::move(what))); }
constexpr Row kRows[] = {{Code::FORK, wording("a row of "
                                              "a table")}};
void f() {
  const auto maybe = [&](std::pair<int, int> n, Literal<0> of) { check("t", of); };
  if (a) return fail(Code::NOT_FOUND, "nobody \"is\" there\n", {Step::SYNC});
  // Translators: {0} is how many there are.
  if (b) return fail(Code::TOO_LARGE, worded("{0} of {1}; too many", list.size(), f(1, "x, y")));
  if (c) return bad("a change without a record");
  maybe({1, 2}, "the end");
  out.fail();
  other("not a sentence"), log('"'), g("// none");
}
''',
    "mobile-bindings/e/src/b.cc": 'KITH_CHECK(check("typed", "the start")); bad("this one is not that bad");\n'
                                  'return fail(code, "the end");\n',
    "sync/y/src/z.h": "Error corrupt(Literal<0> what);\n",
    "sync/y/src/z.cc": 'Error corrupt(Literal<0> what) {\n  return fail(Code::STORE_CORRUPT, what);\n}\ncorrupt("a row");\n',
    "core/x/src/c.cc": 'corrupt("not of this module");\n',
}
WANTED = {
    "{0}, and more": (["core/x/src/a.cc"], ["TOO_LARGE"], ["{0} is what"]),
    "a row of a table": (["core/x/src/a.cc"], [], []),
    'nobody "is" there\n': (["core/x/src/a.cc"], ["NOT_FOUND"], []),
    "{0} of {1}; too many": (["core/x/src/a.cc"], ["TOO_LARGE"], ["{0} is how many there are.", "{0} is list.size()"]),
    "a change without a record": (["core/x/src/a.cc"], ["MALFORMED"], []),
    "the end": (["core/x/src/a.cc", "mobile-bindings/e/src/b.cc"], [], []),
    "the start": (["mobile-bindings/e/src/b.cc"], [], []),
    "a row": (["sync/y/src/z.cc"], ["STORE_CORRUPT"], []),
}
REFUSED = {
    "Literal<0> kText = \"x\";": "stands for the parameter of a function",
    "std::vector<Literal<0>> all;": "stands for the parameter of a function",
    "explicit Row(Literal<0> text) {}": "stands for the parameter of a function",
    'void f(Literal<0> text = "x");': "as it is, and has a name",
    "void f(Literal<0>);": "as it is, and has a name",
    "worded(text);": "only a text in quotes",
    "wording(kText);": "only a text in quotes",
    'constexpr char kText[] = "x"; fail(Code::FORK, kText);': "write its text in quotes there",
    '#define NAME "x"\nfail(Code::FORK, NAME);': "write its text in quotes there",
    'fail(Code::FORK, "x" NAME);': "and nothing else",
    'fail(Code::FORK, NAME "x");': "and nothing else",
    'fail(Code::FORK, ("x"));': "and nothing else",
    'fail(Code::FORK, R"(x)");': "and nothing else",
    r'fail(Code::FORK, "\x41");': "a text with \\x",
}
# As tests/core/base/sentence_test.cc: an id that was given never changes.
IDS = {"": "mx4u44scceizf", "the vault is locked": "gbkd65giblgbo", "{0} é": "mtpstldkisjot"}


def refusal(catalogue, text):
    try:
        catalogue.read([("core/x/src/a.cc", text)])
    except ValueError as error:
        return str(error)
    return "nothing"


def check_itself(catalogue):
    found = {one.english: (one.files, one.codes, one.notes) for one in catalogue.read(GOOD.items()).values()}
    wrong = [f"{words!r}: {found.get(words)}, not {wanted}" for words, wanted in WANTED.items()
             if found.get(words) != wanted]
    wrong += [f"no sentence: {words!r}" for words in found.keys() - WANTED.keys()]
    for text, words in REFUSED.items():
        said = refusal(catalogue, text)
        if words not in said:
            wrong.append(f"{text}\n  is refused with {said!r}, not {words!r}")
    wrong += [f"{words!r} has the id {catalogue.sentence_id(words)}" for words, name in IDS.items()
              if catalogue.sentence_id(words) != name]
    real = catalogue.sentence_id
    catalogue.sentence_id = lambda english: "the same"
    if "two sentences of one id" not in refusal(catalogue, 'fail(Code::FORK, "one"); fail(Code::FORK, "two");'):
        wrong.append("two sentences of one id are not refused")
    catalogue.sentence_id = real
    return wrong


def entries_of(text):
    """Of a .pot file: id, English, and what stands above them."""
    for block in text.split("\n\n")[1:]:
        found = re.fullmatch(r'((?:#.*\n)*)msgctxt "(\w+)"\nmsgid "((?:[^"\\\n]|\\.)*)"\nmsgstr ""\n?', block)
        if not found:
            raise ValueError(f"no entry of a catalogue: {block}")
        yield found.group(2), re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), found.group(3)), found.group(1)


def check_tree(catalogue, root):
    made = catalogue.read(catalogue.sources(root))
    with open(os.path.join(root, catalogue.FILE), encoding="utf-8") as known:
        kept = known.read()
    entries = list(entries_of(kept))
    print(len(entries), "sentences")
    names = [name for name, _, _ in entries]
    wrong = [f"twice: {name}" for name in set(names) if names.count(name) > 1]
    wrong += [f"not in the source: {name}" for name in names if name not in made]
    wrong += [f"not in the catalogue: {one.english!r}" for name, one in made.items() if name not in names]
    for name, english, above in entries:
        if catalogue.sentence_id(english) != name:
            wrong.append(f"{name} is not the id of {english!r}")
        if ("{" in english) != ("#, python-brace-format" in above):
            wrong.append(f"{name}: nobody checks the places of its translations")
    if kept != catalogue.pot(made):
        wrong.append(f"{catalogue.FILE} is made otherwise today; made anew by: proto/sentences/catalogue.py {root} --write")
    return wrong if len(entries) > 500 else wrong + ["too few sentences to be all"]


def main():
    mode, root = sys.argv[1:]
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.join(root, "proto/sentences"))
    import catalogue

    wrong = check_tree(catalogue, root) if mode == "tree" else check_itself(catalogue)
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
