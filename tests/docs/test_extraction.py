"""Every example of `docs/extraction.md` is what the program reads today, the known misses included.

A table with the columns `kind` and `stands for` holds examples. Its first column is a text between backticks, in which
square brackets show what is read; its head names another day of publication than that of the page. `;` parts several
mentions. `a writer means` is the soft interval; all other columns are prose.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

import checker
from checker.annotate.timexes.measured import SECONDS
from checker.cli import main
from checker.model.mention import Interval, Mention, Quantity, Timex

PAGE = (Path(__file__).parents[2] / "docs" / "extraction.md").read_text(encoding="utf-8")
DAY = "2025-06-04"


@dataclass(frozen=True)
class Example:
    section: str
    published: str | None
    cells: dict[str, str]

    @property
    def marked(self) -> str:
        return self.cells["text"].strip("`")

    @property
    def text(self) -> str:
        return re.sub(r"[][]", "", self.marked)


def figure(value: float) -> str:
    """Eight figures are more than anybody wrote, and hide the noise of floats."""
    rounded = float(f"{value:.8g}")
    if rounded and not 1e-6 < abs(rounded) < 1e15:
        return f"{rounded:g}"
    return f"{rounded:,.10f}".rstrip("0").rstrip(".")


def spread(bounds: Interval) -> str:
    """An interval in words: `39,500 to under 40,500`."""
    lower, upper = bounds.lower, bounds.upper
    if lower is None and upper is None:
        return "any"
    if lower is None or upper is None:
        if lower is None:
            assert upper is not None
            return f"{'under' if bounds.upper_open else 'up to'} {figure(upper)}"
        return f"over {figure(lower)}" if bounds.lower_open else f"{figure(lower)} or more"
    if lower == upper:
        return figure(lower)
    return (f"{'over ' if bounds.lower_open else ''}{figure(lower)} to "
            f"{'under ' if bounds.upper_open else ''}{figure(upper)}")  # fmt: skip


def amount(mention: Mention, value: Quantity, bounds: Interval) -> str:
    """An interval with its unit: that of the contract, and for durations the one that is written."""
    unit = value.unit
    if mention.kind == "duration":
        unit = value.unit_written
        size = SECONDS[unit]
        lower, upper = (None if one is None else one / size for one in bounds[:2])
        bounds = Interval(lower, upper, bounds.lower_open, bounds.upper_open)
    words = [spread(bounds), unit, f"per {value.per}" if value.per else "", mention.share or ""]
    return " ".join(word for word in words if word)


def dated(value: Timex) -> str:
    """First and last day; what is known, where nothing anchors it; then the TIMEX3 `mod`."""
    if value.offset is not None:
        return f"{value.offset.amount:+d} {value.offset.unit}"
    mod = f", {value.mod}" if value.mod else ""
    if value.earliest is None or value.latest is None:
        return f"{value.timex}{mod}"
    if value.earliest == value.latest:
        return f"{value.earliest}{mod}"
    return f"{value.earliest} to {value.latest}{mod}"


def read(text: str, published: str | None) -> dict[str, str]:
    """The cells that are the program's, of one text."""
    mentions = checker.extract(text, published)
    marked = text
    for one in reversed(mentions):
        marked = f"{marked[: one.start]}[{marked[one.start : one.end]}]{marked[one.end :]}"
    hard = [amount(one, one.value, one.value.hard) if isinstance(one.value, Quantity) else dated(one.value)
            for one in mentions]  # fmt: skip
    soft = [amount(one, one.value, one.value.soft) for one in mentions if isinstance(one.value, Quantity)]
    return {
        "text": f"`{marked}`",
        "kind": "; ".join(one.kind + " again" * (one.restates is not None) for one in mentions) or "nothing",
        "stands for": "; ".join(hard),
        "a writer means": "; ".join(soft),
    }


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def examples(page: str) -> list[Example]:
    """The rows of all tables of examples."""
    found: list[Example] = []
    section, head = "", [""]
    for line in page.splitlines():
        if line.startswith("#"):
            section = line.strip("# ")
        if not line.startswith("|"):
            head = [""]
        elif head == [""]:
            head = cells(line)
        elif "stands for" in head and not line.startswith("| -"):
            day = re.search(r"\d{4}-\d\d-\d\d", head[0])
            published = None if "undated" in head[0] else day[0] if day else DAY
            found.append(Example(section, published, dict(zip(["text", *head[1:]], cells(line), strict=True))))
    return found


@pytest.mark.parametrize("example", examples(PAGE), ids=lambda one: f"{one.section}: {one.text}")
def test_example(example: Example) -> None:
    found = read(example.text, example.published)
    shown = {name: example.cells[name] for name in found if name in example.cells}
    assert {name: found[name] for name in shown} == shown


def test_every_kind_has_its_section() -> None:
    kinds = {kind.removesuffix(" again") for one in examples(PAGE) for kind in one.cells["kind"].split("; ")}
    assert kinds == {"number", "count", "money", "percent", "ratio", "ordinal", "quantity", "duration", "date", "time",
                     "nothing"}  # fmt: skip


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    session = re.search(r"```console\n(.*?)```", PAGE, re.DOTALL)
    assert session
    show, text, command, *output = session[1].splitlines()
    (tmp_path / show.split()[-1]).write_text(f"{text}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(command.removeprefix("$ checker ").split()) == 0
    assert capsys.readouterr().out.splitlines() == output


def test_what_is_not_read_is_not_read() -> None:
    silent = [one for one in examples(PAGE) if one.section == "What is not read"]
    assert len(silent) > 20
    assert {one.cells["kind"] for one in silent} == {"nothing"}
