"""Rule files that are wrong. `«` stands before the character that the error must point at, and is no part of the file;
then words of the message and words of the mend."""

from __future__ import annotations

from typing import NamedTuple


class Wrong(NamedTuple):
    text: str
    message: str
    mend: str = ""


FACT = "facts:\n  height:\n    value: {kind: quantity, unit: m}\n    find: [tall]\n"
DATES = "facts:\n  start: {value: date, find: [began]}\n  stop: {value: date, find: [ended]}\n  cost: {value: {kind: money, unit: EUR}, find: [cost]}\n  crew: {value: {kind: count, noun: sailor}, find: [aboard]}\n  stay: {value: {kind: duration, unit: day}, find: [stayed]}\n  share: {value: percent, find: [share]}\n  reach: {value: {kind: quantity, unit: km}, find: [range]}\n"

YAML = {
    "empty": Wrong("«", "empty", "facts:"),
    "only comments": Wrong("«# nothing here\n", "empty"),
    "a list": Wrong("«- facts\n", "no mapping"),
    "plain text": Wrong("«hello\n", "no mapping"),
    "tab": Wrong("facts:\n«\theight: {value: date, find: x}\n", "tab", "spaces"),
    "tab after spaces": Wrong("facts:\n  height:\n  «\tvalue: date\n", "tab", "spaces"),
    "unclosed bracket": Wrong("facts:\n  height: {value: date, find: [tall, high\n«", "no valid YAML", "bracket"),
    "unclosed quote": Wrong('facts:\n  height: {value: date, find: "tall}\n«', "no valid YAML", "quote"),
    "colon in text": Wrong(
        "facts:\n  height:\n    value: date\n    title: Height«: of the tower\n", "mapping values", "quote"
    ),
    "no colon": Wrong(
        "facts:\n  height:\n    title« Height\n    value: date\n    find: x\n", "no `: ` behind `title`", "`title: …`"
    ),
    "no colon before braces": Wrong("facts:\n  height« {value: date, find: x}\n", "no `: ` behind", "`height: …`"),
    "no space behind a colon": Wrong(
        "facts:\n  height:\n    value: date\n    link«:x\n    find: x\n", "no `: ` behind", "`link: …`"
    ),
    "a line that begins with a slot": Wrong(
        "facts:\n  height:\n    value: date\n    match: «{date} of it\n", "no valid YAML", "quote what begins with"
    ),
    "bad indent": Wrong("facts:\n  height:\n    value: date\n   «find: tall\n", "no valid YAML", "line it up"),
    "bad escape": Wrong('facts:\n  height: {value: date, find: "«\\d+"}\n', "escape", "single quotes"),
    "reserved sign": Wrong("facts:\n  height:\n    value: date\n    find: «@tall\n", "no valid YAML", "quote"),
    "closing bracket too many": Wrong("facts:\n  a: {value: date, find: x}«}\n", "no valid YAML", "remove the bracket"),
    "percent first": Wrong("facts:\n  height:\n    value: date\n    find: «%tall\n", "no valid YAML", "quote"),
    "control character": Wrong("title: a«\x01b\n", "no valid YAML", "invisible"),
    "duplicate key": Wrong(FACT + "    «find: [high]\n", "twice; first on line 4", "merge"),
    "duplicate fact": Wrong("facts:\n  a: {value: date, find: x}\n  «a: {value: date, find: y}\n", "twice"),
    "duplicate section": Wrong(FACT + "«facts: {}\n", "twice; first on line 1"),
    "anchor": Wrong("facts:\n  height: «&h {value: date, find: x}\n", "anchor", "write the words out"),
    "alias": Wrong("facts:\n  height: «*h\n", "alias", "write the words out"),
    "merge key": Wrong("facts:\n  height:\n    <<: «*base\n", "alias"),
    "billion laughs": Wrong(
        "a: «&a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True)),
        "anchor",
    ),
    "python tag": Wrong("title: «!!python/object/apply:os.system [ls]\n", "tag", "leave it out"),
    "own tag": Wrong("title: «!secret x\n", "tag"),
    "second document": Wrong(FACT + "«---\n" + FACT, "second document", "split"),
    "list as key": Wrong("facts:\n  ? «[a, b]\n  : {value: date}\n", "plain text"),
    "unquoted vocabulary braces": Wrong("facts:\n  {«{a}: b}\n", "plain text", "quote"),
    "nested too deep": Wrong("title: " + "[" * 15 + "«" + "[" * 2000, "nested deeper", "stray bracket"),
    "a megabyte of nesting": Wrong("title: " + "[" * 15 + "«" + "[" * 1_000_000, "nested deeper"),
    "block nesting": Wrong(
        "\n".join("  " * depth + ("«" if depth == 16 else "") + "a:" for depth in range(300)), "nested deeper"
    ),
}

SHAPE = {
    "unknown key in place of a needed one": Wrong("facts:\n  a: {value: date, «fnd: x}\n", "no key", "`find`"),
    "unknown form": Wrong("relations:\n  a: {«ordr: [x, y]}\n", "no key", "`order`"),
    "unknown top key": Wrong("«factz:\n  a: {value: date, find: x}\n", "no key of a rule file", "`facts`"),
    "unknown fact key": Wrong(FACT + "    «severty: error\n", "no key of the fact `height`", "`severity`"),
    "underscore": Wrong(FACT + "    «as_of: published\n", "no key", "`as-of`"),
    "comma in text": Wrong("facts:\n  a: {value: date, find: x, title: Open, «and closed}\n", "no key", "comma"),
    "key of another place": Wrong(FACT + "    «plausible: [1, 2]\n", "no key", "belongs under `value`"),
    "unknown value key": Wrong(
        "facts:\n  a:\n    value: {kind: count, «nouns: man}\n    find: x\n", "no key", "`noun`"
    ),
    "unknown example key": Wrong(
        FACT + "    examples:\n      - {name: a, «text: b, texts: b, expect: nothing}\n", "no key", "`texts`"
    ),
    "missing value": Wrong("facts:\n  «height:\n    find: [tall]\n", "`value` is missing in the fact `height`"),
    "missing kind": Wrong("facts:\n  height:\n    «value: {unit: m}\n    find: [tall]\n", "`kind` is missing"),
    "missing expect": Wrong(FACT + "    examples:\n      - «{name: a, texts: b}\n", "`expect` is missing"),
    "coulombs": Wrong("facts:\n  a: {value: {kind: quantity, unit: «C}, find: x}\n", "no unit", "write `degC`"),
    "a unit for a kind": Wrong("facts:\n  a: {value: «dollars, find: x}\n", "is no `kind`", "write `money`"),
    "a fact at the top": Wrong("«height:\n  value: date\n  find: x\n", "no key of a rule file", "under `facts:`"),
    "unknown kind": Wrong("facts:\n  a: {value: «dates, find: x}\n", "`dates` is no `kind`", "`date`"),
    "unknown severity": Wrong(FACT + "    severity: «eror\n", "`eror` is no `severity`", "`error`"),
    "unknown verdict": Wrong(
        FACT + "    examples: [{name: a, texts: b, expect: «conflict}]\n", "no `expect`", "`conflicting`"
    ),
    "unknown trend": Wrong(FACT + "    trend: «rising\n", "no `trend`", "non-decreasing"),
    "unknown status": Wrong(FACT + "    status: «plan\n", "no `status`", "`planned`"),
    "text for a number": Wrong(FACT + "    require: {sources: «two}\n", "whole number, not `two`"),
    "no sources": Wrong(FACT + "    require: «0\n", "at least 1"),
    "text for a mapping": Wrong("facts: «x\n", "must be a mapping, not `x`"),
    "list for a mapping": Wrong("«facts: [a]\n", "must be a mapping, not a list", "without a dash"),
    "mapping for text": Wrong("«title: {a: b}\n", "must be text, not a mapping", "quote"),
    "null fact": Wrong("facts:\n  «height:\n", "must be a mapping, not empty", "it needs `value`"),
    "one bound": Wrong("facts:\n  a: {value: {kind: number, «plausible: [1]}, find: x}\n", "exactly 2"),
    "another schema": Wrong("schema: «2\n", "no `schema`", "1"),
    "todo": Wrong(FACT + "    examples: [{name: a, texts: b, expect: nothing, todo: «later}]\n", "true or false"),
    "one party": Wrong("facts:\n  a: {value: {kind: number, per: side, parties: «1}, find: x}\n", "at least 2"),
    "bad name": Wrong("facts:\n  «First_Talks: {value: date, find: x}\n", "no name for a fact", "`first-talks`"),
    "bad pack name": Wrong("pack: «My Pack\n", "no name for a pack", "`my-pack`"),
    "published as a name": Wrong("facts:\n  «published: {value: date, find: x}\n", "kept for"),
    "a name twice": Wrong(
        "facts:\n  a: {value: date, find: x}\n  b: {value: date, find: x, aliases: «a}\n", "already names a fact"
    ),
    "nothing to find": Wrong("facts:\n  «a: {value: date}\n", "nothing says how to find"),
    "find without words": Wrong("facts:\n  «a: {value: date, find: {not: x}}\n", "no words to find"),
}

PATTERNS = {
    "unknown key of a match": Wrong(
        'facts:\n  a: {value: date, match: {«patern: "x {date}"}}\n', "no key", "`pattern`"
    ),
    "unknown slot": Wrong('facts:\n  a: {value: date, match: "began «{dat}"}\n', "no kind of value", "`date`"),
    "offset slot": Wrong('facts:\n  a: {value: offset, match: "began «{offset}"}\n', "no slot", "{value}"),
    "wrong slot": Wrong('facts:\n  a: {value: date, match: "began «{money}"}\n', "of kind date", "{date}"),
    "no slot": Wrong('facts:\n  a: {value: date, match: "«began on"}\n', "no slot", "{date}"),
    "two slots": Wrong('facts:\n  a: {value: date, match: "from {date} to «{date}"}\n', "more than one slot", "two"),
    "optional slot": Wrong('facts:\n  a: {value: date, match: "began («{date})"}\n', "without its slot", "outside"),
    "slot alone": Wrong('facts:\n  a: {value: date, match: "«{date}"}\n', "every value", "find"),
    "slot in find": Wrong('facts:\n  a: {value: date, find: "began «{date}"}\n', "cannot stand here", "match"),
    "noun of a date": Wrong('facts:\n  a: {value: date, match: "began «{date man}"}\n', "takes no noun"),
    "open bracket": Wrong('facts:\n  a: {value: date, match: "«(began {date}"}\n', "never closed"),
    "closing bracket": Wrong('facts:\n  a: {value: date, match: "began«) {date}"}\n', "closes nothing"),
    "bar outside": Wrong('facts:\n  a: {value: date, match: "began «| ended {date}"}\n', "outside brackets", "(a|b)"),
    "empty brackets": Wrong('facts:\n  a: {value: date, match: "began «() {date}"}\n', "nothing in them"),
    "deep brackets": Wrong(
        f'facts:\n  a: {{value: date, match: "{"(" * 6}«{"(" * 40}x{")" * 46} {{date}}"}}\n', "deeper"
    ),
    "gap first": Wrong('facts:\n  a: {value: date, match: "«... began {date}"}\n', "says nothing", "leave it out"),
    "two gaps": Wrong('facts:\n  a: {value: date, match: "«began ... ... {date}"}\n', "two gaps"),
    "comma in a list": Wrong("vocabulary:\n  talks: talks«, meetings\n", "in a pattern", "a list"),
    "two points": Wrong('facts:\n  a: {value: date, match: "began «.. {date}"}\n', "in a pattern", "`...`"),
    "a unit for a slot": Wrong('facts:\n  a: {value: money, match: "cost «{USD}"}\n', "no kind of value", "`{money}`"),
    "semicolon": Wrong('facts:\n  a: {value: date, match: "began«; {date}"}\n', "in a pattern", "leave it out"),
    "star": Wrong('facts:\n  a: {value: date, match: "began «.* {date}"}\n', "in a pattern"),
    "currency sign": Wrong(
        'facts:\n  a: {value: {kind: money, unit: USD}, match: "cost «$ {money}"}\n', "in a pattern", "{money}"
    ),
    "lone bracket": Wrong('facts:\n  a: {value: date, match: "began «< {date}"}\n', "<name>"),
    "lone equals": Wrong('facts:\n  a: {value: date, match: "«= began {date}"}\n', "right after it"),
    "in a folded line": Wrong(
        "facts:\n  a:\n    value: date\n    match: >\n      first\n      talks «(direct\n      {date}\n", "never closed"
    ),
    "in a literal block": Wrong(
        "facts:\n  a:\n    value: date\n    match: |\n      first «(talks {date}\n", "never closed"
    ),
    "on a second line": Wrong(
        "facts:\n  a:\n    value: date\n    match: 'first\n      talks «(direct {date}'\n", "never closed"
    ),
    "behind an escape": Wrong('facts:\n  a: {value: date, match: «"caf\\u00e9 (direct {date}"}\n', "never closed"),
    "empty pattern": Wrong("facts:\n  a: {value: date, find: '«'}\n", "empty pattern"),
    "unknown vocabulary": Wrong(
        'vocabulary: {talks: [talks]}\nfacts:\n  a: {value: date, match: "first «<tals> {date}"}\n',
        "called `tals`",
        "`talks`",
    ),
    "vocabulary in a noun": Wrong(
        "vocabulary: {crew: [sailor]}\nfacts:\n  a: {value: {kind: count, noun: «<crw>}, find: x}\n",
        "called `crw`",
        "`crew`",
    ),
    "slot noun": Wrong(
        'vocabulary: {crew: [sailor]}\nfacts:\n  a: {value: count, match: "lost {count «<crw>}"}\n',
        "called `crw`",
        "`crew`",
    ),
    "vocabulary circle": Wrong("vocabulary:\n  «a: [x, <b>]\n  b: [<c>]\n  c: [<a>]\n", "a → b → c → a"),
    "vocabulary that doubles": Wrong(
        "vocabulary:\n  v0: [a b]\n"
        + "".join(f"  {'«' if n == 5 else ''}v{n}: ['{f'<v{n - 1}> ' * 9}']\n" for n in range(1, 30)),
        "more than",
    ),
    "long chain of vocabularies": Wrong(
        "vocabulary:\n  v0: [a b]\n" + "".join(f"  {'«' if n == 8 else ''}v{n}: <v{n - 1}>\n" for n in range(1, 30)),
        "deeper",
    ),
    "large pattern": Wrong(
        "vocabulary: {many: ['"
        + "(a b c d e f g h i j) " * 90
        + "']}\nfacts:\n  a: {value: date, find: '«"
        + "<many> " * 30
        + "'}\n",
        "more than",
    ),
    "empty vocabulary": Wrong("vocabulary:\n  «a: []\n", "no phrases"),
    "look-ahead": Wrong("facts:\n  a: {value: date, match: {regex: '«(?=x)(?P<value>y)'}}\n", "RE2", "look-around"),
    "no value group": Wrong("facts:\n  a: {value: date, match: {regex: '«\\d+'}}\n", "no group", "(?P<value>"),
    "huge repeat": Wrong(
        "facts:\n  a: {value: date, match: {regex: '«(?P<value>((a{1,1000}){1,1000}){1,1000})'}}\n", "RE2"
    ),
    "pattern and regex": Wrong('facts:\n  a: {value: date, match: {pattern: "«x {date}", regex: y}}\n', "both"),
    "neither": Wrong("facts:\n  «a: {value: date, match: {status: planned}}\n", "neither"),
    "means with slot": Wrong(
        'facts:\n  b: {value: date, find: x}\n  a: {value: date, match: {pattern: "x «{date}", means: b}}\n',
        "has no slot",
    ),
    "means nobody": Wrong("facts:\n  abc: {value: date, match: {pattern: x, means: «abd}}\n", "no fact", "`abc`"),
}

NAMES = {
    "unknown event": Wrong(
        FACT + "    qualifiers: {«rond: 1}\n" + "events: {round: {1: first}}\n", "no event", "`round`"
    ),
    "unknown case": Wrong(
        FACT + "    qualifiers: {round: «3}\n" + "events: {round: {1: first, 2: second}}\n", "no case `3`", "1, 2"
    ),
    "unknown default": Wrong(
        FACT + "    qualifiers: {round: {default: «one}}\n" + "events: {round: {1: first}}\n", "no case `one`"
    ),
    "key of a match": Wrong(
        'events: {round: {1: first}}\nfacts:\n  a: {value: date, match: {pattern: "x {date}", «rounds: 1}}\n',
        "no event",
        "`round`",
    ),
    "day that is none": Wrong("events: {round: {1: {cues: first, around: «2025-02-30}}}\n", "no day", "2025-05-16"),
    "until": Wrong(FACT + "    known: {values: 1, reason: x, until: «soon}\n", "no day"),
    "publication day": Wrong(
        FACT + "    examples: [{name: a, texts: b, published: «yesterday, expect: nothing}]\n", "no day"
    ),
    "dates for texts": Wrong(
        FACT + "    examples: [{name: «a, texts: [b, c, d], published: [2025-01-01, 2025-01-02], expect: nothing}]\n",
        "2 dates",
    ),
    "verdict of a relation": Wrong(
        FACT + "    examples: [{name: «a, texts: b, expect: holds}]\n", "no fact can come out"
    ),
    "unknown base": Wrong("extends: «genral-of-nothing\n", "no pack is called"),
    "unknown distance": Wrong(
        "facts:\n  a: {value: date, find: {any: x, within: «sentense}}\n", "no distance", "`sentence`"
    ),
    "unknown currency": Wrong("facts:\n  a: {value: {kind: money, unit: «dollars}, find: x}\n", "no currency", "USD"),
    "unknown duration": Wrong("facts:\n  a: {value: {kind: duration, unit: «huor}, find: x}\n", "no unit", "`hour`"),
    "unknown unit": Wrong(
        "facts:\n  a: {value: {kind: quantity, unit: «kilometr}, find: x}\n", "no unit", "`kilometer`"
    ),
    "unit of a count": Wrong("facts:\n  a: {value: {kind: count, unit: «man}, find: x}\n", "has no unit", "noun"),
    "noun of money": Wrong("facts:\n  a: {value: {kind: money, noun: «man}, find: x}\n", "has no noun"),
    "backwards": Wrong("facts:\n  a: {value: {kind: number, plausible: [«9, 3]}, find: x}\n", "backwards"),
    "no number": Wrong(
        "facts:\n  a: {value: {kind: number, plausible: [few, «many]}, find: x}\n", "`many` is no number"
    ),
    "infinity": Wrong("facts:\n  a: {value: {kind: number, plausible: [1, «1e999]}, find: x}\n", "no number"),
    "range of dates": Wrong("facts:\n  a: {value: {kind: date, plausible: [«1, 2]}, find: x}\n", "no plausible range"),
    "precision": Wrong(FACT + "    precision: «exat\n", "no precision", "`exact`"),
    "tolerance": Wrong(FACT + "    tolerance: «a bit\n", "no tolerance"),
    "tolerance unit": Wrong(FACT + "    tolerance: 3 «kg\n", "no unit of this fact"),
    "tolerance of a date": Wrong(
        "facts:\n  a: {value: date, find: x, tolerance: «2%}\n", "no tolerance of a date", "1 day"
    ),
}

RELATIONS = {
    "unknown fact": Wrong(DATES + "relations:\n  r: start < «stp\n", "no fact is called `stp`", "`stop`"),
    "minus without spaces": Wrong(DATES + "relations:\n  r: «stop-start ~ stay\n", "no fact", "`stop - start`"),
    "date and money": Wrong(DATES + "relations:\n  r: start «< cost\n", "`start` is a date and `cost` money"),
    "dates added": Wrong(DATES + "relations:\n  r: start «+ stop ~ stay\n", "two dates cannot be added"),
    "date times": Wrong(DATES + "relations:\n  r: start «* 2 < stop\n", "cannot be multiplied"),
    "bare number": Wrong(
        DATES + "relations:\n  r: stop - start «~ 3\n", "they cannot be compared", "give the number a unit"
    ),
    "unlike units": Wrong(DATES + "relations:\n  r: reach «> 3 kg\n", "in meter and `3 kg` in kilogram"),
    "unlike currencies": Wrong(DATES + "relations:\n  r: cost «> 3 USD\n", "EUR", "rate"),
    "unknown unit of a constant": Wrong(
        DATES + "relations:\n  r: stop - start > 3 «weaks\n", "`weaks` is no unit", "`weeks`"
    ),
    "no comparison": Wrong(DATES + "relations:\n  r: stop - star«t\n", "nothing is compared"),
    "two comparisons": Wrong(DATES + "relations:\n  r: start < stop «< published\n", "more than one", "order"),
    "no operator": Wrong(DATES + "relations:\n  r: start «stop < published\n", "without an operator"),
    "ends too soon": Wrong(DATES + "relations:\n  r: start «<\n", "ends too soon"),
    "brackets": Wrong(DATES + "relations:\n  r: «(stop - start ~ stay\n", "never closed"),
    "closing": Wrong(DATES + "relations:\n  r: stop - start«) ~ stay\n", "closes nothing"),
    "deep": Wrong(DATES + f"relations:\n  r: {'(' * 12}«{'(' * 30}start < stop\n", "deeper"),
    "long": Wrong(
        DATES + f"relations:\n  r: cost < {'cost + ' * 98}co«st{' + cost' * 500}\n".replace("co«st", "cost + «cost", 1),
        "more than",
    ),
    "call": Wrong(DATES + "relations:\n  r: «__import__('os') < start\n", "cannot stand here"),
    "constants alone": Wrong(DATES + "relations:\n  r: «1 < 2\n", "names no fact"),
    "no day in it": Wrong(DATES + "relations:\n  r: start > «2025-13-01\n", "no day"),
    "two forms": Wrong(
        DATES + "relations:\n  «r: {order: [start, stop], part: cost, of: cost}\n", "more than one form"
    ),
    "no form": Wrong(DATES + "relations:\n  «r: {title: x}\n", "no expression"),
    "sum without of": Wrong(DATES + "relations:\n  «r: {sum: [crew, crew]}\n", "needs `of`"),
    "of too much": Wrong(DATES + "relations:\n  «r: {order: [start, stop], of: stay}\n", "`of` does not belong"),
    "order of one": Wrong(DATES + "relations:\n  «r: {order: start}\n", "at least two"),
    "elapsed of three": Wrong(DATES + "relations:\n  «r: {elapsed: [start, stop, stop], is: stay}\n", "exactly two"),
    "unknown in sum": Wrong(DATES + "relations:\n  r: {sum: [crew, «crw], of: crew}\n", "no fact", "`crew`"),
    "rate of counts": Wrong(DATES + "relations:\n  r: {rate: [cost, «crew], between: [USD, EUR]}\n", "of kind count"),
    "rate of one currency": Wrong(DATES + "relations:\n  r: {rate: [cost], between: [EUR, «EUR]}\n", "the same"),
    "rate of no currency": Wrong(DATES + "relations:\n  r: {rate: [cost], between: [EUR, «EURO]}\n", "no currency"),
    "verdict of a fact": Wrong(
        DATES + "relations:\n  r: {expression: start < stop, examples: [{name: «a, texts: b, expect: consistent}]}\n",
        "no relation",
    ),
}
