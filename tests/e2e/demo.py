#!/usr/bin/env python3
"""The demo of ./dev demo: two people, one relay that they need not trust, from nothing.

Every figure is computed as it runs; the exit status is 0 only if each claim held.
  demo.py --bin FOLDER | --kith PROGRAM --relay PROGRAM   [--keep]
"""
import argparse
import os
import shutil
import sys
import tempfile
import textwrap
import time

sys.dont_write_bytecode = True
from people import PASSPHRASE, Failed, Person, Relay, bytes_under, claim, found_under, pair, settle

CARDS = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "cards"))
WIDTH = 78


class Story:
    """Prints what happens and checks it."""

    def __init__(self):
        self.checked = 0
        self.step = 0

    def chapter(self, title):
        self.step += 1
        print(f"\n{self.step}. {title}\n", flush=True)

    def tell(self, text):
        print(textwrap.fill(text, WIDTH, initial_indent="   ", subsequent_indent="   "), flush=True)

    def holds(self, what, true, got=None):
        claim(true, what, got)
        self.checked += 1
        print(textwrap.fill(what, WIDTH, initial_indent="   ok  ", subsequent_indent="       "), flush=True)

    def side_by_side(self, left, right, rows):
        half = (WIDTH - 3) // 2 - 2
        print("   " + left.ljust(half) + " | " + right)
        print("   " + "-" * half + "-+-" + "-" * half)
        for one, two in rows:
            one, two = textwrap.wrap(one, half) or [""], textwrap.wrap(two, half) or [""]
            for n in range(max(len(one), len(two))):
                a = one[n] if n < len(one) else ""
                b = two[n] if n < len(two) else ""
                print(("   " + a.ljust(half) + " | " + b).rstrip())
        sys.stdout.flush()


def import_cards(story, amara):
    total, files = 0, 0
    for name in sorted(os.listdir(CARDS)):
        if not name.endswith(".vcf"):
            continue
        status, answer = amara.run("person", "import", os.path.join(CARDS, name))
        people = answer.get("items", []) if status == 0 else []
        if not people:
            continue
        files, total = files + 1, total + len(people)
        story.tell(f"{name}: {', '.join(p['name'] for p in people)}")
    listed = len(amara.items("person", "list"))
    story.holds(f"{total} people from {files} card files are in Amara's network", total > 0 and listed == total,
                (total, listed))


def views(person, other):
    return {
        "Private notes": person.texts("note", "list"),
        "Shared passages": person.texts("shared", "list"),
        "Agenda of the pair": person.texts("agenda", "list", "--with", other),
        "Goals of the pair": [row["text"] for row in person.items("goal", "list") if row["person"]],
    }


def show_views(story, amara, jonas):
    here, there = views(amara, "Jonas"), views(jonas, "Amara")
    rows = []
    for title in here:
        rows.append((title + ":", title + ":"))
        ours, theirs = here[title] or ["(none)"], there[title] or ["(none)"]
        for n in range(max(len(ours), len(theirs))):
            rows.append(("  " + ours[n] if n < len(ours) else "", "  " + theirs[n] if n < len(theirs) else ""))
    story.side_by_side("Amara's device", "Jonas's device", rows)
    return here, there


def show_relay(story, amara, relay):
    view = amara.do("relay-view", "--with", "Jonas")
    print(f"   kind {view['kind']}, epoch {view['epoch']}, {view['position']:.0f} entries,"
          f" {view['stored_bytes']:.0f} bytes; members:")
    for member in view["members"]:
        print(f"     number {member['number']}, device {member['device'][:16]}..."
              f" {'active' if member['active'] else 'left'}, {member['last_sequence']:.0f} entries by it")
    print("   the last entries:")
    for entry in view["entries"][-3:]:
        author = next((f["value"] for f in entry["visible"] if f["name"] == "author"), "")
        print(f"     {entry['position']:4.0f}  {entry['kind']:10}  by {author[:16]:16}  {entry['sealed']}")
    print("   (kith relay-view --with Jonas prints each visible field)")


def tell_it(story, w):
    relay, amara, jonas, folder = w["relay"], w["amara"], w["jonas"], w["folder"]

    story.chapter("A relay, and two people with a vault each")
    story.tell(f"kith-relay serves {relay.address} over TLS. It stores what it cannot read.")
    amara.init()
    jonas.init()
    story.tell("Amara mentors Jonas. Both type a passphrase of their own on their own device.")
    amara.fails("STORE_LOCKED", "note", "list", passphrase="a guess")
    story.holds("a wrong passphrase opens nothing (STORE_LOCKED)", True)

    story.chapter("Amara takes the people she chooses from her cards")
    import_cards(story, amara)
    amara.do("person", "add", "Jonas")
    jonas.do("person", "add", "Amara")
    amara.do("relationship", "set", "Jonas", "--kind", "protege", "--since", "2023-09")
    jonas.do("relationship", "set", "Amara", "--kind", "mentor", "--since", "2023-09")

    story.chapter("They pair: one invitation, twelve digits read to each other")
    _, _, digits = pair(amara, jonas)
    story.tell(f"Both screens showed {digits[:4]} {digits[4:8]} {digits[8:]}; both confirmed.")
    story.holds("the digits are the same, and the pair is verified on both sides", True)

    story.chapter("Each keeps private notes; Amara shares one passage of hers")
    hers = "Jonas avoids conflict. He explains hard things simply. Do not push him."
    his = "I fear that Amara finds me slow."
    note = amara.do("note", "add", "--about", "Jonas", hers)["id"]
    jonas.do("note", "add", "--about", "Amara", his)
    amara.do("log", "add", "--with", "Jonas", "--when", "today", "--medium", "in-person", "--function",
             "COAC:given:2", "--note", "first talk about the workshop")
    copy = amara.do("share", note, "--with", "Jonas", "--passage", "He explains hard things simply.")["id"]
    goal = amara.do("goal", "add", "Jonas runs a workshop", "--with", "Jonas")["id"]
    settle(amara, jonas)
    story.holds("Jonas sees the passage and nothing else of the note",
                jonas.texts("shared", "list") == ["He explains hard things simply."] and
                jonas.texts("note", "list") == [his])

    story.chapter("The network goes; both write on; it comes back")
    relay.stop()
    amara.fails("OFFLINE", "sync", "--once")
    amara.do("goal", "edit", goal, "Jonas runs a workshop in May")
    amara.do("agenda", "add", "Who could help with the room?", "--with", "Jonas")
    jonas.do("goal", "edit", goal, "Jonas runs two short workshops")
    jonas.do("agenda", "add", "How do I begin?", "--with", "Amara")
    relay.start()
    settle(amara, jonas, amara)
    here, there = show_views(story, amara, jonas)
    story.holds("both devices hold the same pair: agenda, goal and passage",
                all(here[k] == there[k] for k in here if k != "Private notes"), (here, there))
    kept = amara.items("conflicts", "list")
    story.holds("they changed one goal at the same time: one wording shows, the other is kept",
                len(kept) == 1 and kept[0]["kept"] != kept[0]["shown"], kept)
    story.tell(f"kept: \"{kept[0]['kept']}\" (kith conflicts keep, or dismiss)")

    story.chapter("Amara withdraws the passage")
    amara.do("withdraw", copy)
    settle(amara, jonas)
    story.holds("it is gone on both devices (Jonas may have read it, and kith says so)",
                jonas.texts("shared", "list") == [] and amara.texts("shared", "list") == [])

    story.chapter("What the relay holds of the pair")
    show_relay(story, amara, relay)
    words = ["Jonas", "Amara", "workshop", "avoids conflict", "explains", "finds me slow", "first talk", "mentor"]
    relay.stop()
    size = bytes_under(relay.folder)
    hits = found_under(relay.folder, words)
    story.holds(f"{len(words)} words of theirs, searched raw, in hex, base64 and UTF-16 in {size:,} bytes at the"
                " relay: none found", hits == [], hits)
    relay.keep(os.path.join(folder, "older copy"))
    relay.start()

    story.chapter("The relay lies: an older copy of its folder is put back")
    for text in ("What did last week teach you?", "Whom do you want to meet?"):
        amara.do("agenda", "add", text, "--with", "Jonas")
    settle(amara, jonas)
    full = amara.do("relay-view", "--with", "Jonas")["position"]
    before = views(amara, "Jonas")
    relay.stop()
    relay.put_back(os.path.join(folder, "older copy"))
    relay.start()
    answer = amara.fails("ROLLBACK", "sync", "--once")
    story.tell(f"kith sync: ROLLBACK: {answer['error']['message']}")
    story.holds("Amara's device notices (ROLLBACK) and nothing on it changes", views(amara, "Jonas") == before)
    started = time.monotonic()
    jonas.run("sync", "--once")
    settle(amara, jonas)
    now = amara.do("relay-view", "--with", "Jonas")["position"]
    story.holds(f"the devices filled the relay up again: {now:.0f} entries, as before"
                f" ({time.monotonic() - started:.1f} s)", now >= full, (now, full))
    alarms = [a for a in amara.items("alarms", "list") if a["code"] == "ROLLBACK"]
    story.holds("the alarm is kept in kith alarms list, marked as healed",
                alarms and all(a["healed"] for a in alarms), alarms)
    here, there = views(amara, "Jonas"), views(jonas, "Amara")
    story.holds("and both still hold the same pair", here["Agenda of the pair"] == there["Agenda of the pair"] and
                len(here["Agenda of the pair"]) == 4)


def main():
    parse = argparse.ArgumentParser(prog="./dev demo")
    parse.add_argument("--bin", help=argparse.SUPPRESS)
    parse.add_argument("--kith", help=argparse.SUPPRESS)
    parse.add_argument("--relay", help=argparse.SUPPRESS)
    parse.add_argument("--keep", action="store_true", help="leave the vaults and the relay's folder")
    args = parse.parse_args()
    kith = os.path.abspath(args.kith or os.path.join(args.bin, "kith"))
    server = os.path.abspath(args.relay or os.path.join(args.bin, "kith-relay"))

    folder = tempfile.mkdtemp(prefix="kith-demo-")
    relay = Relay(server, os.path.join(folder, "relay"), os.path.join(folder, "relay.log"))
    story, status, started = Story(), 0, time.monotonic()
    try:
        relay.start()
        world = {"relay": relay, "folder": folder,
                 "amara": Person(kith, os.path.join(folder, "amara"), relay, "Amara", by_passphrase=True),
                 "jonas": Person(kith, os.path.join(folder, "jonas"), relay, "Jonas", by_passphrase=True)}
        tell_it(story, world)
        relay.stop()
        print(f"\n{story.checked} claims checked in {time.monotonic() - started:.0f} s, all hold.")
    except Failed as why:
        print(f"\nA claim does not hold: {why}", file=sys.stderr)
        status = 1
    finally:
        if relay.process:
            relay.kill()
        if args.keep:
            print(textwrap.dedent(f"""
                Kept in {folder}. To go on playing:
                  export KITH_PASSPHRASE="{PASSPHRASE}" KITH_RELAY={relay.address}
                  export KITH_RELAY_CA={relay.ca}
                  {server} --dev --data {relay.folder} --listen {relay.address} &
                  {kith} --vault {folder}/amara status"""))
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
