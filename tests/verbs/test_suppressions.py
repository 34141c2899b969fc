"""What a source asks to be ignored is known, for as long as it says, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.verbs.story import CHECK, checked, edit, ended, write_story

IGNORED = 'checker: ignore aboard reason="the first edition"'


@pytest.fixture(autouse=True)
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)


def put(name: str, line: str) -> None:
    path = Path("news", name)
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["aboard", "harbour/aboard", "crew, aboard"])
def test_an_ignored_conflict_is_known(capsys: pytest.CaptureFixture[str], name: str) -> None:
    put("wire.txt", f'checker: ignore {name} reason="the first edition"')
    code, run = checked(capsys)
    (finding,) = (one for one in run["findings"] if one["fact"] == "aboard")
    assert code == 0
    assert (finding["state"], finding["known_by"], finding["reason"]) == ("known", "source", "the first edition")
    assert finding["message"].endswith("(ignored: the first edition)")


def test_a_finding_can_be_ignored_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    (finding,) = checked(capsys)[1]["findings"]
    put("wire.txt", f'checker: ignore {finding["id"]} reason="the first edition"')
    assert checked(capsys)[0] == 0


def test_another_source_that_does_not_fit_is_news(capsys: pytest.CaptureFixture[str]) -> None:
    put("wire.txt", IGNORED)
    edit("radio.txt", "90", "71")
    code, run = checked(capsys)
    assert code == 1
    assert [one["state"] for one in run["findings"]] == ["new"]


def test_a_relation_without_one_of_its_facts_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    rules = Path("harbour.yaml")
    rules.write_text(rules.read_text("utf-8") + "relations:\n  fewer-crew: crew > aboard\n", encoding="utf-8")
    edit("wire.txt", "64", "90")
    assert checked(capsys)[0] == 1
    put("wire.txt", 'checker: ignore fewer-crew reason="as it was said"')
    assert checked(capsys)[0] == 1
    put("post.txt", 'checker: ignore fewer-crew reason="as it was said"')
    assert checked(capsys)[0] == 0


def test_an_internal_check_is_ignored_in_its_own_source(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "64", "90")
    put("radio.txt", "It left on Monday, June 3, 2025.")
    assert checked(capsys)[0] == 1
    put("wire.txt", 'checker: ignore weekday reason="quoted"')
    assert checked(capsys)[0] == 1
    put("radio.txt", 'checker: ignore weekday reason="quoted"')
    assert checked(capsys)[0] == 0


def test_an_ended_one_fails_and_names_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "64", "90")
    put("wire.txt", f"{IGNORED} until=2025-06-04")
    code, run = checked(capsys)
    (finding,) = run["findings"]
    assert code == 1
    assert (finding["severity"], finding["rule"]) == ("error", "general/suppression")
    assert finding["at"] == {"document": "news/wire.txt", "line": 7, "column": 1, "text": f"{IGNORED} until=2025-06-04"}
    assert finding["message"] == (
        "news/wire.txt:7: the suppression cannot hold: it ended on 2025-06-04 (the first edition): renew it or take it out"
    )


def test_what_an_ended_one_ignored_is_news_again(capsys: pytest.CaptureFixture[str]) -> None:
    put("wire.txt", f"{IGNORED} until=2025-06-05")
    assert checked(capsys)[0] == 0
    code, run = checked(capsys, "--today", "2025-06-06")
    assert code == 1
    assert [(one["fact"], one["state"]) for one in run["findings"]] == [("aboard", "new"), ("suppression", "new")]


def test_one_without_a_reason_fails(capsys: pytest.CaptureFixture[str]) -> None:
    put("wire.txt", "checker: ignore aboard")
    code, run = checked(capsys)
    assert code == 1
    assert [one["state"] for one in run["findings"]] == ["new", "new"]
    assert "it gives no reason" in run["findings"][1]["message"]


def test_one_that_ignores_nothing_is_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    put("radio.txt", 'checker: ignore crew reason="late"')
    edit("wire.txt", "64", "90")
    code, run = checked(capsys)
    (finding,) = run["findings"]
    assert (code, finding["severity"]) == (0, "note")
    assert "ignores nothing: no finding of `crew` rests on this source" in finding["message"]
    assert ended(capsys, *CHECK, "--fail-on", "note")[0] == 1


def test_a_slip_in_a_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    put("wire.txt", IGNORED.replace("aboard", "abord"))
    assert "`abord`; did you mean `aboard`?" in checked(capsys)[1]["findings"][1]["message"]


def test_a_choice_of_facts_leaves_the_others_alone(capsys: pytest.CaptureFixture[str]) -> None:
    put("wire.txt", IGNORED)
    code, run = checked(capsys, "--only", "crew")
    assert (code, run["findings"]) == (0, [])


def test_no_baseline_takes_in_one_that_fails(capsys: pytest.CaptureFixture[str]) -> None:
    put("wire.txt", f"{IGNORED} until=2025-06-01")
    _, _, last = ended(capsys, "baseline", "write", *CHECK[1:])
    assert last.endswith(
        "1 accepted in checker-baseline.toml, 1 of them new; 1 suppression fails: mend it in its source"
    )
    assert checked(capsys, "--baseline", "checker-baseline.toml")[0] == 1


def test_annotations_point_at_it(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "64", "90")
    put("wire.txt", f"{IGNORED} until=2025-06-04")
    _, out, _ = ended(capsys, *CHECK, "--out", "github")
    assert "::error title=Suppression,file=news/wire.txt,line=7," in out


def test_every_format_tells_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    from checker import report

    put("wire.txt", f"{IGNORED} until=2025-06-04")
    names = [name for name in report.formats() if name not in ("csv", "claimreview")]  # these are of facts alone
    ended(capsys, *CHECK, *(one for name in names for one in ("--out", f"{name}=run.{name}")))
    for name in names:
        assert "it ended on 2025-06-04" in Path(f"run.{name}").read_text("utf-8"), name


@pytest.mark.parametrize("name", ["on-board", "harbour/on-board"])
def test_a_fact_may_go_by_its_old_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    rules = Path("harbour.yaml")
    rules.write_text(rules.read_text("utf-8").replace("  aboard:\n", "  aboard:\n    aliases: [on-board]\n"), "utf-8")
    put("wire.txt", f'checker: ignore {name} reason="the first edition"')
    assert checked(capsys)[0] == 0


def test_no_entry_written_by_hand_lets_an_ended_one_pass(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "64", "90")
    put("wire.txt", f"{IGNORED} until=2025-06-04")
    (finding,) = checked(capsys)[1]["findings"]
    Path("b.toml").write_text(
        f'["{finding["id"]}"]\nrule = "general/suppression"\nmessage = "x"\nreason = "y"\n', encoding="utf-8"
    )
    assert checked(capsys, "--baseline", "b.toml")[0] == 1
