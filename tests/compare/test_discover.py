"""`--discover` on stories of our own: the rows of `tests/corpus/discover.yaml`, and what holds whatever is found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

import checker
from checker import compare, pipeline
from checker.annotate import annotate
from checker.cli import main
from checker.ingest import from_text
from checker.model.comparison import Comparison, Finding
from checker.model.document import Sources
from checker.model.rule import Rulebook
from tests.compare.make import fact

ROWS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "corpus" / "discover.yaml").read_text(encoding="utf-8")
)
FERRY = (
    "Harbour officials said 14 passengers were hurt when the ferry Aurelia hit the rocks off Port Lindow.",
    "The ferry Aurelia hit the rocks off Port Lindow, and 19 passengers were hurt, harbour officials said.",
)


def story(
    texts: Sequence[str],
    published: Sequence[str | None] = (),
    *,
    groups: Sequence[str] = (),
    names: Sequence[str] = (),
    discover: bool = True,
) -> Comparison:
    days = [*published, *[None] * len(texts)]
    documents = tuple(
        from_text(
            text, id=names[n] if names else f"{n + 1}", published=days[n], meta={"story": groups[n]} if groups else {}
        )
        for n, text in enumerate(texts)
    )
    return pipeline.run(Sources(documents), Rulebook(), group_by="story" if groups else None, jobs=1, discover=discover)


def clashing(run: Comparison, finding: Finding) -> list[str]:
    known = {one.id: one for one in run.assertions}
    told = sorted((known[id_] for id_ in finding.evidence), key=lambda one: (one.document, one.start))
    return [one.text for one in told]


@pytest.mark.parametrize(
    ("kind", "row"),
    [pytest.param(kind, row, id=f"{kind} {n}") for kind, rows in ROWS.items() for n, row in enumerate(rows, start=1)],
)
def test_row(kind: str, row: dict[str, Any]) -> None:
    run = story(row["texts"], row.get("published", ()))
    severity = "note" if kind == "notes" else "warning"
    assert [clashing(run, finding) for finding in run.findings] == row.get("finds", [])
    assert {finding.severity for finding in run.findings} <= {severity}


def test_nothing_is_compared_unless_asked() -> None:
    assert story(FERRY, discover=False).findings == ()


def test_a_finding_says_who_states_what_and_why_it_is_one_thing() -> None:
    run = story(FERRY)
    (finding,) = run.findings
    (fact,) = run.facts
    assert (finding.kind, finding.rule, finding.verdict) == ("discovered", "general/discovered", "conflicting")
    assert "14 (1), 19 (2)" in finding.message
    assert [(side.label, side.documents) for side in fact.sides] == [("14", ("1",)), ("19", ("2",))]
    assert any("Aurelia" in step for step in finding.steps)
    assert any("passengers" in step for step in finding.steps)
    assert "“14” and “19” have no value in common" in finding.steps


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("just before 4 a.m.", "at 6:10 a.m.", "“4 a.m.” and “6:10 a.m.” are 2 hours 10 minutes apart"),
        ("on Friday", "on Monday", "“Friday” and “Monday” are different days"),
        ("in 2016", "in 2018", "“2016” and “2018” are different years"),
        ("for 12 hours", "for 21 hours", "“12 hours” and “21 hours” have no value in common"),
    ],
)
def test_a_finding_says_how_the_values_differ_and_what_agrees(one: str, other: str, why: str) -> None:
    run = story(tuple(f"The 3 kilns of the Fenwick glass plant in Voss burned {when}." for when in (one, other)))
    (finding,) = run.findings
    assert finding.steps == (
        "both sentences tell of “kilns”, “Fenwick glass plant”, “Voss burned”",
        "both also state “3”",
        why,
    )


def test_the_order_of_sources_changes_nothing() -> None:
    one, other = story(FERRY, names=("a", "b")), story(FERRY[::-1], names=("b", "a"))
    assert [finding.id for finding in one.findings] == [finding.id for finding in other.findings]


def test_a_finding_keeps_its_id_when_lines_move() -> None:
    moved = (f"Port Lindow\n\nThe sea was calm.\n\n{FERRY[0]}", FERRY[1])
    assert [one.id for one in story(FERRY).findings] == [one.id for one in story(moved).findings]


def test_a_finding_has_another_id_when_a_value_changes() -> None:
    changed = (FERRY[0], FERRY[1].replace("19", "29"))
    assert {one.id for one in story(FERRY).findings}.isdisjoint(one.id for one in story(changed).findings)


def test_documents_of_different_groups_are_never_compared() -> None:
    assert story(FERRY, groups=("lindow", "elsewhere")).findings == ()
    assert len(story(FERRY, groups=("lindow", "lindow")).findings) == 1


def test_what_a_rule_has_judged_is_not_discovered_again() -> None:
    rule = fact()
    evidence = []
    for n, text in enumerate(FERRY):
        annotated = annotate(from_text(text, id=str(n)))
        made = compare._stated(annotated, 0, "toll", "0")
        evidence.append(compare.inspect(annotated, [replace(made, pack="p")], (), discovering=True))
    run = compare.compare(evidence, (), Rulebook(facts=(rule,)))
    assert [finding.kind for finding in run.findings] == ["conflict"]


def test_values_of_different_speakers_are_disputed() -> None:
    run = story(
        (
            "Organisers said 300 people marched through Ravna against the closure of the pit.",
            "Police said 120 people marched through Ravna against the closure of the pit.",
        )
    )
    assert [(one.verdict, one.severity) for one in run.findings] == [("disputed", "warning")]


def test_many_sources_that_agree_are_one_side() -> None:
    run = story((*[FERRY[0].replace("said", word) for word in ("said", "reported", "added")], FERRY[1]))
    (finding,) = run.findings
    assert clashing(run, finding) == ["14", "14", "14", "19"]
    assert [len(side.documents) for side in run.facts[0].sides] == [3, 1]


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("north.txt", "south.txt"), FERRY, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_warning_fails_a_check_only_where_it_is_asked_to(ferry: Path) -> None:
    assert main(["check", ".", "--discover", "-q"]) == 0
    assert main(["check", ".", "--discover", "-q", "--fail-on", "warning"]) == 1
    assert main(["check", ".", "-q", "--fail-on", "warning"]) == 0


def test_the_configuration_can_ask_for_it(ferry: Path) -> None:
    (ferry / "checker.toml").write_text('discover = true\nfail-on = "warning"\n', encoding="utf-8")
    assert main(["check", "north.txt", "south.txt", "-q"]) == 1
    (ferry / "checker.toml").write_text('discover = "yes"\n', encoding="utf-8")
    assert main(["check", "north.txt", "south.txt", "-q"]) == 2


def test_a_title_beside_the_text_is_held_against_its_own_text_alone(tmp_path: Path) -> None:
    text = "The ferry Aurelia hit the rocks off Port Lindow on Monday, and 14 passengers were hurt."
    titles = ("14 passengers hurt as ferry Aurelia hits rocks", "19 passengers hurt as ferry Aurelia hits rocks")
    records = [{"id": name, "text": text, "title": title} for name, title in zip("ab", titles, strict=True)]
    source = tmp_path / "ferry.jsonl"
    source.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert [one.rule for one in checker.check([source], discover=True).findings] == ["general/headline"]


def test_the_library_can_ask_for_it(ferry: Path) -> None:
    assert [one.rule for one in checker.check([ferry], discover=True).findings] == ["general/discovered"]
    assert checker.check([ferry]).findings == ()


def test_a_run_says_that_it_was_asked_for(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", ".", "--discover", "-q", "--out", "json"])
    run = json.loads(capsys.readouterr().out)
    known = {one["id"]: one["text"] for one in run["assertions"]}
    (finding,) = run["findings"]
    assert (finding["kind"], finding["severity"]) == ("discovered", "warning")
    assert [known[one] for one in finding["evidence"]] == ["14", "19"]
    assert "discover" in json.dumps(run["options"] if "options" in run else run["tool"])


def test_one_odd_value_is_found_among_many_outlets() -> None:
    texts = [f"{FERRY[0]} Outlet{n} spoke to witness{n}, who has 2 boats and 3 nets." for n in range(90)]
    texts[40] = texts[40].replace("14 passengers", "19 passengers")
    run = story(texts)
    (finding,) = run.findings
    assert sorted(clashing(run, finding)).count("19") == 1
    assert [side.label for side in run.facts[0].sides] == ["14", "19"]


def test_a_clash_is_found_among_thousands_of_sentences() -> None:
    filler = [f"The depot in Town{n} sold {n + 20} crates of fruit{n} to buyer{n} in week{n % 52}." for n in range(600)]
    run = story((" ".join([*filler[:300], FERRY[0]]), " ".join([*filler[300:], FERRY[1]])))
    assert [clashing(run, finding) for finding in run.findings] == [["14", "19"]]
