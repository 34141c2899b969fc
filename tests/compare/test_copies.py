"""Copies of one story are found, and count once."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

import pytest

from checker.compare.bounds import bounds
from checker.compare.copies import copies, origins
from checker.compare.facts import Key, judge_fact
from checker.compare.judging import judge
from checker.ingest import from_text
from checker.model.comparison import Assertion
from checker.model.document import Document
from checker.model.rule import Rulebook
from checker.pipeline import compare_texts
from checker.report import html, markdown
from checker.report import json as saved
from tests.compare.make import amount, fact, said

KEY = Key("", "p", "toll", ())
_SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]


def story(seed: int, words: int = 220) -> list[str]:
    """A text that no other seed shares a run of words with."""
    chance = random.Random(seed)
    return ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(words)]


def document(id_: str, words: Sequence[str]) -> Document:
    return from_text(" ".join(words) + ".", id=id_)


def test_a_copy_is_found_whatever_was_added_around_it() -> None:
    wire = story(1)
    made = [document("wire", wire), document("reprint", [*story(2, 30), *wire]), document("own", story(3))]
    assert copies(made) == (("reprint", "wire"),)


def test_a_story_cut_to_its_first_half_is_a_copy() -> None:
    wire = story(1)
    assert copies([document("a", wire), document("b", wire[:110])]) == (("a", "b"),)


def test_a_changed_word_here_and_there_leaves_a_copy() -> None:
    wire = story(1)
    edited = [*wire]
    for at in range(10, len(edited), 40):
        edited[at] = "changed"
    assert copies([document("a", wire), document("b", edited)]) == (("a", "b"),)


def test_a_quotation_makes_no_copy() -> None:
    quoted = story(9, 60)
    made = [document("a", [*story(1), *quoted]), document("b", [*story(2), *quoted])]
    assert copies(made) == ()


def test_a_brief_that_two_reports_quote_makes_no_copies_of_them() -> None:
    brief = story(9, 60)
    made = [document("a", [*story(1), *brief]), document("b", [*story(2, 200), *brief]), document("brief", brief)]
    assert copies(made) == (("a", "brief"),)


def test_short_texts_are_never_copies() -> None:
    assert copies([document("a", story(1, 20)), document("b", story(1, 20))]) == ()


def test_stories_of_other_groups_are_apart() -> None:
    made = [document("a", story(1)), document("b", story(1))]
    assert copies(made, {"a": "monday", "b": "tuesday"}) == ()


def test_the_order_of_documents_changes_nothing() -> None:
    made = [document(f"{n}{letter}", story(n)) for n in range(4) for letter in "abc"]
    assert copies(made) == copies(made[::-1]) == tuple((f"{n}a", f"{n}b", f"{n}c") for n in range(4))


def test_many_documents_are_compared_without_all_their_pairs() -> None:
    made = [document(f"{n:03}{letter}", story(n)) for n in range(60) for letter in "ab"]
    assert copies(made) == tuple((f"{n:03}a", f"{n:03}b") for n in range(60))


def count(document_id: str, number: float) -> Assertion:
    return said(document_id, amount(number, number), f"{number:g}")


COPIES = {"b": "a", "c": "a", "a": "a"}


@pytest.mark.parametrize(
    ("numbers", "wrong", "tied"),
    [
        pytest.param({"a": 5, "b": 5, "c": 5, "x": 7}, (), True, id="three copies against one report"),
        pytest.param({"a": 5, "b": 5, "c": 5, "x": 7, "y": 7}, ("a", "b", "c"), False, id="against two reports"),
        pytest.param({"a": 5, "b": 5, "c": 6}, ("c",), False, id="one copy differs from its like"),
        pytest.param({"a": 5, "x": 5, "y": 7}, ("y",), False, id="one copy alone is a whole source"),
    ],
)
def test_copies_share_one_vote(numbers: dict[str, float], wrong: tuple[str, ...], tied: bool) -> None:
    items = [item for name, number in numbers.items() if (item := bounds(count(name, number))) is not None]
    judgement = judge(items, COPIES)
    assert (judgement.wrong, judgement.tied) == (wrong, tied)


def test_copies_alone_are_one_source() -> None:
    result = judge_fact(fact(), KEY, [count("a", 5), count("b", 5)], COPIES)
    assert (result.verdict, result.reason) == ("single_source", "2 copies of one story state it")


def test_a_copy_and_another_report_agree() -> None:
    assert judge_fact(fact(), KEY, [count("a", 5), count("b", 5), count("x", 5)], COPIES).verdict == "consistent"


def test_copies_of_two_stories_agree() -> None:
    two = {"a": "a", "b": "a", "x": "x", "y": "x"}
    assert judge_fact(fact(), KEY, [count("a", 5), count("x", 5)], two).verdict == "consistent"


def test_copies_that_differ_conflict_all_the_same() -> None:
    assert judge_fact(fact(), KEY, [count("a", 5), count("b", 6)], COPIES).verdict == "conflicting"


def test_a_run_says_which_sources_are_copies() -> None:
    text = " ".join(story(1))
    run = compare_texts([text, text, " ".join(story(2))], [None] * 3, Rulebook())
    assert run.copies == (("text 1", "text 2"),)
    assert origins(run.copies) == {"text 1": "text 1", "text 2": "text 1"}


def test_reports_say_which_sources_are_copies() -> None:
    text = " ".join(story(1))
    run = compare_texts([text, text, " ".join(story(2))], [None] * 3, Rulebook())
    assert "3 sources read, 1 of them a copy of another" in markdown.render(run)
    assert "a copy of text 1" in html.render(run)
    assert json.loads(saved.render(run))["copies"] == [["text 1", "text 2"]]
