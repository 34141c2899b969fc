"""The same input gives the same bytes in every format, in however many processes it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import api, report
from checker.engine import local

STORY = Path(__file__).parents[2] / "fixtures" / "storm-ilse"


@pytest.fixture(scope="module")
def texts() -> tuple[dict[str, str], dict[str, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local, "WORTH", 0)  # processes pay for these few texts too
        runs = [api.check([STORY], packs=["disasters"], jobs=jobs, pages=True) for jobs in (1, 3)]
    one, three = ({name: report.render(run, name) for name in report.formats()} for run in runs)
    return one, three


@pytest.mark.parametrize("name", report.formats())
def test_jobs_change_no_byte(texts: tuple[dict[str, str], dict[str, str]], name: str) -> None:
    one, three = texts
    assert "gust" in one[name]
    assert one[name] == three[name]
