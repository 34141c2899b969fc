"""`docs/formats.md` names every format that is read, and the extras that some need."""

import re
import tomllib
from pathlib import Path

from checker.ingest.formats import readers

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").split("##")[0].splitlines()
    if line.startswith("| ") and "---" not in line
][1:]


def test_every_suffix_is_listed() -> None:
    listed = [suffix for row in ROWS for suffix in re.findall(r"`(\.\w+)`", row[1])]
    assert sorted(listed) == sorted(suffix for suffix in readers() if suffix)


def test_every_extra_is_one() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = [re.fullmatch(r"`(\w+)`: (\w+)", row[3]) for row in ROWS if row[3]]
    assert [extras[one[1]][0].startswith(one[2]) for one in named if one] == [True, True]
