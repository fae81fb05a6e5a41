#!/usr/bin/env python3
"""Writes docs/WORDS.md from what the program itself says: words.py KITH > docs/WORDS.md

A test compares the two (tests/cli, words_document).
"""
import json
import subprocess
import sys

HEAD = """# Words

What the words mean, in our own: no sentence is a paper's, none is an item of a published scale. The same
stands behind `kith words`, `kith NOUN words` and in what the commands show. Made by
`docs/words.py build/release/bin/kith`; change the words in `core/network/src/words/meanings_*.cc` (turning points:
`phase.cc`), not here.

"From" is where the word comes from, not its sentence. The range of a phase is how long it took in the pairs
that were studied, and no norm.
"""

# A column that no word of the list fills is left out.
COLUMNS = (("Word", "code"), ("Called", "term"), ("Where", "group"), ("Means", "meaning"), ("Usually", "expect"),
           ("Range", "range"), ("From", "source"))


def table(words):
    columns = [(title, key) for title, key in COLUMNS if any(word[key] for word in words)]
    # What the word says already is not said again.
    if all(word["term"].lower() == word["code"].replace("_", " ") for word in words):
        columns.remove(("Called", "term"))
    rows = [[title for title, _ in columns], ["---"] * len(columns)]
    rows += [[("`%s`" % word[key] if key == "code" and word[key] else word[key]) for _, key in columns] for word in words]
    return "".join("| " + " | ".join(cell or " " for cell in row).replace("   ", "  ") + " |\n" for row in rows)


def document(vocabulary):
    return HEAD + "".join("\n## %s\n\n%s.\n\n%s" % (one["name"].capitalize(), one["help"][0].upper() + one["help"][1:],
                                                    table(one["items"])) for one in vocabulary["lists"])


def main():
    said = subprocess.run([sys.argv[1], "words", "--json"], capture_output=True, text=True, check=True)
    sys.stdout.write(document(json.loads(said.stdout)))


if __name__ == "__main__":
    main()
