#!/usr/bin/env python3
"""What a terminal offers for kith: help in groups, the manual, completions, an editor, a pager. No relay.

  shell_test.py --kith PROGRAM SCENARIO
"""
import datetime
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from program import PASSPHRASE, claim, columns, flat, main

SKIPPED = 77


def help_in_groups(k):
    text = k.says("--help")
    claim("Other" not in text, "every command is in a group", text)
    groups = re.findall(r"^([A-Z][a-z]+): \S.*\n((?:  .*\n)+)", text, re.MULTILINE)
    names = [name for name, _ in groups]
    claim(names == ["Start", "People", "Talks", "Pair", "Network", "Facts", "Files", "Vault", "Relay", "Shell"],
          "in this order", names)
    commands = [line.split()[0] for _, lines in groups for line in lines.splitlines()]
    claim(len(commands) == len(set(commands)) > 60, "each once", commands)
    for name, lines in groups:
        claim(len(lines.splitlines()) <= 11, f"{name}: a few lines", lines)
    for name in commands:
        claim(k.says(name, "--help"), f"{name} is a command")


def manual(k):
    k.says("manual", "--into", k.folder)
    pages = sorted(name for name in os.listdir(k.folder) if name.endswith(".1"))
    commands = re.findall(r"^  ([a-z][a-z-]*)  ", k.says("--help"), re.MULTILINE)
    claim(pages == sorted(["kith.1", *(f"kith-{name}.1" for name in commands)]), "a page a command, and one of kith",
          pages)
    claim(k.run("manual", "log")[1] == open(k.path("kith-log.1")).read(), "one page goes to standard output")
    claim("--about" in k.do("manual", "note")["content"].replace("\\-", "-"), "as JSON it is a text")
    k.fails("NOT_FOUND", "manual", "no-such-command")
    if not shutil.which("man"):
        print("no man(1) here")
        sys.exit(SKIPPED)
    for page in pages:
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", k.path(page)],
                              capture_output=True, text=True, env=k.environment(MANROFFSEQ="", MANWIDTH="80"))
        claim(done.returncode == 0 and done.stderr == "", f"{page} is without faults", done.stderr)
    shown = subprocess.run(["man", "-P", "cat", "-l", k.path("kith-note.1")], capture_output=True, text=True,
                           env=k.environment(MANWIDTH="80")).stdout
    claim("kith note add" in shown and "Asks good questions" in flat(shown), "with synopsis and example", shown)


WANTED = {
    ("per",): {"person"},
    ("person", ""): {"add", "import", "list", "show", "edit", "remove"},
    ("person", "e"): {"edit"},
    ("--vault", "/tmp", "note", "a"): {"add"},
    ("relationship", "set", "Amina", "--closeness", ""): {"distant", "less_close", "close", "very_close"},
    ("relationship", "set", "Amina", "--kind", "m"): {"mentor"},
    ("words", "me"): {"measures"},
    ("export", "--format", "v"): {"vcard", "vcard3"},
    ("keys", "add", ""): {"recovery-code", "key-store"},
    ("completion", ""): {"bash", "zsh", "fish"},
    ("note", "add", "--about", "note", "--js"): {"--json"},  # what stands behind an option is no command
    ("note", "add", "--ab"): {"--about"},
    ("sync", "--wa"): {"--watch", "--wait"},
    ("import", "FOLDER/some-c"): {"FOLDER/some-cards.vcf"},
    ("--passphrase-file", "FOLDER/some-c"): {"FOLDER/some-cards.vcf"},
}


def completed(k, shell, by_words):
    """What the shell offers for each line, as the words alone."""
    if not shutil.which(shell):
        print(f"no {shell} here")
        sys.exit(SKIPPED)
    script = k.write(f"completion.{shell}", k.run("completion", shell)[1])
    k.write("some-cards.vcf", "")
    for words, wanted in WANTED.items():
        words = [word.replace("FOLDER", k.folder) for word in words]
        wanted = {word.replace("FOLDER", k.folder) for word in wanted}
        got = by_words(script, words)
        claim(got == wanted, f"{shell}: kith {' '.join(words)}", got)


def run_shell(k, *command):
    done = subprocess.run(command, capture_output=True, text=True, env=k.environment(), cwd=k.folder, timeout=60)
    claim(done.stderr == "", f"{command[0]} finds no fault in it", done.stderr)
    return done.stdout.splitlines()


def bash(k):
    def by_words(script, words):
        code = ('compopt() { :; }; source "$1"; shift; COMP_WORDS=(kith "$@"); COMP_CWORD=$#; COMPREPLY=(); _kith; '
                'printf "%s\\n" "${COMPREPLY[@]}"')
        return set(run_shell(k, "bash", "-c", code, "bash", script, *words)) - {""}
    completed(k, "bash", by_words)


def fish(k):
    def by_words(script, words):
        code = 'source $argv[1]; complete -C (string join -- " " kith $argv[2..-1])'
        line = run_shell(k, "fish", "--no-config", "-c", code, script, *words)
        return {one.split("\t")[0] for one in line if one}
    completed(k, "fish", by_words)


def zsh(k):
    # The functions that zsh shows its offers with print them here, with the prefix taken as zsh takes it.
    code = r'''
      _describe() { local -a all; all=("${(@P)2}"); local one
        for one in $all; do one=${${one//\\:/=}%%:*}; [[ $one == ${words[CURRENT]}* ]] && print -r -- $one; done }
      _files() { local one; for one in ${words[CURRENT]}*(N); do print -r -- $one; done }
      _message() { : }
      script=$1; shift; words=(kith "$@"); CURRENT=$(( $# + 1 ))
      source $script
    '''
    def by_words(script, words):
        return set(run_shell(k, "zsh", "-f", "-c", code, "zsh", script, *words)) - {""}
    completed(k, "zsh", by_words)


def fake_editor(k, *lines):
    """A program in the editor's place: a shell script that is given the file as $1."""
    number = len([name for name in os.listdir(k.folder) if name.startswith("editor-")])
    path = k.write(f"editor-{number}", "#!/bin/sh\n" + "\n".join(lines) + "\n")
    os.chmod(path, 0o755)
    return path


def left_in_memory(k):
    """Folders of texts that are still there, of this test."""
    return [name for name in os.listdir(k.path("run")) if name.startswith("kith-text")]


def on_terminal(k, *args, answers=(), **env):
    """On a terminal, with the passphrase from the variable; a folder in memory of its own where there is one."""
    return k.on_a_terminal(*args, answers=answers, passphrase=True, PAGER="cat", **env)


def editor(k):
    k.init()
    memory = "/dev/shm"
    if subprocess.run(["stat", "-f", "-c", "%T", memory], capture_output=True, text=True).stdout.strip() != "tmpfs":
        print("no tmpfs here")
        sys.exit(SKIPPED)
    runtime = os.path.join(memory, "kith-test-" + os.path.basename(k.folder))
    os.mkdir(runtime, 0o700)
    os.symlink(runtime, k.path("run"))
    try:
        editor_scenario(k, runtime)
    finally:
        shutil.rmtree(runtime, ignore_errors=True)


def editor_scenario(k, runtime):
    seen = k.path("seen")
    good = fake_editor(k, f'echo "$1" > {seen}', f'ls -ld "$(dirname "$1")" >> {seen}', f'echo "$TMPDIR" >> {seen}',
                       f'echo "passphrase: $KITH_PASSPHRASE" >> {seen}',
                       f'{k.program} --passphrase-file {k.write("passphrase", PASSPHRASE)} note add "meanwhile" >> {seen} 2>&1',
                       'printf "from the editor\\nwith two lines\\n\\n" > "$1"', 'cp "$1" "$1~"')
    status, said = on_terminal(k, "note", "add", EDITOR=good, XDG_RUNTIME_DIR=runtime)
    claim(status == 0, "a note from the editor is kept", said)
    path, folder, temporary, secret, *other = open(seen).read().splitlines()
    claim(secret == "passphrase: ", "the editor is told no passphrase", secret)
    claim(path.startswith(runtime) and temporary == os.path.dirname(path) and folder.startswith("drwx------"),
          "it was written in memory, in a folder of one's own", open(seen).read())
    claim("kept" in " ".join(other), "another command used the vault meanwhile", other)
    texts = [n["text"] for n in k.items("note", "list")]
    claim(sorted(texts) == ["from the editor\nwith two lines", "meanwhile"], "both are there", texts)
    claim(left_in_memory(k) == [], "nothing is left, the editor's own copy neither", left_in_memory(k))

    # Over the text that is there; VISUAL goes before EDITOR; arguments are the editor's.
    note = next(n["id"] for n in k.items("note", "list") if n["text"] == "meanwhile")
    seen_by_vi = k.path("vi-arguments")
    os.mkdir(k.path("bin"))
    os.rename(fake_editor(k, f'printf "%s " "$@" > {seen_by_vi}; for last; do :; done', 'printf "by vi" > "$last"'), k.path("bin/vim"))
    on_terminal(k, "note", "add", EDITOR="vim", PATH=k.path("bin") + ":/usr/bin:/bin", XDG_RUNTIME_DIR=runtime)
    claim("by vi" in k.texts("note", "list") and "-n -i NONE" in open(seen_by_vi).read(), "vim is told to leave no traces",
          open(seen_by_vi).read())
    adds = fake_editor(k, '[ "$1" = --flag ] || exit 1', 'echo " and more" >> "$2"')
    status, said = on_terminal(k, "note", "edit", note, VISUAL=adds + " --flag", EDITOR="false", XDG_RUNTIME_DIR=runtime)
    claim(status == 0 and k.do("note", "show", note)["text"] == "meanwhile\n and more", "a note is edited", said)
    status, said = on_terminal(k, "note", "edit", note, answers=[("saved.", "")], EDITOR="true", XDG_RUNTIME_DIR=runtime)
    claim(status == 0 and "Unchanged" in said, "what did not change is not written", said)
    k.do("person", "add", "Jonas Berg")
    talk = fake_editor(k, 'printf "we spoke" > "$1"')
    on_terminal(k, "log", "add", "--with", "Jonas", "--when", "2024-05", EDITOR=talk, XDG_RUNTIME_DIR=runtime)
    empty = fake_editor(k, 'printf "" > "$1"')
    on_terminal(k, "log", "add", "--with", "Jonas", "--when", "2023", EDITOR=empty, XDG_RUNTIME_DIR=runtime)
    claim([t["note"] for t in k.items("log", "list")] == ["we spoke", ""], "a talk, with words and without")
    claim(left_in_memory(k) == [], "nothing is left", left_in_memory(k))

    before = k.items("note", "list")
    empty = fake_editor(k, 'printf "" > "$1"')
    status, said = on_terminal(k, "note", "add", EDITOR=empty, XDG_RUNTIME_DIR=runtime)
    claim(status == 1 and "empty" in said, "an empty text is no note", said)
    # One that hands the file to a window comes back at once: the text is waited for.
    late = fake_editor(k, '(sleep 1; printf "from a window" > "$1") > /dev/null 2>&1 < /dev/null &')
    child_says = [("saved.", "")]
    status, said = k.on_a_terminal("note", "add", answers=child_says, passphrase=True, PAGER="cat", slow=2,
                                   EDITOR=late, XDG_RUNTIME_DIR=runtime)
    claim(status == 0 and "from a window" in k.texts("note", "list"), "a text from a window that was open", said)
    before = k.items("note", "list")
    fails = fake_editor(k, 'printf "hours of work" > "$1"', "exit 3")
    status, said = on_terminal(k, "note", "add", EDITOR=fails, XDG_RUNTIME_DIR=runtime)
    claim(status == 1 and "not lost" in flat(said), "what an editor that failed left is still there", said)
    folder = left_in_memory(k)
    claim(len(folder) == 1, "in one folder", folder)
    claim(open(os.path.join(runtime, folder[0], "kith-text.txt")).read() == "hours of work", "word for word")
    claim(k.items("note", "list") == before, "and nothing was kept")
    os.symlink(k.path("precious"), os.path.join(runtime, folder[0], "link"))
    k.write("precious", "a file of one's own")
    status, said = on_terminal(k, "note", "add", EDITOR=talk, XDG_RUNTIME_DIR=runtime)
    claim(status == 0 and folder[0] in flat(said).replace(" ", ""), "the next text says where one was left", said)
    claim(os.path.isdir(os.path.join(runtime, folder[0])), "and leaves it")
    links = fake_editor(k, f'ln -s {k.path("precious")} "$(dirname "$1")/link"', 'printf "with a link" > "$1"')
    on_terminal(k, "note", "add", EDITOR=links, XDG_RUNTIME_DIR=runtime)
    claim(open(k.path("precious")).read() == "a file of one's own", "what a link points to is not overwritten")
    shutil.rmtree(os.path.join(runtime, folder[0]))
    # A session's folder that others may look into, or that is another user's, is not written in.
    where = fake_editor(k, f'echo "$1" > {seen}', 'printf "elsewhere" > "$1"')
    os.chmod(runtime, 0o755)
    on_terminal(k, "note", "add", EDITOR=where, XDG_RUNTIME_DIR=runtime)
    claim(not open(seen).read().startswith(runtime), "it was written in another place", open(seen).read())
    claim("elsewhere" in k.texts("note", "list") and left_in_memory(k) == [], "and kept")
    os.chmod(runtime, 0o700)
    status, _, err = k.run("note", "add", EDITOR=good)
    claim(status == 2 and "TEXT" in err, "without a terminal nothing is opened", err)


def long_texts(k):
    k.init()
    paragraphs = ["paragraph %04d: %s" % (i, "words " * 50) for i in range(600)]
    text = "\n\n".join(p.strip() for p in paragraphs)
    said = k.fails("INVALID_ARGUMENT", "note", "add", "-", stdin=text)
    claim("64 KiB" in said and "--in-parts" in said, "the limit is said, and the way out", said)
    status, out = k.json("note", "add", "--in-parts", "x")
    claim(status == 0 and out, "a short one is kept as it is", out)
    status, out, err = k.run("note", "add", "--in-parts", "-", stdin=text)
    claim(status == 0 and out.count("kept") > 2, "a long one as several", (status, out, err))
    parts = [n["text"] for n in reversed(k.items("note", "list"))][1:]
    heads = [part.split("\n", 1)[0] for part in parts]
    claim(heads == [f"({i + 1} of {len(parts)})" for i in range(len(parts))], "numbered", heads)
    bodies = [part.split("\n", 1)[1] for part in parts]
    claim(all(body.startswith("paragraph") for body in bodies), "cut between paragraphs", [b[:30] for b in bodies])
    kept = [line for body in bodies for line in body.split("\n") if line]
    claim(kept == [line for line in text.split("\n") if line], "and nothing is lost")
    answer = k.do("note", "add", "--in-parts", "-", stdin=text)
    claim(len(answer["items"]) == len(parts), "as JSON one object with each", answer)
    claim("64 KiB" in k.says("note", "add", "--help") and "64 KiB" in k.says("log", "add", "--help"), "the help says so")


def lists(k):
    k.init()
    k.do("person", "add", "Jonas Berg")
    long_one = "beginning " + "middle " * 100 + "end"
    for i in range(5):
        k.do("note", "add", *(["--about", "Jonas"] if i % 2 else []), f"note {i} {long_one}")
        k.do("log", "add", "--with", "Jonas", "--when", f"2024-0{i + 1}", "--note", f"talk {i} {long_one}")
    for noun in ("note", "log"):
        short, whole = k.says(noun, "list"), k.says(noun, "list", "--all")
        claim(short.count("beginning") == 5 and "end" not in short.replace("beginning", ""), f"{noun}: excerpts", short)
        claim(whole.count("end") == 5, f"{noun}: --all is each in full", whole)
        newest = k.says(noun, "list", "--limit", "2")
        claim(newest.count("beginning") == 2 and "3 older" in newest, f"{noun}: the newest, and how many more", newest)
        answer = k.do(noun, "list", "--limit", "2")
        claim(len(answer["items"]) == 2 and answer["older"] == 3, f"{noun}: as JSON", answer)
        status, _, err = k.run(noun, "list", "--limit", "0")
        claim(status == 2 and "--limit" in err, f"{noun}: none is no limit", err)
    claim(len(k.items("note", "list", "--about", "Jonas")) == 2, "notes about one person")
    out = k.path("paged")
    pager = fake_editor(k, f'echo "passphrase: $KITH_PASSPHRASE" > {out}.env', f"cat > {out}")
    status, said = k.on_a_terminal("note", "list", answers=(), passphrase=True, PAGER=pager)
    claim(status == 0 and open(out).read().count("beginning") == 5 and "beginning" not in said, "through the pager", said)
    claim(open(out + ".env").read() == "passphrase: \n", "which is told no passphrase", open(out + ".env").read())
    status, said = k.on_a_terminal("note", "list", answers=(), passphrase=True, PAGER="true")
    claim(status == 0, "a pager that has had enough is no error", said)


def doubts(k):
    k.init()
    k.do("person", "add", "Jonas Berg")
    for args in (("person", "edit", "Jonas", "--email", "jonas.example.org"), ("person", "edit", "Jonas", "--phone", "none"),
                 ("person", "edit", "Jonas", "--birthday", "2190-01-01"),
                 ("relationship", "set", "Jonas", "--kind", "peer", "--since", "2190")):
        said = k.fails("INVALID_ARGUMENT", *args)
        claim("--as-it-is" in said, f"{args}: it can be meant", said)
        status, said = k.on_a_terminal(*args, answers=[("[y/N]", "n")], passphrase=True)
        claim(status == 1 and "CANCELLED" in said, f"{args}: n keeps nothing", said)
        status, said = k.on_a_terminal(*args, answers=[("[y/N]", "y")], passphrase=True)
        claim(status == 0, f"{args}: y keeps it", said)
        k.do(*args, "--as-it-is")
    person = k.do("person", "show", "Jonas")
    claim((person["emails"], person["phones"]) == (["jonas.example.org"], ["none"]), "as it was typed", person)
    today = datetime.date.today()
    k.do("relationship", "set", "Jonas", "--since", str(today.year))
    k.do("relationship", "set", "Jonas", "--since", today.isoformat())
    k.do("person", "edit", "Jonas", "--birthday=--12-31", "--email", "jonas@example.org", "--phone", "\u0665\u0660")


def narrow(k):
    """On a terminal of forty columns nothing is wider."""
    k.init("Amara Osei-Bonsu")
    k.do("person", "add", "Jonas Berg with a name that is rather long")
    k.do("note", "add", "a note that is longer than forty columns, so that it has to be wrapped somewhere")
    for args in ((), ("status",), ("note", "list"), ("person", "list"), ("today",), ("note", "show", "ffff"), ("--help",)):
        _, said = k.on_a_terminal(*args, answers=(), passphrase=True, size=40, PAGER="cat")
        wide = [line for line in said.splitlines() if columns(line) > (40 if args != ("--help",) else 80)]
        claim(wide == [], f"kith {args} on forty columns", wide)


SCENARIOS = {f.__name__: f for f in (help_in_groups, manual, bash, zsh, fish, editor, long_texts, lists, doubts, narrow)}

if __name__ == "__main__":
    sys.exit(main(SCENARIOS))
