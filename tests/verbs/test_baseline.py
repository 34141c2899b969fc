"""What is accepted does not fail; what is new does, and nothing that people wrote into the file is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.verbs.story import CHECK, checked, edit, ended, write_story

FILE = "checker-baseline.toml"
ACCEPTED = ("--baseline", FILE)
WRITE = ("baseline", "write", *CHECK[1:])


@pytest.fixture(autouse=True)
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    write_story(tmp_path)
    assert ended(capsys, *WRITE)[0] == 0


def states(run: dict[str, list[dict[str, str]]]) -> list[tuple[str, str]]:
    return [(finding["fact"], finding["state"]) for finding in run["findings"]]


def test_an_accepted_finding_is_known_and_does_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys)[0] == 1
    code, run = checked(capsys, *ACCEPTED)
    assert code == 0
    assert states(run) == [("aboard", "known")]
    assert run["findings"][0]["known_by"] == "baseline"
    assert (run["summary"]["new"], run["summary"]["known"], run["summary"]["fixed"]) == (0, 1, 0)


@pytest.mark.parametrize("path", ["./news", "news/"])
def test_however_the_folder_is_written(capsys: pytest.CaptureFixture[str], path: str) -> None:
    assert ended(capsys, "check", path, *CHECK[2:], *ACCEPTED)[0] == 0


def test_moved_lines_and_new_paragraphs_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "On the ferry", "It rained all night.\n\nNobody slept.\n\nOn the ferry")
    assert checked(capsys, *ACCEPTED)[0] == 0


def test_a_fix_and_a_new_conflict_in_one_fact_are_one_fixed_and_one_new(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "64", "90")
    edit("radio.txt", "90", "71")
    code, run = checked(capsys, *ACCEPTED)
    assert code == 1
    assert states(run) == [("aboard", "new")]
    assert [fixed["rule"] for fixed in run["fixed"]] == ["harbour/aboard"]


def test_what_is_fixed_is_counted_and_pruned(capsys: pytest.CaptureFixture[str]) -> None:
    edit("wire.txt", "64", "90")
    code, out, _ = ended(capsys, *CHECK, *ACCEPTED)
    assert code == 0
    assert "1 accepted finding is fixed: `checker baseline prune`" in out
    code, _, last = ended(capsys, "baseline", "prune", *CHECK[1:])
    assert (code, last) == (0, f"checker: exit 0: took out 1 of 1 entries of {FILE}")
    assert tomllib.loads(Path(FILE).read_text("utf-8")) == {}


def test_pruning_accepts_nothing_new(capsys: pytest.CaptureFixture[str]) -> None:
    edit("post.txt", "7 sailors", "9 sailors")
    ended(capsys, "baseline", "prune", *CHECK[1:])
    assert checked(capsys, *ACCEPTED)[0] == 1


def test_reasons_and_days_of_people_stay(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(FILE)
    path.write_text(
        path.read_text("utf-8").replace('reason = "there', 'until = 2026-01-31\nreason = "as printed; there'), "utf-8"
    )
    edit("post.txt", "7 sailors", "9 sailors")
    ended(capsys, *WRITE, "--reason", "first figures")
    entries = {entry["rule"]: entry for entry in tomllib.loads(path.read_text("utf-8")).values()}
    assert entries["harbour/aboard"]["reason"] == "as printed; there when the baseline was written"
    assert entries["harbour/aboard"]["until"].isoformat() == "2026-01-31"
    assert entries["harbour/crew"]["reason"] == "first figures"
    before = path.read_bytes()
    ended(capsys, *WRITE)
    assert path.read_bytes() == before


def test_an_entry_ends_with_its_day_which_the_newest_source_tells(capsys: pytest.CaptureFixture[str]) -> None:
    Path(FILE).unlink()
    ended(capsys, *WRITE, "--until", "2025-06-05")
    assert checked(capsys, *ACCEPTED)[0] == 0
    assert checked(capsys, *ACCEPTED, "--today", "2025-06-06")[0] == 1
    edit("radio.txt", "June 5", "June 6")
    code, run = checked(capsys, *ACCEPTED)
    assert code == 1
    assert "(accepted until 2025-06-05: there when the baseline was written)" in run["findings"][0]["message"]


def test_writing_again_does_not_make_for_ever_what_has_ended(capsys: pytest.CaptureFixture[str]) -> None:
    ended(capsys, *WRITE, "--until", "2025-06-01")
    Path(FILE).unlink()
    ended(capsys, *WRITE, "--until", "2025-06-01")
    _, _, last = ended(capsys, *WRITE)
    assert "1 ended before 2025-06-05: give them a new day with --until" in last
    assert checked(capsys, *ACCEPTED)[0] == 1
    ended(capsys, *WRITE, "--until", "2025-12-31")
    assert checked(capsys, *ACCEPTED)[0] == 0


def test_a_part_of_the_sources_fixes_nothing_of_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ended(capsys, "check", "news/post.txt", *CHECK[2:], *ACCEPTED)
    assert code == 0
    assert "is fixed" not in out
    ended(capsys, "baseline", "prune", "news/post.txt", *CHECK[2:])
    ended(capsys, "baseline", "write", "news/post.txt", *CHECK[2:])
    assert checked(capsys, *ACCEPTED)[0] == 0


def test_a_choice_of_facts_fixes_nothing_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, *ACCEPTED, "--only", "crew")[1]["fixed"] == []


def test_a_source_that_cannot_be_read_fixes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news/wire.txt").write_bytes(b"\x00")
    code, _, last = ended(capsys, "baseline", "prune", *CHECK[1:])
    assert (code, last) == (
        3,
        f"checker: exit 3: took out 0 of 1 entries of {FILE}; what the unread sources state is left as it was",
    )


def test_a_source_that_is_gone_takes_its_findings_along(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news/wire.txt").unlink()
    assert [fixed["rule"] for fixed in checked(capsys, *ACCEPTED)[1]["fixed"]] == ["harbour/aboard"]


def test_seen_from_another_folder_nothing_is_fixed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There every source has another path, so that no finding is found again."""
    monkeypatch.chdir("news")
    there = (".", "--rules", "../harbour.yaml", "--baseline", f"../{FILE}")
    assert "is fixed" not in ended(capsys, "check", *there)[1]
    assert ended(capsys, "baseline", "prune", *there)[2].startswith("checker: exit 0: took out 0 of 1 entries")


def test_the_configuration_names_the_file_before_it_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    Path(FILE).unlink()
    Path("checker.toml").write_text('sources = ["news"]\nrules = ["harbour.yaml"]\nbaseline = "accepted.toml"\n')
    assert ended(capsys, "check")[0] == 1
    assert ended(capsys, "baseline", "write")[0] == 0
    assert Path("accepted.toml").exists()
    assert ended(capsys, "check")[0] == 0


def test_the_file_is_sorted_and_says_what_it_accepts(capsys: pytest.CaptureFixture[str]) -> None:
    edit("post.txt", "7 sailors", "9 sailors")
    ended(capsys, *WRITE)
    text = Path(FILE).read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("rule")] == [
        'rule = "harbour/aboard"',
        'rule = "harbour/crew"',
    ]
    assert '  "news/wire.txt",\n' in text
    code, out, last = ended(capsys, "baseline", "show")
    assert (code, last) == (0, f"checker: exit 0: 2 accepted in {FILE}")
    assert "harbour/crew\n  Crew of the ferry: 7 (news/wire.txt) against 9 (news/post.txt)" in out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[abc\n", "no baseline"),
        ("abc = 1\n", "entry abc: is no table"),
        ('[abc]\nrule = "a/b"\nmessage = "x"\n', "`reason` is missing"),
        ('[abc]\nrule = "a/b"\nmessage = "x"\nreason = "y"\nuntil = "soon"\n', "`until` is 'soon', which is no day"),
        ('[abc]\nrule = "a/b"\nmessage = "x"\nreason = "y"\nuntill = 2026-01-01\n', "unknown key `untill`"),
        ("\udce9", "no text in UTF-8"),
    ],
)
def test_what_is_no_baseline_ends_with_2(capsys: pytest.CaptureFixture[str], text: str, says: str) -> None:
    Path(FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    code, _, last = ended(capsys, *CHECK, *ACCEPTED)
    assert code == 2
    assert last.startswith(f"checker: exit 2: {FILE}")
    assert says in last


def test_a_slip_in_the_option_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, last = ended(capsys, *CHECK, "--baseline", "nosuch.toml")
    assert (code, last) == (
        2,
        "checker: exit 2: nosuch.toml: no such baseline; `checker baseline write --baseline nosuch.toml` makes it",
    )


def test_two_mistakes_alike_are_two_findings(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = "It left on Monday, June 3, 2025.\n"
    Path("news/log.txt").write_text(f"Published June 5, 2025\n\n{wrong}", "utf-8")
    ended(capsys, *WRITE)
    assert checked(capsys, *ACCEPTED)[0] == 0
    Path("news/log.txt").write_text(f"Published June 5, 2025\n\n{wrong}\nThe mate says so too. {wrong}", "utf-8")
    code, run = checked(capsys, *ACCEPTED)
    assert code == 1
    assert sorted(state for fact, state in states(run) if fact == "weekday") == ["known", "new"]


def test_a_run_without_discover_fixes_nothing_that_was_discovered(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Published June 5, 2025\n\nThe old lighthouse of Norrsund was built by 340 masons from the island of Ost.\n"
    Path("news/one.txt").write_text(text, encoding="utf-8")
    Path("news/two.txt").write_text(text.replace("340", "510"), encoding="utf-8")
    ended(capsys, *WRITE, "--discover")
    assert "general/discovered" in Path(FILE).read_text("utf-8")
    assert checked(capsys, *ACCEPTED)[1]["fixed"] == []
    code, run = checked(capsys, *ACCEPTED, "--discover", "--fail-on", "note")
    assert (code, run["summary"]["new"]) == (0, 0)
    Path("news/two.txt").write_text(text, encoding="utf-8")
    assert [one["rule"] for one in checked(capsys, *ACCEPTED, "--discover")[1]["fixed"]] == ["general/discovered"]


def test_the_page_tells_what_is_fixed_and_why_what_is_known_is(capsys: pytest.CaptureFixture[str]) -> None:
    edit("post.txt", "7 sailors", "9 sailors")
    ended(capsys, *WRITE, "--reason", "both were counted")
    edit("wire.txt", "64", "90")
    ended(capsys, *CHECK, *ACCEPTED, "--out", "html=run.html")
    page = Path("run.html").read_text("utf-8")
    assert "checker baseline prune" in page
    assert "both were counted" in page


def test_ids_of_records_may_be_no_paths(capsys: pytest.CaptureFixture[str]) -> None:
    record = '{{"id": "{}", "published": "2025-06-05", "text": "The ferry had {} sailors."}}\n'
    long, odd = "https://host/" + "x" * 400, "a/../b: c"
    Path("news/wires.jsonl").write_text(record.format(long, 8) + record.format(odd, 9), encoding="utf-8")
    ended(capsys, *WRITE)
    assert checked(capsys, *ACCEPTED)[0] == 0
    Path("news/wires.jsonl").write_text(record.format(odd, 7), encoding="utf-8")
    assert [one["rule"] for one in checked(capsys, *ACCEPTED)[1]["fixed"]] == ["harbour/crew"]


def test_what_is_shown_is_obeyed_by_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from checker.gate.baseline import Entry, write

    Path(FILE).write_text(write([Entry("abc", "a/b", "\x1b[2J\u202e\r gone")]), encoding="utf-8")
    out = ended(capsys, "baseline", "show")[1]
    assert "gone" in out
    assert not set("\x1b\u202e\r") & set(out)


def test_a_byte_order_mark_is_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(FILE)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert checked(capsys, *ACCEPTED)[0] == 0
