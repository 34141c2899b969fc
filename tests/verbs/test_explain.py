"""`checker explain FACT`: what a rule takes, what it nearly takes, and what would make it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from checker.cli import main

BRIDGE = """\
vocabulary: {bridge: [bridge, crossing]}
events:
  stage:
    first: {cues: [first stage]}
    second: {cues: [second stage]}
facts:
  opened:
    title: Day on which the bridge opened
    value: date
    match:
      - "<bridge> (open|inaugurate) {date}"
      - {regex: '(?i)ribbon was cut on (?P<value>.+)\\.'}
    not: [footbridge]
    qualifiers: {stage: {is: first}}
  cost:
    value: {kind: money, unit: EUR, plausible: [1000000, ~]}
    match: "(cost|price) of ... <bridge> ... {money}"
    not: [toll]
  jets:
    value: {kind: count, noun: [jet, plane], plausible: [1, 100]}
    match: "{count} ... hit"
  rescued:
    value: {kind: count, noun: [passenger]}
    find: {any: [rescue, bring ashore], near: {any: [ferry], within: 4 words}, not: [drill]}
  same-day:
    value: date
    match: [{pattern: day ribbon cut, means: opened}, "tolls ... {date}"]
"""


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bridge.yaml").write_text(BRIDGE, encoding="utf-8")


def explained(fact: str, text: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What is said of one source."""
    Path("article.txt").write_text(text, encoding="utf-8")
    assert main(["explain", fact, "article.txt", "--rules", "bridge.yaml", *options]) == 0
    return capsys.readouterr().out.partition("article.txt: ")[2]


FIRST = "In the first stage of the works all went well. "


@pytest.mark.parametrize(
    ("fact", "text", "stopped", "mend"),
    [
        (
            "opened",
            FIRST + "The bridge was at last opened May 3, 2024.",
            "other words stand between `<bridge>` and `(open|inaugurate)`",
            "`<bridge> ... (open|inaugurate) {date}`",
        ),
        (
            "opened",
            FIRST + "The viaduct opened May 3, 2024.",
            "`<bridge>` is missing",
            "if it is called `viaduct` here, add that to `bridge` under `vocabulary`",
        ),
        (
            "opened",
            FIRST + "The bridge reopened May 3, 2024.",
            "`(open|inaugurate)` is missing",
            "allow that: `(open|inaugurate|reopened)`",
        ),
        (
            "opened",
            FIRST + "The bridge, no footbridge, opened May 3, 2024. The footbridge and the bridge opened May 3, 2024.",
            "“footbridge” is one of the words under `not`",
            "make that word more precise",
        ),
        (
            "opened",
            "In the second stage the bridge opened May 3, 2024.",
            "it is about stage second: “second stage” in the same sentence, not stage first",
            "the cues of `stage`",
        ),
        (
            "opened",
            "The bridge opened May 3, 2024.",
            "no word says that it is about stage first",
            "add a cue to `stage`",
        ),
        (
            "cost",
            "The cost of the new bridge was $5 million.",
            "“$5 million” does not fit: another unit than the rule's (USD, not EUR)",
            "make it another fact",
        ),
        (
            "cost",
            "The cost of the bridge was 9,000,000.",
            "“9,000,000” does not fit: it has no unit",
            "write `{number}`",
        ),
        ("cost", "The cost of the bridge was €900.", "outside the rule's plausible bounds", "widen `plausible`"),
        ("cost", "The cost of the bridge was bearable; they paid €9 million.", "“;” ends it", "`find`"),
        ("cost", "€9 million is what the bridge and the cost of it came to, or €8 million.", "another place", "`find`"),
        ("jets", "They say 41 tanks were hit.", "none of the rule's nouns behind it", "add `tank` under `noun`"),
        (
            "rescued",
            "Near the ferry, long after the storm had gone, crews rescued 41 passengers.",
            "“ferry” (near) is out of reach: `within` is 4 words",
            "`within: clause`",
        ),
        (
            "rescued",
            "From the ferry 41 passengers jumped.",
            "none of `rescue`, `bring ashore` (any) stands within sentence",
            "add a word under `any`; the sentence has `ferry`, `passengers`, `jumped`",
        ),
        (
            "rescued",
            "In a drill the ferry rescued 41 passengers.",
            "“drill” is one of the words under `not`",
            "precise",
        ),
        ("rescued", "The ferry rescued 41 sailors.", "none of the rule's nouns behind it", "add `sailor` under `noun`"),
        ("same-day", "It was the day of the ribbon cut.", "between `day` and `ribbon`", "`day ... ribbon cut`"),
    ],
)
def test_the_nearest_miss(fact: str, text: str, stopped: str, mend: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(fact, text, capsys)
    assert "takes 0, 1 more near" in said.splitlines()[0]
    assert stopped in said
    assert mend in said.partition("mend: ")[2]


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("opened", FIRST + "The market closed May 3, 2024, and the ferry sailed."),
        ("cost", "The cost of tea was 5 percent higher."),
        ("cost", "The toll on the bridge, at a cost of €900, is due."),
        ("jets", "The 41 tanks left. Both were hit on May 3."),
        ("rescued", "The ferry sailed on May 3 with 41 sailors."),
        ("rescued", "In a drill the ferry rescued 41 sailors."),
        ("opened", "In the second stage the bridge was then opened May 3, 2024."),
    ],
)
def test_hopeless_sentences_are_passed_over(fact: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(fact, text, capsys)
    assert "takes 0, 0 more near" in said.splitlines()[0]
    assert "not taken" not in said


def test_what_is_taken_and_by_which_words(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained("opened", FIRST + "The ribbon was cut on May 3, 2024.", capsys)
    assert "1:70  takes “May 3, 2024” = May 3, 2024 (asserted)" in said
    assert "by `(?i)ribbon was cut on (?P<value>.+)\\.`" in said
    assert "stage first: “first stage” in the same paragraph" in said


def test_a_source_without_lines_is_shown_by_its_paragraphs(capsys: pytest.CaptureFixture[str]) -> None:
    word = docx.Document()
    for text in ("A fair day.", "The ribbon was cut on May 3, 2024.", "The viaduct opened May 3, 2024."):
        word.add_paragraph(FIRST + text)
    word.save("report.docx")
    assert main(["explain", "opened", "report.docx", "--rules", "bridge.yaml"]) == 0
    said = capsys.readouterr().out
    assert "  paragraph 2  takes “May 3, 2024”" in said
    assert "  paragraph 3  not taken" in said


def test_the_nearest_come_first_and_no_more_than_asked(capsys: pytest.CaptureFixture[str]) -> None:
    text = "From the ferry 41 passengers jumped. In a drill the ferry rescued 41 passengers. The ferry rescued 3 cats."
    said = explained("rescued", text, capsys, "--most", "2")
    assert [line.split()[0] for line in said.splitlines() if "not taken" in line] == ["1:38", "1:82"]
    assert "… and 1 more; `--most 3` shows them" in said


def test_where_nothing_comes_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no money is read here at all" in explained("cost", "The bridge is new.", capsys)
    said = explained("cost", "Tea is €5, coffee €6.", capsys)
    assert "none of 2 money values has the rule's words around it" in said


def test_the_rule_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    Path("article.txt").write_text("Rain.", encoding="utf-8")
    assert main(["explain", "bridge/rescued", "--in", "article.txt", "--rules", "bridge.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("bridge/rescued: Rescued\n  at     bridge.yaml:22:3\n  value  count, of passenger\n")
    assert "  find   near: ferry   (in the 4 words)" in out
    assert err == "checker: exit 0: explained `bridge/rescued` in 1 document\n"


def test_who_asks_for_nothing_known_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    Path("article.txt").write_text("Rain.", encoding="utf-8")
    assert main(["explain", "rescue", "article.txt", "--rules", "bridge.yaml"]) == 2
    assert "did you mean `rescued`?" in capsys.readouterr().err
