"""What a line of words is read as."""

from __future__ import annotations

import pytest

from checker.model.pattern import Gap, Group, Node, Sequence, Slot, Vocabulary, Word
from checker.rulebook.patterns import parse_pattern, size_of, slot_counts


def shown(node: Node | Sequence) -> str:
    """A tree in one line: `?` optional, `!` exact."""
    match node:
        case Sequence(nodes):
            return " ".join(shown(one) for one in nodes)
        case Word(text, exact):
            return f"!{text}" if exact else text
        case Vocabulary(name):
            return f"<{name}>"
        case Slot(kind, noun):
            return f"{{{kind}{'' if noun is None else ' ' + shown(noun)}}}"
        case Gap():
            return "..."
        case Group(choices, optional):
            return f"[{'|'.join(shown(choice) for choice in choices)}]{'?' if optional else ''}"


@pytest.mark.parametrize(
    ("line", "tree"),
    [
        ("first talks", "first talks"),
        ("first (direct) <talks> ... {date}", "first [direct]? <talks> ... {date}"),
        ("(a|b) c", "[a|b] c"),
        ("(a|b|) c", "[a|b]? c"),
        ("(|a) c", "[a]? c"),
        ("(a b|c (d|e)) f", "[a b|c [d|e]] f"),
        ("{count prisoner}", "{count prisoner}"),
        ("{count <pow>} freed", "{count <pow>} freed"),
        ("{count (old|young) man}", "{count [old|young] man}"),
        ("{value} later", "{None} later"),
        ("{ money } paid", "{money} paid"),
        ("=May {date}", "!May {date}"),
        ("cease-fire of O'Neill's", "cease-fire of O'Neill's"),
        ("the U.S. army", "the U.S. army"),
        ("F-16 jets, ".rstrip(", "), "F-16 jets"),
        ("began … {date}", "began ... {date}"),
        ("<a><b>", "<a> <b>"),
        ("total, in all {count}", "total in all {count}"),
        ("lanes: {count}", "lanes [:]? {count}"),
        ("< talks >", "<talks>"),
        ("café été 24/7", "café été 24/7"),
    ],
)
def test_tree(line: str, tree: str) -> None:
    parsed = parse_pattern(line, slots=True)
    assert shown(parsed) == tree
    assert parsed.text == line


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("a {date}", (1, 1)),
        ("a ({date})", (0, 1)),
        ("({date}|{date} b) a", (1, 1)),
        ("({date}|b) a", (0, 1)),
        ("{date} {date}", (2, 2)),
    ],
)
def test_slots_are_counted_over_every_reading(line: str, counts: tuple[int, int]) -> None:
    assert slot_counts(parse_pattern(line, slots=True)) == counts


def test_size_counts_vocabularies_in_place() -> None:
    assert size_of(parse_pattern("(a|b <v>) {count <v>} <w>", slots=True), {"v": 10, "w": 100}) == 123
