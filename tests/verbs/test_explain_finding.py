"""`checker explain FINDING`: why it is one fact, why it cannot all hold, and what would have made it pass.

What it says would pass is done, and must pass.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from checker.cli import main

RULES = """\
facts:
  cost:
    title: Cost of the hall
    value: {kind: money, unit: EUR}
    find: [cost]
    require: 1
  opened: {value: date, match: ["hall opened ... {date}"]}
  began: {value: date, match: ["work began ... {date}"]}
  took: {value: {kind: duration}, match: ["work took {duration}"]}
  killed: {value: {kind: count, noun: [civilian]}, find: [killed], as-of: published, trend: non-decreasing}
  crowd: {value: {kind: count, noun: [people]}, find: [marched]}
relations:
  length: opened - began ~ took
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rules.yaml").write_text(RULES, encoding="utf-8")
    Path("texts").mkdir()


def findings(**texts: str) -> list[dict[str, Any]]:
    for path in Path("texts").iterdir():
        path.unlink()
    for name, text in texts.items():
        Path("texts", f"{name}.txt").write_text(text, encoding="utf-8")
    main(["check", "texts", "--rules", "rules.yaml", "--published", "2025-06-04", "--out", "json=run.json", "-q"])
    found: list[dict[str, Any]] = json.loads(Path("run.json").read_text(encoding="utf-8"))["findings"]
    return found


def explained(finding: dict[str, Any], capsys: pytest.CaptureFixture[str], *where: str) -> str:
    capsys.readouterr()
    assert main(["explain", finding["id"], *(where or ("run.json",)), "-q"]) == 0
    return capsys.readouterr().out


def of(found: list[dict[str, Any]], rule: str) -> dict[str, Any]:
    return next(one for one in found if one["rule"].endswith(f"/{rule}"))


def test_a_conflict_of_amounts(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(a="The hall cost 1,000 euros.", b="The hall cost 1,200 euros.")
    said = explained(of(found, "cost"), capsys)
    assert "“1,000 euros” allows €950–1,050 (texts/a.txt)" in said
    assert "no value lies in both" in said
    assert "if texts/b.txt said €950–1,050" in said
    assert "if texts/a.txt said €1,150–1,250" in said


@pytest.mark.parametrize("where", [("run.json",), ("texts", "--rules", "rules.yaml")])
def test_a_source_without_lines_is_named_with_its_paragraph(
    where: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for name, euros in (("a", 1000), ("b", 1200)):
        word = docx.Document()
        for text in ("A fair day.", f"The hall cost {euros:,} euros."):
            word.add_paragraph(text)
        word.save(f"texts/{name}.docx")
    main(["check", "texts", "--rules", "rules.yaml", "--out", "json=run.json", "-q"])
    found = json.loads(Path("run.json").read_text(encoding="utf-8"))["findings"]
    said = explained(of(found, "cost"), capsys, *where)
    assert "  texts/a.docx, paragraph 2  “1,000 euros”" in said


def test_the_tolerance_that_it_names_is_enough_and_one_less_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"a": "The hall cost 1,000 euros.", "b": "The hall cost 1,200 euros."}
    said = explained(of(findings(**texts), "cost"), capsys)
    percent = int(said.partition("with `tolerance: ")[2].partition("%")[0])
    for room, clashes in ((percent, False), (percent - 1, True)):
        rules = RULES.replace("find: [cost]", f"find: [cost]\n    tolerance: {room}%")
        Path("rules.yaml").write_text(rules, encoding="utf-8")
        assert any(one["rule"].endswith("/cost") for one in findings(**texts)) == clashes


def test_the_days_that_it_names_are_enough_and_one_less_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"a": "The hall opened on May 3, 2025.", "b": "The hall opened on May 10, 2025."}
    said = explained(of(findings(**texts), "opened"), capsys)
    days = int(said.partition("with `tolerance: ")[2].partition(" day")[0])
    for room, clashes in ((days, False), (days - 1, True)):
        rules = RULES.replace("opened: {value: date", f"opened: {{tolerance: {room} days, value: date")
        Path("rules.yaml").write_text(rules, encoding="utf-8")
        assert any(one["rule"].endswith("/opened") for one in findings(**texts)) == clashes


def test_a_majority_is_named_and_not_asked_to_change(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(a="The hall cost 41 euros.", b="The hall cost 41 euros.", c="The hall cost 59 euros.")
    said = explained(of(found, "cost"), capsys)
    assert "the fewest that must be wrong: texts/c.txt" in said
    assert "if texts/c.txt said" in said
    assert "if texts/a.txt" not in said


def test_from_the_sources_as_well_with_the_place_of_the_rule(capsys: pytest.CaptureFixture[str]) -> None:
    finding = of(findings(a="The hall cost 1,000 euros.", b="The hall cost 1,200 euros."), "cost")
    where = ("--in", "texts", "--rules", "rules.yaml", "--published", "2025-06-04")
    said = explained(finding, capsys, *where)
    assert "takes them, at rules.yaml:2:3" in said
    assert "all are asserted" in said


def test_a_relation_is_turned_round_for_each_fact(capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "a": "The work began on May 3, 2024.",
        "b": "The hall opened on May 24, 2024.",
        "c": "The work took six weeks.",
    }
    said = explained(of(findings(**texts), "length"), capsys)
    assert "opened - began ~ took" in said
    assert "May 24, 2024 − May 3, 2024 = 21 days" in said
    assert "if `took` were 21 days" in said
    assert "if `began` were April" in said
    texts["c"] = "The work took 21 days."
    assert not any(one["kind"] == "relation" for one in findings(**texts))


def test_an_internal_check(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(of(findings(a="Sales rose 30% from 50 to 60 million euros."), "percentages"), capsys)
    assert "17.82 to 22.22% more" in said
    assert "if “30%” were 17.82 to 22.22%" in said


def test_a_fact_that_nobody_states(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(of(findings(a="The hall is large."), "cost"), capsys)
    assert "if 1 more source stated it" in said
    assert "without `require:` in the rule" in said


def test_speakers_who_differ(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(a="The police said 8,000 people marched.", b="Organisers said 30,000 people marched.")
    said = explained(of(found, "crowd"), capsys)
    assert "“8,000” by The police" in said
    assert "the sources quote different speakers" in said


def test_what_is_discovered(capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "The ferry to the island of Lorena struck a rock on Monday. Divers searched the wreck of the ferry near Lorena."
    )
    found = []
    for name, number in (("a", "forty-one"), ("b", "ninety-three")):
        Path("texts", f"{name}.txt").write_text(
            f"{body} The ferry to Lorena carried {number} passengers when it struck the rock.", encoding="utf-8"
        )
    main(["check", "texts", "--discover", "--published", "2025-06-04", "--out", "json=run.json", "-q"])
    found = [
        one
        for one in json.loads(Path("run.json").read_text(encoding="utf-8"))["findings"]
        if one["kind"] == "discovered"
    ]
    said = explained(found[0], capsys)
    assert "why these are the same fact" in said
    assert "“forty-one”" in said
    assert "Lorena" in said.partition("both sentences tell of ")[2].splitlines()[0]
    assert "no value lies in both" in said
    assert "if texts/b.txt said" in said


def test_the_beginning_of_an_id_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    finding = of(findings(a="The hall cost 1,000 euros.", b="The hall cost 1,200 euros."), "cost")
    assert "no value lies in both" in explained(finding | {"id": finding["id"][:6]}, capsys)


def test_an_id_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    findings(a="The hall cost 1,000 euros.")
    capsys.readouterr()
    assert main(["explain", "0123456789ab", "run.json"]) == 2
    assert "run.json has no finding of this id" in capsys.readouterr().err
