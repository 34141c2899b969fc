"""`checker extract` over many documents: whole output or none, and no more memory than a few of them need."""

import json
import tracemalloc
from pathlib import Path

import pytest

from checker.cli import main

SENTENCE = "The ferry carried 212 people on Tuesday, 14 more than in May, and paid $3 million.\n"


def records(path: Path, count: int, lines: int) -> Path:
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": SENTENCE * lines}) + "\n" for n in range(count)))
    return path


def test_documents_come_in_order_with_a_blank_line_between(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Nobody was there.")
    (tmp_path / "b.txt").write_text("It cost 5 euros.")
    assert main(("extract", str(tmp_path), "--out", "terminal", "--out", f"jsonl={tmp_path}/out.jsonl", "-q")) == 0
    shown = capsys.readouterr().out.replace(str(tmp_path), "")
    assert shown.startswith("/a.txt\n  no numbers or dates\n\n/b.txt\n  1:9  money")
    assert [json.loads(line)["text"] for line in (tmp_path / "out.jsonl").read_text().splitlines()] == ["5 euros"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_two_documents_of_one_id_are_an_error_and_nothing_is_written(
    tmp_path: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = records(tmp_path / "news.jsonl", 3, 1)
    path.write_text(path.read_text() * 2)
    assert main(("extract", str(path), "--jobs", jobs, "--out", "jsonl")) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "'r0'" in told.err
    assert "record 1" in told.err
    assert "record 4" in told.err


def test_memory_does_not_grow_with_the_number_of_documents(tmp_path: Path) -> None:
    few, many = (records(tmp_path / f"{count}.jsonl", count, 40) for count in (20, 400))
    main(("extract", str(few), "--jobs", "1", "--out", "jsonl=/dev/null", "-q"))  # what is kept once, is kept now

    def peak(path: Path) -> int:
        tracemalloc.start()
        main(("extract", str(path), "--jobs", "1", "--out", "jsonl=/dev/null", "-q"))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    # The file itself is held, as bytes and as text; its mentions would take ten times as much.
    grown = peak(many) - peak(few)
    assert grown < 3 * (many.stat().st_size - few.stat().st_size) + 6_000_000
