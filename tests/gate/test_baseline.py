"""Whatever messages and reasons hold, the file gives it back, in one order."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from checker.gate import baseline
from checker.gate.baseline import Entry
from checker.gate.differences import differences
from checker.model.comparison import Comparison, Finding

TEXT = st.text(max_size=20).map("x".__add__)
ENTRIES = st.lists(
    st.builds(
        Entry,
        id=st.integers(0, 99).map("{:x}-".format),
        rule=TEXT,
        message=TEXT,
        sources=st.lists(st.text(max_size=20), max_size=2).map(tuple),
        reason=TEXT,
        until=st.none() | st.dates(date(1, 1, 1)).map(date.isoformat),
    ),
    unique_by=lambda entry: entry.id,
    max_size=4,
)


@given(ENTRIES)
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    text = baseline.write(entries)
    assert set(baseline.read(text, "b.toml")) == set(entries)
    assert baseline.write(reversed(entries)) == text
    assert baseline.write(baseline.read(text, "b.toml")) == text


def test_what_is_no_character_is_held_by_no_file() -> None:
    entry = Entry("a", "b/c", "caf\udce9", ("caf\udce9.txt",))
    (kept,) = baseline.read(baseline.write([entry]), "b.toml")
    assert (kept.message, kept.sources) == ("caf\ufffd", ("caf\ufffd.txt",))


FINDINGS = st.lists(
    st.builds(
        Finding,
        id=st.sampled_from("abcde"),
        kind=st.just("conflict"),
        fact=st.just("boats"),
        rule=st.just("harbour/boats"),
        severity=st.sampled_from(["error", "warning", "note"]),
        verdict=st.just("conflicting"),
        message=st.sampled_from(["3 against 4", "3 against 5"]),
        evidence=st.just(()),
        state=st.sampled_from(["new", "known"]),
    ),
    unique_by=lambda finding: finding.id,
).map(tuple)


@given(FINDINGS, FINDINGS)
def test_every_finding_of_two_runs_is_told_once(one: tuple[Finding, ...], other: tuple[Finding, ...]) -> None:
    found = differences(Comparison(findings=one), Comparison(findings=other))
    assert len(found.new) + len(found.changed) + found.same == len(other)
    assert len(found.fixed) + len(found.changed) + found.same == len(one)
    assert {each.id for each in found.new}.isdisjoint(each.id for each in found.fixed)
    assert differences(Comparison(findings=one), Comparison(findings=one)) == ((), (), (), len(one))
    back = differences(Comparison(findings=other), Comparison(findings=one))
    assert (back.new, back.fixed) == (found.fixed, found.new)
