"""`checker suggest`: drafts that can be pasted as they are, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import main
from checker.rulebook import load

ONE = """\
Published on June 4, 2025, by the evening desk.

The new lighthouse at Corve cost 4.2 million euros, the harbour office said. Storms in winter are rough there.
Its lamp reaches 30 km out to sea. Some 14 keepers had served in the old tower.
"""
OTHER = """\
Updated on June 4, 2025, after the evening desk was told more.

For €4.2 million the lighthouse of Corve was built anew. The lamp reaches ships 30 km out, and 9 gulls live there.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    return tmp_path


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path("news", f"{name}.txt").write_text(text, encoding="utf-8")


def test_drafts_pass_their_own_examples_and_lint(capsys: pytest.CaptureFixture[str]) -> None:
    write(one=ONE, other=OTHER)
    assert main(["suggest", "news"]) == 0
    out, err = capsys.readouterr()
    assert err == "checker: exit 0: 2 rules drafted from 2 sources; name them as you like and add examples\n"
    Path("drafts.yaml").write_text(out, encoding="utf-8")
    assert main(["rules", "lint", "drafts.yaml"]) == 0
    assert main(["rules", "test", "drafts.yaml", "--coverage"]) == 0
    lighthouse, lamp = load(["drafts.yaml"], []).facts
    assert (lighthouse.value.kind, lighthouse.value.unit) == ("money", "EUR")
    assert (lamp.value.kind, lamp.value.unit) == ("quantity", "meter")
    said = " ".join(ONE.split()) + " ".join(OTHER.split())
    agreeing = [text for fact in (lighthouse, lamp) for text in fact.examples[0].texts]
    assert len(agreeing) == 4
    assert all(text in said for text in agreeing)
    capsys.readouterr()
    assert main(["check", "news", "--rules", "drafts.yaml"]) == 0


def test_what_rules_claim_is_not_suggested_again(capsys: pytest.CaptureFixture[str]) -> None:
    write(one=ONE, other=OTHER)
    assert main(["suggest", "news", "--out", "drafts.yaml"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["suggest", "news", "--rules", "drafts.yaml"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "checker: exit 0: nothing recurs that no rule claims\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, "It rained. The mayor of the town ate two of the cakes on offer at 5 p.m. without regret."),
        (ONE, ONE),
        ("Harbour fees rise to 40 euros", "Harbour fees rise to 40 euros a day"),
        (
            "You can subscribe to harbour news for €5 a month.",
            "To subscribe to the harbour news you pay €5 each month.",
        ),
        ("The pier is 30 m long, a man of the harbour says.", "The boat was 30 km from land, a man in a pub says."),
    ],
)
def test_nothing_where_nothing_recurs(one: str, other: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(one=one, other=other)
    assert main(["suggest", "news"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("nothing recurs that no rule claims\n")


def test_values_that_differ_are_drafted_where_the_words_are_much_alike(capsys: pytest.CaptureFixture[str]) -> None:
    first = "The repair of the north pier took 40 days, more than was hoped."
    write(one=first, other="In all the repair of the north pier took 55 days, since the steel came late.")
    assert main(["suggest", "news", "--out", "drafts.yaml"]) == 0
    assert "# not the same in news/one.txt, news/other.txt" in Path("drafts.yaml").read_text("utf-8")
    assert main(["rules", "test", "drafts.yaml"]) == 0
    assert main(["check", "news", "--rules", "drafts.yaml"]) == 1


def test_no_more_than_asked(capsys: pytest.CaptureFixture[str]) -> None:
    write(one=ONE, other=OTHER)
    assert main(["suggest", "news", "--most", "1"]) == 0
    assert "1 rule drafted" in capsys.readouterr().err


def test_an_unread_source_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write(one=ONE, other=OTHER)
    Path("news", "broken.jsonl").write_text("{\n", encoding="utf-8")
    assert main(["suggest", "news"]) == 3
    assert "2 rules drafted" in capsys.readouterr().err
