"""Patterns over tokens: what a rule author's line matches, and what it must not."""

from __future__ import annotations

import pytest

from checker.extraction.matching import search
from checker.extraction.steps import Compiler, Hole, required
from checker.extraction.tokens import line, words
from checker.model.mention import Interval, Mention, Quantity
from checker.rulebook.patterns import parse_pattern

COMPILER = Compiler({"talks": tuple(parse_pattern(p) for p in ("talks", "round of talks", "meeting", "negotiations"))})


def number(text: str, quote: str) -> Mention:
    start = text.index(quote)
    span = Interval(1, 1)
    value = Quantity(span, span, span, "", number=1)
    return Mention(start, start + len(quote), start, start + len(quote), "number", value)


def matched(pattern: str, text: str, *quotes: str) -> list[str]:
    """What stands in the hole (or all that matches, without a hole) at each place."""
    mentions = [(n, number(text, quote)) for n, quote in enumerate(quotes)]
    ready = line(text, (0, len(text)), mentions)
    out = []
    for hit in search(COMPILER.steps(parse_pattern(pattern, slots=True)), ready, lambda _index, _hole: True):
        if hit.mention is not None:
            out.append(text[mentions[hit.mention][1].start : mentions[hit.mention][1].end])
        else:
            out.append(text[ready.tokens[hit.start].start : ready.tokens[hit.end - 1].end])
    return out


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("swap prisoner", "They were swapping prisoners.", ["swapping prisoners"]),
        ("hold talks", "Talks were held; they held the talks.", ["held the talks"]),
        ("first (direct) <talks>", "the first direct round of talks", ["first direct round of talks"]),
        ("first (direct) <talks>", "the first meeting", ["first meeting"]),
        ("(agree|refuse) to swap", "Both refused to swap.", ["refused to swap"]),
        ("=US aid", "US aid, not us aid", ["US aid"]),
        ("minister talks", "the minister's “talks”", ["minister's “talks"]),
        ("first talks", "The first, talks say, is best.", ["first, talks"]),
        ("first talks", "The first; talks failed.", []),
        ("U.S. aid", "U.S. aid", ["U.S. aid"]),
    ],
)
def test_words(pattern: str, text: str, found: list[str]) -> None:
    assert matched(pattern, text) == found


def test_a_gap_stays_in_its_clause() -> None:
    assert matched("talks ... {number}", "The talks, he said, took 5.", "5") == ["5"]
    assert matched("talks ... {number}", "The talks ended; there were 5.", "5") == []


def test_a_gap_never_passes_over_another_value() -> None:
    text = "The talks of 4 men took 5 hours."
    assert matched("talks ... {number}", text, "4", "5") == ["4"]
    assert matched("talks ... {number} hours", text, "4", "5") == []


def test_a_gap_passes_over_brackets_whole() -> None:
    assert matched("talks ... {number}", "The talks (held in 3 rooms; all small) took 5.", "5") == ["5"]


def test_the_words_that_must_be_there() -> None:
    assert "swapped" in required(COMPILER.steps(parse_pattern("swap ... (of) {number}", slots=True)))
    assert required(COMPILER.steps(parse_pattern("<talks> {number}", slots=True))) >= {
        "meeting",
        "negotiations",
    }
    assert required((Hole(None, ()),)) == frozenset()


def test_words_leave_fillers_out() -> None:
    assert words("the minister's “first-ever” talks") == ("minister", "first", "ever", "talks")
