"""What is passed over unread could not have matched."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.annotate import annotate
from checker.extraction import extract
from checker.extraction.matcher import compile_rules
from checker.extraction.prefilter import Anchors, Wordlist, looked_up
from checker.extraction.reading import Reading
from checker.extraction.tokens import Line, tokenize
from checker.ingest import from_text, read
from checker.model.rule import Rulebook
from checker.rulebook import load

ROOT = Path(__file__).parents[2]
ODD = (
    "The U.S. army’s car-park, 210km off O’Neill’s arts cartel; it didn't part 3.5 or 3,500 ways. "
    "İSTANBUL Straße ΟΔΟΣ e.g.five «art» art_car u.s.a. a.m., ²car 9th"
)
LIST = [
    "u.s.", "u", "army", "car", "park", "km", "o'neill", "neill", "art", "arts", "cartel", "didn't", "part", "3.5", "3",
    "3,500", "i̇stanbul", "straße", "five", "u.s.a.", "a.m.", "9", "th", "'s", "²",
]  # fmt: skip


@pytest.mark.parametrize("text", [ODD, *(document.text for document in read([ROOT / "fixtures"]).documents)])
def test_no_token_of_the_list_is_missed(text: str) -> None:
    for words in (LIST, {token.text for token in tokenize(text, 0, len(text))}):
        tokens = {token.text for token in tokenize(text, 0, len(text))}
        assert tokens & set(words) <= Wordlist(words).within(text)


def test_parts_of_words_are_no_words() -> None:
    assert Wordlist(["car", "art", "arts"]).within("The cartel of artists; arts") == {"arts"}


def test_a_thing_is_looked_up_by_what_fewest_share() -> None:
    revenue, report = frozenset(("revenue", "revenues")), frozenset(("report", "reports"))
    wanted = [(revenue, report, frozenset((name,))) for name in ("acme", "zest", "bolt")]
    anchors = Anchors(need for needs in wanted for need in needs)
    index = anchors.index([*wanted, ()])
    assert set(index) == {"acme", "zest", "bolt"}
    assert looked_up(index, {"bolt", "acme", "report"}) == {0, 2}
    assert anchors.of_any([wanted[0], wanted[1]]) == {"acme", "zest"}
    assert anchors.of_any([wanted[0], ()]) == frozenset()


RULES = """\
facts:
  cost: {value: money, match: ["bridge ... (cost|price) ... {money}", "(tolls of {money}|toll {value})"]}
  opened: {value: date, find: {any: [open], near: {any: [bridge], within: paragraph}}}
  closed: {value: date, find: {near: {any: [closure], within: paragraph}}}
"""


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    (tmp_path / "bridge.yaml").write_text(RULES, encoding="utf-8")
    return load([str(tmp_path / "bridge.yaml")], [])


def facts(text: str, book: Rulebook) -> list[str]:
    return [one.fact for one in extract(annotate(from_text(text)), book)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge had cost $5 million.", ["cost"]),
        ("A toll of $5 is due. The tolls: $7. They cost $9.", ["cost", "cost"]),
        ("The price of boats was $5 million.", []),
        ("The bridge is old. It opened on May 3, 2020.", ["opened"]),
        ("The bridge is old.\n\nIt opened on May 3, 2020.", []),
        ("A closure was feared. On May 3, 2020 it came.", ["closed"]),
    ],
)
def test_found_wherever_the_words_stand(text: str, found: list[str], book: Rulebook) -> None:
    assert facts(text, book) == found


def test_what_cannot_match_is_not_tokenised(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    read_lines: list[int] = []
    whole = Reading.line

    def noted(self: Reading, sentence: int) -> Line:
        read_lines.append(sentence)
        return whole(self, sentence)

    monkeypatch.setattr(Reading, "line", noted)
    text = "Boats take $3. A bridge stood here. The bridge cost 9 lives. The bridge cost $4. Rain fell."
    extract(annotate(from_text(text)), book)
    assert set(read_lines) == {3}


def test_a_rulebook_is_compiled_once(book: Rulebook) -> None:
    assert compile_rules(book) is compile_rules(book)
