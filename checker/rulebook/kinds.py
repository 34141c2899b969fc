"""What people call a kind of value who do not know the kinds: `year`, `price`, `temperature`."""

from __future__ import annotations

from collections.abc import Iterable

from checker.rulebook.problems import did_you_mean

_CALLED = {
    "money": "amount cost currency dollar dollars euro euros eur fee gbp pound pounds price sum usd",
    "quantity": "area distance height length measure measurement size speed temperature volume weight width",
    "date": "datetime day month weekday year",
    "time": "clock hour",
    "duration": "age hours minutes months period span years",
    "number": "decimal figure float int integer numeric",
    "percent": "percentage rate share",
    "count": "item items people persons things total",
    "ordinal": "place position rank version",
    "ratio": "fraction",
}
_KIND = {word: kind for kind, words in _CALLED.items() for word in words.split()}


def mend_kind(word: str, kinds: Iterable[str], shown: str = "{}") -> str:
    """Which kind is meant by a word that is none; `shown` is how it is written there."""
    kinds = list(kinds)
    kind = _KIND.get(word.strip("$€£ ").casefold())
    if kind is not None and kind in kinds:
        return f"write `{shown.format(kind)}`" + (" and name the unit under `value`" if kind == "quantity" else "")
    return did_you_mean(word, kinds, "choose from: " + ", ".join(sorted(kinds)))
