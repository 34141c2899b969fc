"""When a document appeared: what is taken for it, in which order, and what never is."""

from pathlib import Path

import pytest

from checker.ingest import Entry, from_text, read

PROSE = "The bridge fell at dawn and 12 cars went down with it."

STATED = {
    f" date 2025-06-04 {PROSE}": "2025-06-04",
    f"Bridge falls\n\nJune 3, 2025, 8:08 a.m.\n\n{PROSE}": "2025-06-03T08:08",
    f"Bridge falls\n3 June 2025\n{PROSE}": "2025-06-03",
    f"Bridge falls\nTuesday, June 3, 2025\n{PROSE}": "2025-06-03",
    f"Bridge falls\n2025-06-03 14:30 UTC\n{PROSE}": "2025-06-03T14:30",
    f"Bridge falls\nTue 6/3/2025\n{PROSE}": "2025-06-03",
    f"Bridge falls\n23.06.2025\n{PROSE}": "2025-06-23",
    f"Published: June 3, 2025\n{PROSE}": "2025-06-03",
    f"Updated 4 June 2025\n{PROSE}": "2025-06-04",
    f"Published: June 3, 2025 | Updated: June 4, 2025\n{PROSE}": "2025-06-03",
    f"Updated: June 4, 2025 at 2:18 PM EST\nPosted: June 3, 2025\n{PROSE}": "2025-06-03",
    f"LAST UPDATED AT 14:41 ON Tue 3 Jun 2025\n{PROSE}": "2025-06-03T14:41",
    f"by: Ana Brandt Updated: Jun 3, 2025 - 2:18 PM\n{PROSE}": "2025-06-03T14:18",
    f"By Ana Brandt | June 3, 2025\n{PROSE}": "2025-06-03",
    f"By Ana Brandt in News | June 3, 2025 at 12:57PM\n{PROSE}": "2025-06-03T12:57",
    f"Bridge falls Posted: Tuesday, June 3, 2025 5:46 PM EDT Updated: Wednesday, June 4, 2025 9:00 AM\n{PROSE}": (
        "2025-06-03T17:46"
    ),
    f"Date of publication 3 June 2025 {PROSE}": "2025-06-03",
    f"Tue Jun 3 2025 {PROSE}": "2025-06-03",
    f"3 June 2025 12 cars sink. {PROSE}": "2025-06-03",
    f"NORBY, Ind. (June 3, 2025) — {PROSE}": "2025-06-03",
    f"AP, June 3, 2025\n{PROSE}": "2025-06-03",
    f"Updated 0843 GMT (1643 HKT) June 3, 2025\n{PROSE}": "2025-06-03T08:43",
    f"(AP) June 3, 2025\n{PROSE}": "2025-06-03",
    f"The Associated Press | 3 June 2025\n{PROSE}": "2025-06-03",
    f"BBC News, 3 June 2025\n{PROSE}": "2025-06-03",
    f"Bridge falls\nUniversity of Norby, 3 June 2025\n{PROSE}": "2025-06-03",
    f"NORBY, June 3, 2025 (Reuters) - {PROSE}": "2025-06-03",
    f"NORBY, 3 June 2025 (AFP) — {PROSE}": "2025-06-03",
    f"NORBY, June 3 (Reuters) - {PROSE}\n\nhttps://example.com/2025/06/03/bridge": "2025-06-03",
    f"NORBY, June 3 (Reuters) - {PROSE}\n\n© 2025 Norby Post": "2025-06-03",
    f"{PROSE}\nSource: https://example.com/world/2025/05/28/bridge": "2025-05-28",
    f"https://example.com/world/2025/jun/03/bridge\n{PROSE}": "2025-06-03",
    f"{PROSE}\nhttps://example.com/a/2025-06-03-bridge.html": "2025-06-03",
    f"{PROSE}\nhttps://example.com/a/20250603/bridge": "2025-06-03",
}

NEVER = [
    f"{PROSE} (Published Tuesday, June 3, 2025)",
    "The invasion, which began on February 24 2022, goes on.",
    "The first meeting was on May 16, 2025.\n\nA second followed on June 2, 2025.",
    "A report published on June 3, 2025, lists 12 bridges.",
    "June 3, 2025 was the day on which the bridge fell.",
    "June 3, 2025, The Hague: a court sits.",
    f"Norby Congress, 3 June 2025\n{PROSE}",
    f"Norby Bridge\nLength | 412 m\nOpened | 3 June 2025\n{PROSE}",
    f"USS Norby, June 3, 2025\n{PROSE}",
    f"By order of the king, June 3, 2025\n{PROSE}",
    "Published on June 3, 2025, the report lists 12 bridges that may fall.",
    f"NORBY, June 3 (Reuters) - {PROSE}",
    f"NORBY, June 3 (Reuters) - {PROSE}\n\n© 2024 Norby Post\n\n© 2025 Others",
    "Bridge falls\n6/3/2025\nIt fell at dawn.",
    "Bridge falls\nFebruary 30, 2025\nIt fell at dawn.",
    f"{PROSE} More at https://example.com/2019/01/02/cracks as reported.\n\nSecond.\n\nThird.\n\nFourth.\n\nFifth.".replace(
        PROSE, f"Intro.\n\nMore.\n\n{PROSE}"
    ),
    "A bridge in time\n\nMay 1, 2024\n\nIt cracks.\n\nMay 2, 2024\n\nIt closes.\n\nMay 30, 2025\n\nIt falls.",
    f"{PROSE}\nhttps://example.com/2025/06/bridge",
    f"{PROSE}\nhttps://example.com/story/20259999",
]


@pytest.mark.parametrize("text", STATED, ids=range(len(STATED)))
def test_stated(text: str) -> None:
    assert from_text(text).published == STATED[text]


@pytest.mark.parametrize("text", NEVER, ids=range(len(NEVER)))
def test_never(text: str) -> None:
    document = from_text(text)
    assert (document.published, document.published_from) == (None, None)


def test_the_line_that_states_it_is_no_article() -> None:
    text = f"NORBY, June 3 (Reuters) - {PROSE}"
    assert from_text(text).furniture == ((0, text.index("The bridge")),)


@pytest.mark.parametrize(
    "text", ["June 3, 2025", "Published: June 3, 2025", "2 hours ago", "3/4", "By Ana Brandt\n\nJune 3, 2025\n"]
)
def test_a_text_that_would_be_nothing_but_furniture_is_a_text(text: str) -> None:
    document = from_text(text)
    assert (document.published, document.furniture) == (None, ())


def test_what_goes_before_what(tmp_path: Path) -> None:
    path = tmp_path / "2025-01-01-story.txt"
    manifest = (Entry("*-story.txt", published="2025-05-05"),)

    def origin(text: str, **options: object) -> tuple[str | None, str | None]:
        path.write_text(text)
        (document,) = read([path], **options).documents  # type: ignore[arg-type]
        return document.published, document.published_from

    address = f"{PROSE}\nhttps://example.com/2025/02/02/bridge"
    line = f"March 3, 2025\n{address}"
    assert origin(PROSE) == ("2025-01-01", "filename")
    assert origin(address) == ("2025-02-02", "url")
    assert origin(line) == ("2025-03-03", "text")
    assert origin(line, published="2025-04-04") == ("2025-03-03", "text")
    assert origin(line, manifest=manifest) == ("2025-05-05", "option")


def test_the_option_is_for_documents_that_state_none(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(PROSE)
    (document,) = read([tmp_path], published="2025-04-04").documents
    assert (document.published, document.published_from) == ("2025-04-04", "option")


def test_metadata_goes_before_the_text(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("---\ndate: 2025-01-02\n---\n\nMarch 3, 2025\n\nIt fell at dawn.\n")
    (document,) = read([tmp_path]).documents
    assert (document.published, document.published_from) == ("2025-01-02", "metadata")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025-06-03-story.txt", "2025-06-03"),
        ("story_20250603.txt", "2025-06-03"),
        ("2025_06_03.txt", "2025-06-03"),
        ("agency-june-4.txt", None),
        ("build-2025.txt", None),
        ("20251399.txt", None),
    ],
)
def test_file_names(tmp_path: Path, name: str, expected: str | None) -> None:
    (tmp_path / name).write_text(PROSE)
    (document,) = read([tmp_path]).documents
    assert document.published == expected
