"""What `rules new` and `suggest` share: the pieces of a drafted rule, and whether it passes its own examples."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.mention import Mention, Quantity, Timex

if TYPE_CHECKING:
    from checker.model.rule import FactKind, Rulebook

HEAD = "# yaml-language-server: $schema=checker-rules.schema.json\nschema: 1\n"
_LIMITS = frozenset(("within", "up to", "or later", "or newer", "or higher", "or above"))
"""Hedges of a value that is itself a limit."""
_CYCLES = (
    ["half", "a third", "a quarter", "a fifth", "a tenth"],
    *(words.split() for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "January February March April May June July August September October November December",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )),
)  # fmt: skip


def quoted(text: str) -> str:
    """A text on one line, as YAML reads it back whatever it holds."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def kind_of(mention: Mention, quote: str) -> FactKind:
    """The kind of value that a fact has which a mention states; `within 30 days` is a length of time."""
    from checker.extraction.spells import spell

    return "duration" if isinstance(mention.value, Timex) and spell(mention.value, quote) else mention.kind


def slot_of(mention: Mention, quote: str) -> str:
    """The slot that takes a mention, with the words of it that a line has to say itself."""
    kind = kind_of(mention, quote)
    slot = f"{{{kind}}}"
    if isinstance(mention.value, Timex) and quote.lower().startswith("from "):
        return f"from {slot}"
    often = kind != mention.kind and quote.lower().startswith(("every", "each"))
    return f"every {slot}" if often else slot


def value_of(mention: Mention, quote: str) -> str:
    """What goes under `value`: the kind, with the noun or unit that the text has."""
    value, spec = mention.value, {"kind": str(kind_of(mention, quote))}
    if mention.kind == "count" and mention.noun:
        spec["noun"] = f"[{quoted(mention.noun)}]"
    if isinstance(value, Quantity) and value.unit and mention.kind in ("money", "ordinal"):
        spec["unit"] = value.unit
    if mention.kind == "quantity" and isinstance(value, Quantity) and (unit := _unit(value.unit_written)):
        spec["unit"] = unit if unit.isalpha() else quoted(unit)
    if mention.hedge in _LIMITS or (spec["kind"] != mention.kind and quote.startswith("within")):
        spec["limit"] = "true"
    return spec["kind"] if len(spec) == 1 else f"{{{', '.join(f'{key}: {text}' for key, text in spec.items())}}}"


def _unit(written: str) -> str | None:
    """A unit as rules know it."""
    from checker.rulebook.units import find_unit

    if written.startswith("degree "):
        written = f"deg{written.removeprefix('degree ')[:1].upper()}"
    ways = (written, written.replace(" per ", "/"))
    return next((way for way in ways if find_unit("quantity", way)), None)


def other_values(quote: str) -> Iterator[str]:
    """A value with another figure, month, weekday or number word in it."""
    for found in re.finditer(r"\d+", quote):
        number = int(found[0])
        for figure in (number + 7, max(number - 7, 1), number * 3):
            yield quote[: found.start()] + str(figure).zfill(len(found[0])) + quote[found.end() :]
    for cycle in _CYCLES:
        for place, word in enumerate(cycle):
            for written in (word, word.capitalize()):
                if re.search(rf"\b{written}\b", quote):
                    other = cycle[(place + 4) % len(cycle)]
                    yield re.sub(rf"\b{written}\b", other if written == word else other.capitalize(), quote)


def loaded(text: str, name: str) -> Rulebook | None:
    """The rules of a drafted file; None where they cannot be used."""
    from checker.rulebook import InvalidRules, load

    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / f"{name}.yaml"
        draft.write_text(text, encoding="utf-8")
        try:
            return load([str(draft)], [])
        except InvalidRules:
            return None


def passes(book: Rulebook) -> bool:
    """Whether every example of the rules comes out as it says."""
    from checker.verbs.rules_test import try_example

    return all(not try_example(fact, example, book)[0].reason for fact in book.facts for example in fact.examples)
