"""Every story of the fixtures is read whole, and dated where it says so."""

from pathlib import Path

import pytest

from checker.ingest import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
STORIES = sorted(
    path.name for path in FIXTURES.iterdir() if path.is_dir() and path.name not in {"formats", "sample-repository"}
)
UNDATED = {"broadcaster-undated.txt", "rewrite-undated.txt"}


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_read_whole(story: str) -> None:
    sources = read([FIXTURES / story])
    assert (sources.failures, sources.skipped) == ((), ())
    assert len(sources.documents) >= 3
    assert {Path(document.path).name for document in sources.documents if not document.published} <= UNDATED


def test_every_story_is_described() -> None:
    described = (FIXTURES / "README.md").read_text(encoding="utf-8")
    assert [story for story in STORIES if f"| `{story}` |" not in described] == []


def test_the_talks_are_dated_as_their_pages_say() -> None:
    found = {Path(document.path).name: document for document in read([FIXTURES / "istanbul-talks"]).documents}
    assert {name: (document.published, document.published_from) for name, document in found.items()} == {
        "agency-june-4.txt": ("2025-06-04", "text"),
        "broadcaster-undated.txt": (None, None),
        "explainer-url-only.txt": ("2025-05-28", "url"),
        "magazine-june-3.txt": ("2025-06-03T08:08", "text"),
        "rewrite-undated.txt": (None, None),
    }
    magazine = found["magazine-june-3.txt"]
    hidden = " ".join(magazine.text[start:end] for start, end in magazine.furniture)
    assert "VOL. 7, No. 11" in hidden
    assert "Spiderweb" not in hidden
