"""Rule files that nobody would write: whatever comes in, only located problems come out, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.model.rule import Problem
from checker.rulebook import InvalidRules, load
from checker.rulebook.packs import read_model
from checker.rulebook.patterns import PatternError, parse_pattern
from tests.limits import HANG
from tests.rulebook.cases import DATES
from tests.rulebook.good import GOOD

TOLERANT = settings(max_examples=150, suppress_health_check=list(HealthCheck))
BITS = [
    "\t",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "&a ",
    "*a",
    "!x ",
    "'",
    '"',
    "|",
    ">",
    "%",
    "#",
    "\n",
    "  ",
    "~",
    "\x00",
    "é",
    "<",
    "=",
    "?",
    "\u2028",
    "\x85",
    "\r",
    "regex: ",
    "same: [",
    "bound: at-most",
    "unit: version",
]


def problems_of(text: str, path: object) -> list[Problem]:
    try:
        load([str(path)], [])
    except InvalidRules as invalid:
        return list(invalid.problems)
    return []


def check(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "generated.yaml"
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    found = problems_of(text, path)
    assert time.process_time() - start < HANG
    lines = text.split("\n")
    for problem in found:
        assert problem.message
        assert 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column >= 1


@TOLERANT
@given(data=st.data())
def test_a_good_file_spoiled(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = GOOD
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(st.sampled_from(["", *BITS])) + text[at + cut :]
    check(text, tmp_path_factory)


@TOLERANT
@given(data=st.data())
def test_values_of_another_shape(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """One value of a good file is replaced by text, a list, a mapping or nothing."""
    lines = GOOD.split("\n")
    at = data.draw(st.sampled_from([i for i, line in enumerate(lines) if ":" in line and not line.startswith("#")]))
    key = lines[at].split(":")[0]
    lines[at] = (
        f"{key}: {data.draw(st.sampled_from(['', 'x', '[x]', '{x: y}', '[{x: [y]}]', '7', '-1e999', '{}', '[]', '[~]']))}"
    )
    check("\n".join(lines), tmp_path_factory)


@TOLERANT
@given(expression=st.text(alphabet="abcost rt<>=~+-*/()%.0129,'é", max_size=40))
def test_expressions(expression: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    quoted = expression.replace("'", "''")
    check(DATES + f"relations: {{r: '{quoted}'}}\n", tmp_path_factory)


@settings(max_examples=400)
@given(st.text(alphabet="ab cé<>{}()|.…=,'$date ", max_size=30))
def test_patterns(line: str) -> None:
    wrong: PatternError | None = None
    try:
        tree = parse_pattern(line, slots=True)
    except PatternError as error:
        wrong = error
    if wrong is not None:
        assert 0 <= wrong.offset <= len(line)
        assert wrong.message
    else:
        assert (tree.text, bool(tree.nodes)) == (line, True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"\xef\xbb\xbffacts: {}",
        b"a" * 3_000_000,
        b"- " * 500_000,
        b"a:\n" * 100_000,
        b"? " * 100_000,
        b"{" * 1_000_000,
        b"facts: {" + b", ".join(b"k%d: 1" % i for i in range(50_000)) + b"}",
        b"facts:\n" + b"".join(b"  k%d: {valu: 1, find: <x>}\n" % i for i in range(20_000)),
        b"facts: {a: {value: date, match: '" + b"(" * 200_000 + b"'}}",
        b"facts: {a: {value: date, find: [" + b"x, " * 100_000 + b"<nobody>]}}",
        b"vocabulary: {" + b", ".join(b"v%d: <v%d>" % (i, i + 1) for i in range(20_000)) + b", v20000: <v0>}",
        b"facts:\n"
        + b"".join(b"  fact-%d: {value: date, find: <x%d>, qualifiers: {e%d: 1}}\n" % (i, i, i) for i in range(3000))
        + b"relations: {"
        + b", ".join(b"r%d: fact%d < fact-%d" % (i, i, i) for i in range(3000))
        + b"}\n",
        b"facts: {a: {value: {kind: money, unit: " + b"x" * 100_000 + b"}, find: x}}",
        b"facts: {a: {value: date, match: {regex: '(?P<value>" + b"(a*)*" * 20_000 + b")'}}}",
        b"relations: {a: '" + b"a-" * 100_000 + b"b < c'}",
        b"facts: {a: {value: date, find: [" + b", ".join(b"'(a'" for _ in range(20_000)) + b"]}}",
        b"'" * 1_000_001,
        b"x: |\n" + b"  text\n" * 200_000,
        b"\x00" * 1000,
        b"9" * 5_000_000 + b"0" * 4_000_000,
    ],
    ids=lambda data: repr(data[:16]) + str(len(data)),
)
def test_heavy_files(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "heavy.yaml"
    path.write_bytes(data)
    start = time.process_time()
    problems_of("", path)
    assert time.process_time() - start < HANG


def test_a_model_is_always_given() -> None:
    problems: list[Problem] = []
    _, model, _ = read_model("x", b"facts: [", problems)
    assert (model.facts, len(problems)) == ({}, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_yaml_counts_them(end: str, tmp_path: Path) -> None:
    path = tmp_path / "lines.yaml"
    path.write_bytes(f"schema: 1{end}title: x{end}facts:{end}  a: {{valu: date}}{end}".encode())
    assert ":4:7" in [str(problem.place).rsplit("lines.yaml")[1] for problem in problems_of("", path)]
