"""What a person must never be told: sentences of another role's, advice that harms, more than the papers say.

The rules are read over everything that a life has been told, a page (the output of one command) at a time.
"""
import re
from dataclasses import dataclass

GOES_ON = re.compile(r"^\s{8,}\S")  # a line that goes on what the one above began
# Pages without a person's own words.
NOT_TYPED = r"^(?!.*\b(log|timeline|candidate|note|search|story|turn words|words)\b)"


@dataclass
class Rule:
    pattern: str       # in the page on one line; with line=True in each line, wrapped ones joined
    why: str
    of: str = ""       # only in pages of commands that match this
    most: int = 0      # how often a page may have it
    line: bool = False
    still: str = ""    # the lives in which it is said today; once it is not, that name must go


def asks(function, names):
    """Somebody of these is named as one to ask for this function."""
    return rf"\b{function}: nobody ask (?:(?!look among).)*(?:{names})"


EVERYBODY = [
    Rule(r"\bone way\b", "complementarity is what goes each way", still="junior"),
    Rule(r"not enough to say", "what is not enough to say is one line", most=1, still="junior senior alone"),
    Rule(r"\bundefined\b", "an empty measure is for --measures", r"network$", most=1),
    Rule(r"shorter in this phase than in the pairs", "a phase that goes on is shorter than nothing"),
    Rule(r"\bno_contact_yet\b|\btime_only\b", "a word of the program's, not of a person's"),
    Rule(r"\b(he|she|him|his|hers)\b", "no pronoun for somebody else", NOT_TYPED),
    Rule(r"\b(toxic|hostile person|bad (boss|mentor)|ungrateful|jealous|envious|at fault|to blame)\b",
         "no verdict about the other one"),
    Rule(r"\byou (should|must|ought|failed|lack)\b", "no scolding"),
    # What is a cut, a scale or a rule of this project says so wherever it is shown.
    *(Rule(pattern + r"(?!.*\bours?\b)", "ours, and not labelled", r"^(?!.*\bwords\b)", line=True) for pattern in (
        r"^phase \w+( or \w+)?, \w+", r"^timing (timely|premature|late)\b", r"^hint\b", r"^place\b.*\d",
        r"^balance\b", r"^strength \d", r"^type \w+: strength\b", r"\beggs are in one basket\b", r"\bsix months\b",
        r"\bby time alone\b", r"\bIt is of the type\b", r"\breassessed \d+ days ago\b", r"\bwithin 90 days\b", r"^your own side .*\b(identity|generativity)\b")),
]

JUNIOR = [
    Rule(r"^ask\b.*\bViktor\b", "who holds somebody back, or has become an enemy, is not asked", line=True),
    Rule(r"^ask\b.*\b(Edda|Tilda)\b", "nobody asks who has died or is eased", line=True),
    Rule(r"want to keep of it|take it up again", "that is not asked after hostility", "phase Viktor"),
    Rule(r"shaped like mentoring", "who held somebody back is not shaped like a mentor", "phase Viktor"),
    Rule(r"\bcontact with (Viktor|Edda)\b", "no contact is due with them"),
    Rule(r"Viktor Hahn \(valued|valued Viktor", "who held somebody back is not a valued friend"),
    Rule(asks("sponsorship", "Adaeze|Ruben|Sam|Pia|Mateo|Kenji"), "they sponsor nobody inside the firm"),
    Rule(asks("career strategizing", "Sam"), "a partner is asked for balance and confirmation"),
    Rule(r"role modeling: nobody ask (?!Ilse)", "role modeling is for seniors first"),
    Rule(r"counseling: nobody ask (?!(?:(?!look among).)*Ilse)", "counseling grows with the mentor too"),
    Rule(r"\byour proteg|\byour protég|\blet go\b|\bgenerativity\b|\bwhom next\b|\bpass on\b",
         "a question of the mentor's", "phase|today|functions"),
    Rule(r"phase (initiation|cultivation|separation|redefinition)\b", "a peer or partner has no mentor's phase",
         "phase (Pia|Sam|Viktor|Gunnar|Mateo)"),
    Rule(r"first hopes|changed lately", "that is asked of a mentor relationship that goes on",
         "phase (Pia|Sam|Edda)"),
    Rule(r"Vote 0, 1 or 2", "a mentor or boss gets no votes of a peer", "themes (Ilse|Viktor)"),
    Rule(r"outcome \S* ?friendship.*as in mentoring", "a friend now is not shaped like a mentor", "phase Ilse",
         still="junior"),
    Rule(r"nothing in the structure has changed", "a reporting line that ended is a change"),
    Rule(r"in neither snapshot", "who was eased before may be eased again"),
    Rule(r"eggs (are )?in one basket", "five people give her something"),
]

SENIOR = [
    Rule(r"Do you still want guidance", "a question of the protege's"),
    Rule(r"Were you ready to go on alone", "a question of the protege's"),
    Rule(r"first hopes turned into something that you can count on", "a question of the protege's"),
    Rule(r"timing (timely|premature|late)\b", "her own readiness does not time a protege's going", "phase Noor"),
    Rule(r"midlife|crisis", "words for nobody's face", "phase|today|functions|review"),
    Rule(r"\bask (?:(?!look among).)*Bastian", "nobody asks whom it ended with"),
    Rule(r"valued Bastian", "what has ended is not a valued friendship"),
    Rule(r"coaching: nobody ask (?!(?:(?!look among).)*Ingrid)", "seniors are coached by peers"),
    Rule(r"phase (initiation|cultivation|separation|redefinition)\b", "these have no mentor's phase",
         "phase (Ingrid|Lotte|Clemens|Milan)"),
    Rule(r"Vote 0, 1 or 2", "a protege or husband gets no votes of a peer", "themes (Noor|Arne)"),
    Rule(r"rotation or promotion", "retiring is neither", "phase Ingrid"),
    Rule(r"outcome \S* ?friendship.*as in mentoring", "a friend now is not shaped like a protege", "phase Noor",
         still="senior"),
    Rule(r"eggs (are )?in one basket", "that is said to a protege"),
]

ALONE = [
    Rule(r"set P --kind mentor\b", "she has none: that is not where it begins"),
    Rule(r"\b(lonely|alone|isolat\w+|nobody cares|only 0)\b", "no scolding", r"^(?!.*\bwords\b)"),
    Rule(r"too few for a type: [01]\b", "one line for all that is not there", r"network$"),
    Rule(r"which of your peers", "she has no peer yet", "network|functions"),
    Rule(r"Know Thyself, done.*Next: kith review know_thyself", "a step that is done is not the next one"),
    Rule(r"eggs (are )?in one basket", "not after one mark"),
]

LIVES = {"junior": JUNIOR, "senior": SENIOR, "alone": ALONE}


def joined(output):
    """The lines of a page, those that were wrapped as one."""
    out = []
    for text in output:
        if out and GOES_ON.match(text) and out[-1]:
            out[-1] += " " + text.strip()
        else:
            out.append(text)
    return [re.sub(r"\s+", " ", text).strip() for text in out]


def times(rule, output):
    lines = joined(output)
    return sum(len(re.findall(rule.pattern, text)) for text in (lines if rule.line else [" ".join(lines)]))


def broken(rule, lines):
    """The commands whose page breaks the rule."""
    return [line for line in lines if line.command and re.search(rule.of, line.text)
            and times(rule, line.output) > rule.most]


def check(name, lines, rules=None):
    """What is wrong, a line each."""
    wrong = []
    for rule in EVERYBODY + LIVES[name] if rules is None else rules:
        found = broken(rule, lines)
        if name in rule.still.split():
            if not found:
                wrong.append(f"nobody says {rule.pattern!r} any more: take {name} out of its `still`")
            continue
        wrong += [f"line {line.number}: {line.text}\n  says {rule.pattern!r}: {rule.why}" for line in found]
    return wrong
