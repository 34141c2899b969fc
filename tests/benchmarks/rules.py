"""Rule files of any size: facts about things with names of their own, with the words that news has for all of them."""

from __future__ import annotations

import random
from collections.abc import Iterator

SYLLABLES = (
    "bar bel cas dan del dor el far fen gal gra hol jor kel lan lor mar men nor pel ran ros sal tan tor ul ven wes yar zel"
).split()
COMMON = (
    "bridge revenue kill injure open vote dose storm wind damage profit ship patient talks aid factory school "
    "round week soldier company share result ballot trial rain delegation"
).split()
KINDS = {
    "date": "date",
    "money": "{kind: money, unit: EUR}",
    "count": "{kind: count, noun: [resident, household]}",
    "percent": "percent",
    "duration": "{kind: duration, unit: day}",
}

TOLD = 10
"""Facts whose words are all in the text, the same in every rulebook: what grows is the number of facts that a text says
nothing of, as in a newsroom that keeps the rules of all its stories."""


def rule_file(facts: int, of: int = 5000) -> str:
    """A rule file with `facts` facts: the first ten, and a sample of `of` facts taken at even distances."""
    every = of // (facts - TOLD) if facts < of else 1
    kept = [fact for n, fact in enumerate(_facts(of)) if n < TOLD or n % every == every - 1]
    return "\n".join(["facts:", *kept, ""])


def _facts(count: int) -> Iterator[str]:
    chance = random.Random(7)

    def name() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 4)))

    for number in range(count):
        kind = chance.choice(list(KINDS))
        about, more = chance.choice(COMMON), chance.choice(COMMON)
        one, other = (name(), name()) if number >= TOLD else (chance.choice(COMMON), chance.choice(COMMON))
        if chance.random() < 0.5:
            how = f'match: ["({one}|{other}) ... {about} ... {{{kind}}}", "{about} of {one} ... {more} ... {{{kind}}}"]'
        else:
            how = f"find: {{any: [{one}, {other} {more}], near: {{any: [{about}, {more}]}}, not: [drill]}}"
        yield f"  fact-{number}:\n    value: {KINDS[kind]}\n    {how}"
