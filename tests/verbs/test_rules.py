"""`checker rules …` as people run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli import main

BRIDGE = """\
facts:
  bridge-opened:
    title: Day the bridge opened
    value: date
    match:
      - "bridge ... open ... {date}"
      - "bridge ... inaugurate ... {date}"
    examples:
      - name: the same day
        texts: ["The bridge opened on May 3, 2024.", "The old bridge was opened on 3 May 2024."]
        expect: consistent
        values: [2024-05-03, 3 May 2024]
      - name: two days
        texts: ["The bridge opened on May 3, 2024.", "The bridge was opened on May 9, 2024."]
        expect: conflicting
      - {name: a tunnel, texts: "The tunnel opened on May 3, 2024.", expect: nothing}
  bridge-length:
    value: {kind: quantity, unit: m}
    match: "bridge ... {quantity} long"
    examples:
      - name: near enough
        texts: ["The bridge is 210 m long.", "The bridge is 0.21 km long."]
        expect: consistent
      - name: too far
        texts: ["The bridge is 210 m long.", "The bridge is 260 m long."]
        expect: conflicting
  bridge-closed:
    value: date
    match: "bridge ... close ... {date}"
    examples:
      - name: the same
        texts: ["The bridge closed on May 1, 2020.", "The bridge closed on May 1, 2020."]
        expect: consistent
      - name: not the same
        texts: ["The bridge closed on May 1, 2020.", "The bridge closed on May 2, 2020."]
        expect: conflicting
relations:
  in-order:
    order: [bridge-closed, bridge-opened]
    examples:
      - name: as it should be
        texts: ["The bridge closed on May 1, 2020.", "The bridge opened on May 3, 2024."]
        expect: holds
      - name: opened before it closed
        texts: ["The bridge closed on May 1, 2020.", "The bridge opened on May 3, 2019."]
        expect: broken
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Writes bridge.yaml in an empty folder and works there."""
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        path = tmp_path / "bridge.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


Rules = Callable[[str], Path]


def test_examples_pass(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules(BRIDGE)
    assert main(["rules", "test", "bridge.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "checker: exit 0: 9 of 9 examples pass\n"


def test_a_failing_example_says_what_was_read(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules(BRIDGE.replace("was opened on May 9, 2024", "was opened on May 3, 2024"))
    assert main(["rules", "test", "bridge.yaml"]) == 1
    out, err = capsys.readouterr()
    line = BRIDGE[: BRIDGE.index("name: two days")].count("\n") + 1
    assert f"bridge.yaml:{line}:15: bridge-opened, two days: expected conflicting, got consistent" in out
    assert "text 2: `May 3, 2024` as May 3, 2024 (asserted)" in out
    assert "8 of 9 examples pass, 1 fail" in err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("values: [2024-05-03, 3 May 2024]", "values: [2024-05-04, 3 May 2024]", "`2024-05-04` was read as"),
        ("values: [2024-05-03, 3 May 2024]", "values: [2024-05-03]", "2 values were read, 1 are named"),
        ("The tunnel opened", "The bridge opened", "where none may be"),
        ("May 3, 2019", "May 3, 2021", "expected broken, got holds"),
        ("bridge is 260 m long", "road is 260 m long", "expected conflicting, got single_source"),
    ],
)
def test_every_kind_of_failure(rules: Rules, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str) -> None:
    assert BRIDGE.count(old) == 1
    rules(BRIDGE.replace(old, new))
    assert main(["rules", "test", "bridge.yaml"]) == 1
    assert said in capsys.readouterr().out


def test_both_sides_are_asked_for(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    text = BRIDGE.replace("expect: conflicting", "expect: conflicting\n        todo: true", 1).replace(
        "expect: broken", "expect: holds"
    )
    rules(text.replace("May 3, 2019", "May 3, 2021"))
    assert main(["rules", "test", "bridge.yaml"]) == 1
    out, err = capsys.readouterr()
    assert "`bridge-opened` has no example that is expected `conflicting`" in out
    assert "`in-order-1`" not in out
    assert "`in-order` has no example that is expected `broken`" in out
    assert "`two days` passes now: remove its `todo: true`" in out
    assert "2 rules lack an example" in err


def test_a_known_gap_is_no_failure(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    gap = '      - {name: gap, texts: ["It opened.", "The bridge opened on May 3, 2024."], expect: consistent, todo: true}\n'
    rules(BRIDGE.replace("  bridge-length:", gap + "  bridge-length:"))
    assert main(["rules", "test", "bridge.yaml"]) == 0
    assert "9 of 10 examples pass, 1 known gaps" in capsys.readouterr().err


def test_coverage(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules(BRIDGE)
    assert main(["rules", "test", "bridge.yaml", "--coverage"]) == 0
    out = capsys.readouterr().out
    assert (
        out.splitlines()[0]
        == "bridge.yaml:7:10: no example of bridge-opened exercises `bridge ... inaugurate ... {date}`"
    )
    assert "3 of 4 patterns are exercised" in out


def test_coverage_of_words(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules(
        """\
facts:
  rescued:
    value: {kind: count, noun: [passenger]}
    find: {any: [rescue, bring ashore], near: [ferry, ship]}
    examples:
      - name: one number
        texts: ["The ferry's 40 passengers were rescued.", "Rescued were 40 passengers of the ferry."]
        expect: consistent
      - name: another number
        texts: ["The ferry's 40 passengers were rescued.", "From the ferry 50 passengers were rescued."]
        expect: conflicting
"""
    )
    assert main(["rules", "test", "bridge.yaml", "--coverage"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bridge.yaml:2:3: no example of rescued exercises `bring ashore`",
        "bridge.yaml:2:3: no example of rescued exercises `ship`",
        "2 of 4 patterns are exercised by examples",
        "",
    ]


def test_only(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules(BRIDGE)
    assert main(["rules", "test", "bridge.yaml", "--only", "bridge-length"]) == 0
    assert "2 of 2 examples" in capsys.readouterr().err
    assert main(["rules", "test", "bridge.yaml", "--only", "nobody"]) == 2
    assert "no rule is called nobody" in capsys.readouterr().err


def test_lint(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules(BRIDGE)
    assert main(["rules", "lint", "bridge.yaml"]) == 0
    rules(BRIDGE.replace("value: date", "value: dat", 1).replace("{quantity}", "{quantty}"))
    capsys.readouterr()
    assert main(["rules", "lint", "bridge.yaml"]) == 2
    out, err = capsys.readouterr()
    assert "did you mean `date`?" in out
    assert "did you mean `quantity`?" in out
    assert out.endswith("2 errors in 1 file\n")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vocabulary: {unused: [x]}\nfacts: {a: {value: date, find: x}}", "1:14: warning: nothing uses the vocabulary"),
        (
            "vocabulary: {a: [man, x, man]}\nfacts: {b: {value: date, find: <a>}}",
            "`man` stands twice in the vocabulary `a`",
        ),
        ("events: {n: {1: x}}\nfacts: {a: {value: date, find: x}}", "1:10: warning: no fact asks for the event `n`"),
        (
            "events: {n: {1: [x, y], 2: x}}\nfacts: {a: {value: date, find: x, qualifiers: {n: 1}}}",
            "1:25: warning: `x` points at the case `1` of `n` as well as at `2`",
        ),
        (
            "events: {n: {1: [a bar], 2: [jar]}}\nfacts: {b: {value: date, find: x, qualifiers: {n: 1}}}",
            "1:14: warning: `a bar` finds every `bar`: articles are passed over",
        ),
        ("facts: {a: {value: date, find: x}}", "no example that is expected `consistent` and none `conflicting`"),
        ("facts: {a: {value: date, find: {any: [x, y], not: [y, x]}}}", "can never be found"),
        ("facts: {a: {value: date, find: {all: [x, y]}, not: y}}", "can never be found"),
        ("facts: {a: {value: count, find: x}}", "counts anything"),
        (
            "facts: {a: {value: date, match: 'man ... since {date}', not: [since]}}",
            "warning: `man ... since {date}` can never match: it says `since`, which `not` forbids",
        ),
        (
            "events: {n: {1: x, 2: y}}\nfacts: {a: {value: date, match: {pattern: 'man {date}', n: 2}, qualifiers: {n: 1}}}",
            "it settles n 2, and the fact is kept to n 1",
        ),
        (
            "facts: {a: {value: date, match: ['man {date}', 'man {date}']}}",
            "`man {date}` finds nothing that `man {date}`",
        ),
        ("facts: {a: {value: date, match: ['big man {date}', 'man {date}']}}", "`big man {date}` finds nothing that"),
        (
            "facts: {a: {value: date, match: ['(big) man {date}', 'man ... {date}']}}",
            "finds nothing that `man ... {date}`",
        ),
        (
            "facts: {a: {value: date, match: 'man {date}'}, b: {value: date, match: 'man {date}'}}",
            "already belongs to `a`",
        ),
        (
            "facts: {a: {value: date, match: 'men ... {date}'}, b: {value: date, match: 'old man met {date}'}}",
            "`old man met {date}` already belongs to `a`, by `men ... {date}`: every value would be both",
        ),
        (
            "facts: {a: {value: date, match: '(old|) man {date}'}}",
            "`(old)` at the beginning of `(old|) man {date}` changes nothing",
        ),
        (
            "facts: {a: {value: date, match: 'man {date} (at night)'}}",
            "`(at night)` at the end of `man {date} (at night)` changes nothing",
        ),
        (
            "facts: {a: {value: date, match: 'man (of|the) {date}'}}",
            "no pattern looks at `the`, so all of `(of|the)` may be left out",
        ),
        (
            "facts: {a: {value: date, find: {any: [x, '(old) (the)']}}}",
            "`(old) (the)` needs no word: it is always there",
        ),
        ("facts: {a: {value: date, find: x, not: ['(old|)']}}", "so nothing is ever taken"),
    ],
)
def test_warnings(rules: Rules, capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    rules(text + "\n")
    assert main(["rules", "lint", "bridge.yaml"]) == 1
    out = capsys.readouterr().out
    assert said in out
    assert "error" not in out


@pytest.mark.parametrize(
    "facts",
    [
        "a: {value: date, match: ['man {date}', 'man ... {date} at night', 'old {date}']}",
        "a: {value: date, match: '(big) man {date}', qualifiers: {n: {from: event}}}",
        "a: {value: date, match: ['man (of|in|) the {date}', '{date} (the|) man']}",
        "a: {value: date, match: ['(big|old) man {date}', 'big man ... {date}']}",
        "a: {value: date, match: ['man ... {date}', '{date} ... man']}",
        "a: {value: date, match: 'man ... {date}', not: old}, b: {value: date, match: 'old man {date}'}",
        "a: {value: date, match: 'man ... {date}'}, b: {value: money, match: 'man ... {money}'}",
        "a: {value: date, match: 'man {date}', qualifiers: {n: 1}}, b: {value: date, match: 'man {date}', qualifiers: {n: 2}}",
        "a: {value: date, match: 'man since {date}', not: [ever since]}",
        "a: {value: date, match: ['=May man {date}', '=may man {date}', {regex: 'man (?P<value>.*)'}]}",
    ],
)
def test_what_is_no_doubt(rules: Rules, capsys: pytest.CaptureFixture[str], facts: str) -> None:
    rules(f"events: {{n: {{1: x, 2: y}}}}\nfacts: {{{facts}}}\n")
    main(["rules", "lint", "bridge.yaml"])
    told = [line for line in capsys.readouterr().out.splitlines() if "warning:" in line]
    expected = ("no example that is expected", "no fact asks for the event")
    assert [line for line in told if not any(one in line for one in expected)] == []


def test_list(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules(BRIDGE)
    assert main(["rules", "list", "bridge.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0].split() == "bridge/bridge-opened date error Day the bridge opened".split()
    assert out.splitlines()[3].endswith("In order: bridge-closed < bridge-opened")
    assert "3 facts, 1 relation, " in err


def test_built_in_packs_are_listed_without_arguments(capsys: pytest.CaptureFixture[str], rules: Rules) -> None:
    rules("")
    assert main(["rules", "list"]) == 0
    assert "general/" in capsys.readouterr().out


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert set(schema["properties"]) >= {"facts", "relations", "vocabulary", "events"}


@pytest.mark.parametrize(
    ("name", "sentence", "holds"),
    [
        ("bridge-length", "The bridge is 210 m long.", "unit: m"),
        ("cost", "The repairs cost about $12.5 million.", "unit: USD"),
        ("turnout", "Turnout in the vote was 61 percent.", "value: percent"),
        ("rescued", "Rescuers brought 41 passengers ashore.", 'noun: ["passenger"]'),
        ("strike-length", "The strike lasted two weeks.", "{duration}"),
        ("opened", "The tunnel reopened on May 3, 2024, after repairs.", "{date}"),
        ("lift-off", "The rocket rose at 6:42 a.m. local time.", "published: 2025-06-04"),
        ("open-day", "The museum opens its doors on Sunday.", "opens ... doors ... {date}"),
        ("release", "Version 4.2.1 of the app is out.", "{kind: ordinal, unit: version}"),
        ("warmth", "Water in the lake reached 24.5 °C.", "unit: degC"),
        ("speed", "The train reaches 320 km/h between the two cities.", 'unit: "km/h"'),
        ("bridge-length", "The bridge across the Orne is 1,240 metres long.", "bridge ... {quantity} ... long"),
        ("pay", "Its head was paid €4.2 million last year.", "head ... paid ... {money}"),
        ("lanes", "Lanes: 4.", "lanes ... {number}"),
        ("hours", "The museum is open from 10 a.m. to 6 p.m. daily.", "museum ... open ... from {time}"),
        ("dose", "The usual dose is one tablet (500 mg), says Orla Finn.", "dose ... tablet ... {quantity}"),
        ("backups", "Backups are made every 6 hours.", "every {duration}"),
        ("claim-time", "Claims must reach us within 30 days.", "{kind: duration, limit: true}"),
        ("luggage", "Each passenger may take up to 25 kg of luggage.", "{kind: quantity, unit: kg, limit: true}"),
        ("needed", "The tool needs Python 3.11 or later.", "{kind: ordinal, unit: version, limit: true}"),
        ("fled", "More than 12,000 people fled the valley.", "{count} ... fled"),
        ("share", "Half of the members voted against it.", "members ... voted"),
        ("fee", "Harbour signed winger Ilan Vost from Tarn City for €18.5m.", "signed ... winger ... {money}"),
    ],
)
def test_new_writes_a_rule_that_passes(
    rules: Rules, capsys: pytest.CaptureFixture[str], name: str, sentence: str, holds: str
) -> None:
    rules("")
    assert main(["rules", "new", name, "--sentence", sentence]) == 0
    assert holds in Path(f"{name}.yaml").read_text("utf-8")
    assert main(["rules", "test", f"{name}.yaml"]) == 0
    assert main(["rules", "lint", f"{name}.yaml"]) == 0
    capsys.readouterr()
    assert main(["rules", "new", name, "--sentence", sentence]) == 2
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Bad_Name", "--sentence", "It cost $5."], "no name for a fact"),
        (["x", "--sentence", "It cost nothing at all."], "no value"),
        (["x", "--sentence", "The 30 men ate 55 apples."], "say which with --value"),
        (["x", "--sentence", "The 30 men ate 55 apples.", "--value", "77"], "no value that reads as `77`"),
        (["x", "--sentence", "It was 39.8."], "no word beside `39.8` says what it is"),
        (["x", "--sentence", "Dozens of houses were flooded."], "`Dozens` leaves so much open"),
        (["x"], "--sentence is missing"),
        ([], "the fact's name is missing"),
    ],
)
def test_new_says_what_is_missing(
    rules: Rules, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules("")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(["rules", "new", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not Path("x.yaml").exists()


def test_new_takes_the_value_that_is_named(rules: Rules) -> None:
    rules("")
    assert main(["rules", "new", "apples", "--sentence", "The 30 men ate 55 apples.", "--value", "55"]) == 0
    assert 'noun: ["apple"]' in Path("apples.yaml").read_text("utf-8")


def test_new_writes_to_the_folder_of_rules(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules("")
    Path("own").mkdir()
    Path("checker.toml").write_text('rules = ["missing.yaml", "own"]', "utf-8")
    assert main(["rules", "new", "bridge-length", "--sentence", "The bridge is 210 m long."]) == 0
    assert "wrote own/bridge-length.yaml" in capsys.readouterr().err
    assert Path("own/bridge-length.yaml").is_file()


def test_wrong_rules_end_a_check_with_2(rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    rules("facts: {a: {value: date, fnd: x}}\n")
    Path("source.txt").write_text("The bridge opened on May 3, 2024.\n", encoding="utf-8")
    assert main(["check", "source.txt", "--rules", "bridge.yaml"]) == 2
    err = capsys.readouterr().err
    assert "bridge.yaml:1:26: error: `fnd` is no key of the fact `a`" in err
    assert "did you mean `find`?" in err
