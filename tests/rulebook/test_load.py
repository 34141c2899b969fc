"""What a good rule file comes to."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from checker.model.mention import Interval
from checker.model.pattern import Group, Regex, Sequence, Slot, Vocabulary, Word
from checker.model.rule import Fact, Rate, Relation, Rulebook
from checker.rulebook import InvalidRules, load
from tests.rulebook.good import GOOD


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    path = tmp_path_factory.mktemp("rules") / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return load([str(path)], [])


def fact(book: Rulebook, name: str) -> Fact:
    return next(one for one in book.facts if one.id == name)


def relation(book: Rulebook, name: str) -> Relation:
    return next(one for one in book.relations if one.id == name and isinstance(one, Relation))


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_pack(book: Rulebook) -> None:
    (pack,) = book.packs
    assert (pack.id, pack.title) == ("lighthouse", "The lighthouse of Skerry Point")
    assert [digest for _, digest in pack.files] == [hashlib.sha256(GOOD.encode()).hexdigest()]
    assert [name for name, _ in pack.vocabulary] == ["repair", "tower"]
    assert [(e.name, [c.name for c in e.cases]) for e in pack.events] == [("phase", ["1", "2", "no"])]
    assert pack.events[0].cases[0].around == "2024-03-01"
    assert pack.events[0].cases[2].cues[0].nodes == (Word("NO", exact=True),)
    assert book.checks == ("weekday",)


def test_fact(book: Rulebook) -> None:
    one = fact(book, "reopened")
    assert (one.value.kind, one.tolerance, one.require, one.severity) == ("date", (1.0, "day"), 2, "warning")
    assert one.aliases == ("opened-again",)
    assert one.tags == ("tourism",)
    assert [(q.name, q.only, q.missing, q.event is None) for q in one.qualifiers] == [
        ("phase", "1", "own-document", False),
        ("person", None, "own-document", True),
    ]
    assert one.known[0].values == ("May 3", "May 4")
    first, second, third, fourth, fifth = one.match
    assert isinstance(first.pattern, Sequence)
    assert isinstance(first.pattern.nodes[0], Vocabulary)
    assert [n.optional for n in first.pattern.nodes if isinstance(n, Group)] == [True, True]
    assert (second.status, second.qualifiers) == ("asserted", (("phase", "2"),))
    assert third.qualifiers == (("phase", "1"),)
    assert isinstance(third.pattern, Sequence)
    assert third.pattern.nodes[-1] == Slot(None)
    assert isinstance(fourth.pattern, Regex)
    assert fifth.means == "lighthouse/repair-end"
    assert GOOD.split("\n")[first.place.line - 1][first.place.column - 1 :].startswith("<tower>")


def test_examples(book: Rulebook) -> None:
    same, apart, elsewhere = fact(book, "reopened").examples
    assert same.published == ("2024-06-01", "2024-06-01")
    assert apart.published == ("2024-06-01", None)
    assert (same.todo, apart.todo) == (False, True)
    assert (elsewhere.expect, elsewhere.texts) == ("nothing", ("The museum reopened on May 3.",))


def test_find(book: Rulebook) -> None:
    find = fact(book, "visitors").find
    assert find is not None
    assert [(near.within.scope, near.within.words) for near in find.near] == [("words", 6), ("clause", 0)]
    assert find.within.scope == "paragraph"
    assert [tree.text for tree in find.none] == ["expected"]


@pytest.mark.parametrize(
    ("near", "comes_to"),
    [
        ("near: ferry", [["ferry"]]),
        ("near: [ferry, ship]", [["ferry", "ship"]]),
        ("near: {any: [ferry, ship], within: sentence}", [["ferry", "ship"]]),
        ("near: [{any: ferry}, {any: [ship, boat]}]", [["ferry"], ["ship", "boat"]]),
        ("near: [{any: ferry}, ship]", [["ferry"], ["ship"]]),
    ],
)
def test_bare_words_under_near_are_alternatives(near: str, comes_to: list[list[str]], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"facts: {{a: {{value: date, find: {{any: x, {near}}}}}}}\n", encoding="utf-8")
    find = load([str(tmp_path / "a.yaml")], []).facts[0].find
    assert find is not None
    assert [[tree.text for tree in one.any] for one in find.near] == comes_to


@pytest.mark.parametrize(
    ("name", "unit", "plausible", "tolerance"),
    [
        ("visitors", None, Interval(1, 1_000_000), (0.0, "")),
        ("cost", "GBP", Interval(None, 5e6), (2.0, "%")),
        ("grant", "GBP", None, (500.0, "")),
        ("height", "meter", Interval(10 * 0.3048, 300 * 0.3048), (3.0, "")),
        ("closed-for", "second", None, (1209600.0, "")),
    ],
)
def test_values_are_in_base_units(
    book: Rulebook, name: str, unit: str | None, plausible: Interval | None, tolerance: tuple[float, str]
) -> None:
    one = fact(book, name)
    assert (one.value.unit, one.value.plausible, one.tolerance) == (unit, plausible, tolerance)


def test_totals(book: Rulebook) -> None:
    value = fact(book, "volunteers").value
    assert (value.per, value.parties, fact(book, "volunteers").status) == ("shift", 3, "planned")


def test_relations(book: Rulebook) -> None:
    texts = {one.id: one.text for one in book.relations}
    assert texts == {
        "grant-within": "grant <= cost",
        "closure": "reopened - repair-end < 3 weeks",
        "in-order-1": "repair-end < reopened",
        "in-order-2": "reopened < published",
        "people": "visitors + volunteers ~ all-people",
        "grant-part": "grant <= cost",
        "waited": "reopened - repair-end ~ closed-for",
        "granted": "grant / cost ~ grant-share",
        "grew": "(cost - grant) / grant ~ 20%",
        "pounds": "one rate between GBP and USD for cost, grant",
        "tall": "height > 2 * (10 m + 5 m)",
        "new-enough": "reopened >= 2024-01-01",
    }
    assert relation(book, "closure").severity == "note"
    rate = next(one for one in book.relations if isinstance(one, Rate))
    assert (rate.facts, rate.currencies) == (("lighthouse/cost", "lighthouse/grant"), ("GBP", "USD"))


def test_nothing_keeps_its_place_in_the_file(book: Rulebook) -> None:
    """A rulebook goes to other processes: it holds plain strings alone, and survives the way."""
    assert pickle.loads(pickle.dumps(book)) == book
    kinds = {type(leaf) for leaf in leaves(book)}
    assert kinds <= {str, int, float, bool, type(None)}


def leaves(value: Any) -> list[Any]:
    if is_dataclass(value) and not isinstance(value, type):
        return [leaf for field in fields(value) for leaf in leaves(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]


def test_text_stays_text(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.yaml",
        "events: {side: {no: no, 010: x, 1:30: y, on: z, 1.10: w}}\nfacts:\n  a: {value: date, find: yes, title: 010, qualifiers: {side: no}}\n",
    )
    book = load([path], [])
    assert [case.name for case in book.packs[0].events[0].cases] == ["no", "010", "1:30", "on", "1.10"]
    assert book.facts[0].title == "010"
    assert book.facts[0].qualifiers[0].only == "no"


def test_all_errors_of_a_file_at_once(tmp_path: Path) -> None:
    text = (
        "facts:\n  a: {value: date, find: '(x', severity: eror}\n  b: {value: dat, find: y}\n  c: {value: {kind: money, unit: EURO}, find: z}\n"
        "  d: {value: date, find: <nobody>, match: '{date}'}\nrelations: {r: b < a, s: a ~ c, u: a + d < a}\n"
    )
    with pytest.raises(InvalidRules) as caught:
        load([write(tmp_path, "a.yaml", text)], [])
    assert [(p.place.line, p.message.split(":")[0]) for p in caught.value.problems] == [
        (2, "`(` is never closed"),
        (2, "`eror` is no `severity`"),
        (3, "`dat` is no `kind`"),
        (4, "`EURO` is no currency"),
        (5, "the slot alone would match every value of its kind"),
        (6, "`a` is a date and `c` money"),
        (6, "two dates cannot be added"),
    ]


def test_files_of_a_folder_share_names(tmp_path: Path) -> None:
    write(tmp_path, "sea/words.yaml", "vocabulary: {boat: [boat, ferry]}\nevents: {trip: {1: first}}\n")
    write(
        tmp_path, "sea/facts.yaml", "facts: {left: {value: date, match: '<boat> left {date}', qualifiers: {trip: 1}}}\n"
    )
    write(tmp_path, "sea/more.yml", "facts: {came: {value: date, find: came}}\nrelations: {order: left < came}\n")
    write(tmp_path, "sea/.hidden.yaml", "nonsense\n")
    book = load([str(tmp_path / "sea")], [])
    assert [(p.id, len(p.files)) for p in book.packs] == [("sea", 3)]
    assert {f.id for f in book.facts} == {"left", "came"}


@pytest.mark.parametrize(
    ("name", "pack"), [("Été 2025.yaml", "ete-2025"), ("bridge.yml", "bridge"), ("___.yaml", "rules")]
)
def test_a_file_without_a_pack_is_one_by_its_name(tmp_path: Path, name: str, pack: str) -> None:
    path = write(tmp_path, name, "facts: {a: {value: date, find: x}}\n")
    assert [fact.pack for fact in load([path], []).facts] == [pack]


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", "facts: {a: {value: date, find: x}}\n")
    book = load([path, str(tmp_path), path], [])
    assert (len(book.facts), len(book.packs[0].files)) == (1, 1)


def test_empty_sections_are_empty(tmp_path: Path) -> None:
    book = load([write(tmp_path, "a.yaml", "facts:\nrelations:\nvocabulary:\nevents:\nextends:\n")], [])
    assert (book.facts, book.relations) == ((), ())


def test_packs_extend_packs(tmp_path: Path) -> None:
    write(tmp_path, "base/a.yaml", "vocabulary: {boat: [boat]}\nfacts: {built: {value: date, find: [built]}}\n")
    path = write(
        tmp_path,
        "top/a.yaml",
        "extends: base\nfacts: {sank: {value: date, match: '<boat> sank {date}'}}\nrelations: {r: built < sank, s: base/built < sank}\n",
    )
    book = load([path], [])
    assert [pack.id for pack in book.packs] == ["base", "a"]
    assert [name for name, _ in book.packs[1].vocabulary] == ["boat"]
    assert {str(one.left.fact) for one in book.relations if isinstance(one, Relation)} == {"base/built"}  # type: ignore[union-attr]


def test_circle_of_packs(tmp_path: Path) -> None:
    write(tmp_path, "a/x.yaml", "extends: b\nfacts: {x: {value: date, find: x}}\n")
    write(tmp_path, "b/x.yaml", "extends: a\n")
    with pytest.raises(InvalidRules, match="circle: a, b"):
        load([str(tmp_path / "a")], [])


def test_same_fact_in_two_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path, f"p/{name}.yaml", "facts: {x: {value: date, find: x}}\n")
    with pytest.raises(InvalidRules, match="already names a fact"):
        load([str(tmp_path / "p")], [])


@pytest.mark.parametrize(
    ("files", "packs", "said"),
    [
        (["nowhere.yaml"], [], "cannot be read: no such file"),
        ([], ["no-such-pack"], "no built-in pack"),
        (["{folder}"], [], "no rule files"),
    ],
)
def test_what_is_not_there(tmp_path: Path, files: list[str], packs: list[str], said: str) -> None:
    with pytest.raises(InvalidRules, match=said) as caught:
        load([name.format(folder=tmp_path) for name in files], packs)
    assert caught.value.problems[0].mend


def test_unreadable_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"title: caf\xe9\n")
    with pytest.raises(InvalidRules, match=r"a\.yaml:1:11: error: this byte is no UTF-8"):
        load([str(path)], [])


def test_unknown_check(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", "checks: [weekdays]\n")
    assert load([path], []).checks == ("weekdays",)
    with pytest.raises(InvalidRules, match="did you mean `weekday`"):
        load([path], [], checks=["weekday", "ranges"])


def test_no_error_where_a_broken_fact_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", "facts:\n  a: {find: x}\n  b: {value: date, find: y}\nrelations: {r: a < b}\n")
    with pytest.raises(InvalidRules) as caught:
        load([path], [])
    assert [p.message for p in caught.value.problems] == ["`value` is missing in the fact `a`"]
