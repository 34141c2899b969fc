"""What `rules new` and `suggest` share: the pieces of a drafted rule, and whether it passes its own examples."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.mention import Mention, Quantity

if TYPE_CHECKING:
    from checker.model.rule import Rulebook

HEAD = "# yaml-language-server: $schema=checker-rules.schema.json\nschema: 1\n"
_CYCLES = tuple(
    words.split()
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "January February March April May June July August September October November December",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    )
)


def quoted(text: str) -> str:
    """A text on one line, as YAML reads it back whatever it holds."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def value_of(mention: Mention) -> str:
    """What goes under `value`: the kind, with the noun or unit that the text has."""
    from checker.rulebook.units import find_unit

    if mention.kind == "count" and mention.noun:
        return f"{{kind: count, noun: [{quoted(mention.noun)}]}}"
    if mention.kind == "money" and isinstance(mention.value, Quantity):
        return f"{{kind: money, unit: {mention.value.unit}}}"
    if mention.kind == "ordinal" and isinstance(mention.value, Quantity) and mention.value.unit:
        return f"{{kind: ordinal, unit: {mention.value.unit}}}"
    if mention.kind == "quantity" and isinstance(mention.value, Quantity):
        written = mention.value.unit_written
        ways = (written, written.replace(" per ", "/"), f"deg{written.removeprefix('degree ')[:1].upper()}")
        unit = next((way for way in ways if find_unit("quantity", way)), None)
        if unit is not None:
            return f"{{kind: quantity, unit: {unit if unit.isalpha() else quoted(unit)}}}"
    return mention.kind


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
