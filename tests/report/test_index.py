"""The page over many runs: which runs are one story, what its last one changed, and what is shown first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker import report
from checker.cli import main
from checker.model.comparison import Comparison
from checker.model.rule import Pack
from checker.report.html import render_index
from checker.report.html.index import Saved, build
from tests.report.sample import comparison
from tests.report.test_html import discovered

FERRY = comparison(known=False)
GENERAL = Pack("general", "What every document must fulfil", ())


def without(run: Comparison, *findings: str) -> Comparison:
    return replace(run, findings=tuple(each for each in run.findings if each.id not in findings))


def moved(run: Comparison, folder: str) -> Comparison:
    """The same run on sources of another folder."""
    there = {each.id: each.id.replace("ferry/", f"{folder}/") for each in run.documents}
    return replace(
        run,
        documents=tuple(replace(each, id=there[each.id]) for each in run.documents),
        assertions=tuple(replace(each, document=there[each.document]) for each in run.assertions),
        findings=(),
    )


def test_runs_on_one_folder_are_one_story_and_its_last_run_is_told() -> None:
    before, after = without(FERRY, "f-77e0b2c4"), without(FERRY, "f-3d1c07aa")
    page = build([Saved("1.json", FERRY), Saved("2.json", before), Saved("3.json", after)])
    (story,) = page.stories
    assert (story.title, story.about) == ("Ferry", "Ferry accident")
    assert (story.said, story.new, [each.split(":")[0] for each in story.fixed]) == (
        "8 → 7 → 7", 1, ["Passengers taken to hospital"],
    )  # fmt: skip
    assert [each.title for each in story.open if each.new] == ["Day the ferry struck the reef"]
    assert [name for name, _, _ in story.runs] == ["3.json", "2.json", "1.json"]


def test_what_is_found_without_a_rule_makes_no_other_story() -> None:
    found = discovered()
    page = build([Saved("1.json", without(FERRY)), Saved("2.json", replace(found, packs=(*found.packs, GENERAL)))])
    (story,) = page.stories
    assert [each.title for each in story.open if each.new] == []
    assert len(story.runs) == 2


def test_a_first_run_has_nothing_new() -> None:
    (story,) = build([Saved("1.json", FERRY)]).stories
    assert (story.new, story.fixed, story.state) == (0, (), "known")


def test_stories_with_something_new_come_before_those_without_and_calm_ones_last() -> None:
    calm = moved(FERRY, "calm")
    old = [Saved("a.json", moved(FERRY, "old")), Saved("b.json", moved(FERRY, "old"))]
    page = build([Saved("c.json", calm), *old, Saved("1.json", without(FERRY, "f-3d1c07aa")), Saved("2.json", FERRY)])
    assert [each.title for each in page.stories] == ["Ferry", "Calm", "Old"]
    assert (page.clashing, page.new, page.fixed) == (1, 1, 0)


def test_accepted_findings_are_not_open() -> None:
    (story,) = build([Saved("1.json", comparison())]).stories
    assert story.known == 1
    assert "Day the ferry struck the reef" not in [each.title for each in story.open]


def test_a_run_in_groups_is_a_story_for_each() -> None:
    harbour = {"ferry/harbour-herald.txt", "ferry/radio-skerry.txt", "ferry/northwire.md"}
    run = replace(
        FERRY,
        options=(("group_by", "desk"),),
        documents=tuple(
            replace(each, meta=(("desk", "harbour" if each.id in harbour else "island"),)) for each in FERRY.documents
        ),
        facts=tuple(replace(each, group="harbour") for each in FERRY.facts if each.id == "in-hospital"),
        relations=(),
    )
    page = build([Saved("1.json", run)])
    told = {each.title: [one.title for one in each.open] for each in page.stories}
    assert set(told) == {"harbour", "island"}
    assert told["harbour"][0] == "Passengers taken to hospital (harbour)"
    assert "Two units for one distance" in told["island"]


def test_the_page_escapes_and_gives_the_same_bytes() -> None:
    nasty = replace(FERRY, findings=tuple(replace(each, title="<script>alert(1)</script>") for each in FERRY.findings))
    saved = [Saved('"><img src=x>.json', nasty, "a b.html"), Saved("2.json", nasty)]
    page = render_index(saved)
    assert page == render_index(saved)
    assert "<img" not in page
    assert "<script>alert" not in page


def test_no_run_has_a_story_where_no_source_was_read() -> None:
    assert "No story conflicts" in render_index([Saved("1.json", Comparison())])


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / "1.json").write_text(report.render(FERRY, "json"), encoding="utf-8")
    (tmp_path / "runs" / "1.html").write_text("the report", encoding="utf-8")
    return tmp_path


def test_the_command_links_to_the_report_beside_a_run(saved: Path) -> None:
    index = saved / "pages" / "index.html"
    assert main(["report", str(saved / "runs" / "1.json"), "--index", str(index), "-q"]) == 0
    page = index.read_text(encoding="utf-8")
    assert 'href="../runs/1.html"' in page
    assert 'href="../runs/1.html#finding-f-3d1c07aa"' in page


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--index", "i.html", "--out", "html"], "do not go together"),
        (["RUN"], "`--index FILE` writes a page over them"),
        (["missing.json", "--index", "i.html"], "missing.json"),
    ],
)
def test_what_the_command_cannot_do_it_says(
    saved: Path, more: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = str(saved / "runs" / "1.json")
    assert main(["report", run, *(run if each == "RUN" else each for each in more)]) == 2
    assert says in capsys.readouterr().err
