"""PDFs as programs write them, and what breaks them."""

import zlib
from datetime import UTC, datetime

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from checker.ingest.document import Draft
from checker.ingest.formats.pdf import read
from checker.ingest.formats.pdf.lines import Line, lines
from checker.ingest.formats.pdf.paragraphs import Vocabulary, joined, paragraphs
from checker.ingest.formats.pdf.words import Word
from checker.model.document import Failure
from tests.ingest.damage import damaged

STORY = (
    "The harbour bridge will stay closed for fourteen weeks, the council said, after engineers had found cracks in three"
    " of its piers. Repairs are to cost 2.4 million pounds. Some 41,000 cars crossed it every day."
)


class Paper(FPDF):
    """With a running head and the page's number."""

    def header(self) -> None:
        self.set_font("Times", size=8)
        self.cell(0, 8, "Norby Harbour Authority, report of 2024", new_x="LMARGIN", new_y="NEXT")
        self.set_font("Times", size=11)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Times", size=8)
        self.cell(0, 8, f"Page {self.page_no()} of {{nb}}")


def blank(paper: FPDF | None = None) -> FPDF:
    made = paper or FPDF()
    made.add_page()
    made.set_font("Times", size=11)
    return made


def written(*texts: str, paper: FPDF | None = None) -> bytes:
    made = blank(paper)
    for text in texts:
        made.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        made.ln(4)
    return bytes(made.output())


def outcomes(data: bytes) -> list[Draft | Failure]:
    return list(read(data, "a.pdf"))


def draft(data: bytes) -> Draft:
    (made,) = outcomes(data)
    assert isinstance(made, Draft), made
    return made


def refusal(data: bytes) -> str:
    (made,) = outcomes(data)
    assert isinstance(made, Failure)
    return made.reason


def test_lines_are_paragraphs_again() -> None:
    assert draft(written(STORY, STORY)).text == f"{STORY}\n\n{STORY}"


def test_running_heads_and_page_numbers_are_left_out_and_a_sentence_goes_on() -> None:
    paper = Paper()
    text = draft(written("\n".join(f"It took {number} days and" for number in range(200)), paper=paper)).text
    assert paper.pages_count > 2
    assert "Authority" not in text
    assert "Page" not in text
    assert all(f"It took {number} days and" in text for number in range(200))


def test_each_page_is_named_where_it_begins() -> None:
    paper = blank()
    paper.cell(0, 6, "First page of 9.")
    paper.add_page()
    paper.cell(0, 6, "Second page of 9.")
    made = draft(bytes(paper.output()))
    assert made.parts == ((0, "page 1"), (made.text.index("Second"), "page 2"))


def test_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    paper = blank()
    for row in range(8):
        for column, words in enumerate(("left column line with some words", "right column line with other words")):
            paper.set_xy(10 + 95 * column, 20 + 6 * row)
            paper.cell(80, 6, f"{words} {row}")
    made = draft(bytes(paper.output()))
    assert made.text.index("left column line with some words 7") < made.text.index(
        "right column line with other words 0"
    )


def test_columns_drawn_one_after_the_other_stay_so() -> None:
    paper = blank()
    with paper.text_columns(ncols=2, gutter=10, text_align="J") as columns:
        columns.write(f"{STORY} " * 24)
    text = draft(bytes(paper.output())).text
    assert text.count(STORY) == 24


def test_rows_of_a_table_keep_their_cells_together() -> None:
    paper = blank()
    with paper.table() as table:
        for cells in (
            ("Part", "Cost"),
            ("Deck, with both of its ramps and all of the lamps, rails and signs", "$1.9 million"),
        ):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    assert draft(bytes(paper.output())).text.split("\n\n") == [
        "Part | Cost",
        "Deck, with both of its ramps and all of the lamps, rails and signs | $1.9 million",
    ]


def test_a_cell_of_several_lines_is_one() -> None:
    paper = blank()
    for y, x, text in (
        (20, 10, "March 2003"),
        (20, 80, "A draft of 12 pages after talks"),
        (26, 80, "with two other towns."),
        (32, 10, "May 2004"),
        (32, 80, "Comments of 9 people"),
    ):
        paper.set_xy(x, y)
        paper.cell(60, 6, text)
    assert draft(bytes(paper.output())).text.split("\n\n") == [
        "March 2003 | A draft of 12 pages after talks with two other towns.",
        "May 2004 | Comments of 9 people",
    ]


def test_dots_that_lead_to_a_figure_part_cells() -> None:
    assert draft(written("Members . . . . . . . . . . 250")).text == "Members | 250"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (["The engi-", "neers came."], "The engineers came."),
        (["a 14-", "metre pier"], "a 14-metre pier"),
        (["from 1968-", "69 on"], "from 1968-69 on"),
        (["after twenty-", "five years"], "after twenty-five years"),
        (["all six-", "teen boats"], "all sixteen boats"),
        (["since mid-", "May there"], "since mid-May there"),
        (["the 14-", "and 15-year-olds"], "the 14- and 15-year-olds"),
        (["well-known,", "a well-", "known man"], "well-known, a well-known man"),
    ],
)
def test_words_that_a_line_parts_are_made_whole(drawn: list[str], expected: str) -> None:
    paper = blank()
    for line in drawn:
        paper.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    assert draft(bytes(paper.output())).text == expected


def test_raised_figures_are_powers_or_signs_of_notes() -> None:
    paper = blank()
    for text, place in (
        ("A deck of 3,200 m", ""),
        ("2", "SUP"),
        (" for $5 million", ""),
        ("3", "SUP"),
        (" in 9 days", ""),
    ):
        paper.char_vpos = place or "LINE"
        paper.write(6, text)
    assert draft(bytes(paper.output())).text == "A deck of 3,200 m² for $5 million in 9 days"


def test_notes_at_the_foot_follow_the_paragraph_that_goes_on() -> None:
    paper = blank()
    paper.set_auto_page_break(auto=False)
    half = STORY.index("engineers")
    for number, text in enumerate((STORY[:half], STORY[half:]), 1):
        if number > 1:
            paper.add_page()
        paper.set_font("Times", size=11)
        paper.set_xy(10, 20)
        paper.multi_cell(0, 6, text)
        paper.set_font("Times", size=7)
        paper.set_xy(10, 270)
        paper.cell(0, 4, ("Counted in 1999.", "See the report.")[number - 1])
    made = draft(bytes(paper.output()))
    assert made.text.split("\n\n") == [STORY, "Counted in 1999.", "See the report."]
    assert [place for _, place in made.parts] == ["page 1", "page 2", "page 1", "page 2"]


def test_a_page_on_its_side_is_read_and_a_stamp_across_it_is_not() -> None:
    paper = blank()
    with paper.rotation(90, x=100, y=150):
        paper.set_xy(40, 140)
        paper.multi_cell(150, 6, STORY)
    with paper.rotation(45, x=100, y=150):
        paper.text(60, 150, "DRAFT 77")
    assert draft(bytes(paper.output())).text == STORY


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bridge closed", "Bridge closed"),
        ("Microsoft Word - bridge.docx", None),
        ("untitled", None),
        ("bridge_v3", None),
    ],
)
def test_the_title_is_that_of_the_file_where_somebody_gave_one(title: str, expected: str | None) -> None:
    paper = FPDF()
    paper.set_title(title)
    assert draft(written(STORY, paper=paper)).title == expected


@pytest.mark.parametrize(("creator", "expected"), [("Writer", "2025-06-04T08:30"), ("Mozilla/5.0", None)])
def test_a_file_was_made_when_it_was_written_not_when_it_was_printed(creator: str, expected: str | None) -> None:
    paper = FPDF()
    paper.set_creator(creator)
    paper.set_creation_date(datetime(2025, 6, 4, 8, 30, tzinfo=UTC))
    assert draft(written(STORY, paper=paper)).made == expected


def locked() -> bytes:
    paper = FPDF()
    paper.set_encryption(owner_password="o", user_password="u")
    return written(STORY, paper=paper)


def scanned() -> bytes:
    paper = blank()
    paper.image(Image.new("RGB", (60, 80), "white"), 10, 10, 180)
    return bytes(paper.output())


def by_hand(content: bytes, pages: bytes = b"/Kids[3 0 R]/Count 1") -> bytes:
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages" + pages + b">>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(zlib.compress(content))
        + zlib.compress(content)
        + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


FIVE = b"BT /F1 12 Tf 50 700 Td (Five cars) Tj ET"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged, or is no PDF"),
        (b"<html>Five cars</html>", "damaged, or is no PDF"),
        (locked(), "password"),
        (scanned(), "OCRmyPDF"),
        (by_hand(b""), "OCRmyPDF"),
        (by_hand(FIVE, b"/Kids[]/Count 0"), "damaged"),
        (by_hand(FIVE, b"/Kids[2 0 R]/Count 1"), "damaged"),
        (by_hand(b"BT /F1 12 Tf (\\001\\002\\003\\004) Tj ET"), "which letters"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    paper = FPDF()
    paper.set_encryption(owner_password="o", user_password="")
    assert draft(written(STORY, paper=paper)).text == STORY


def test_pages_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.formats.pdf.file.MOST_PAGES", 2)
    paper = blank()
    paper.add_page()
    paper.add_page()
    assert "3 pages" in refusal(bytes(paper.output()))


def test_a_page_of_more_than_it_can_show_is_refused_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.formats.pdf.file.MOST_CHARACTERS", 20)
    paper = blank()
    paper.cell(0, 6, "Nine ships sank off Norby.")
    paper.add_page()
    paper.cell(0, 6, "Two cars.")
    failure, made = outcomes(bytes(paper.output()))
    assert isinstance(failure, Failure)
    assert failure.place == "page 1"
    assert isinstance(made, Draft)
    assert made.text == "Two cars."


def test_a_file_with_bytes_before_it_or_a_false_count_is_read() -> None:
    assert draft(b"HTTP/1.1 200 OK\n\n" + by_hand(FIVE)).text == "Five cars"
    assert draft(by_hand(FIVE, b"/Kids[3 0 R]/Count 2000000000")).text == "Five cars"


def test_damaged_files_are_read_or_refused_and_never_more() -> None:
    for data in damaged(written(STORY, STORY, paper=Paper()), seed=8):
        assert all(isinstance(one, Draft | Failure) for one in outcomes(data))


PLACES = st.tuples(
    st.text(st.sampled_from("aB1.-\x02•"), min_size=1, max_size=6),
    st.integers(0, 60),
    st.integers(0, 12),
    st.integers(0, 3),
)


@given(st.lists(st.lists(PLACES, max_size=12), max_size=4))
def test_words_anywhere_on_pages_are_all_kept_in_some_order(pages: list[list[tuple[str, int, int, int]]]) -> None:
    made = [
        lines(
            [
                Word(text, 10.0 * x, 10.0 * y, 10.0 * x + 5 * len(text), 10.0 * y + 4 * size)
                for text, x, y, size in page
            ],
            number,
        )
        for number, page in enumerate(pages, 1)
    ]
    known = Vocabulary(line for page in made for line in page)
    text = "".join(piece for one in paragraphs(made) for piece, _ in joined(one, known))

    def letters(text: str) -> list[str]:
        return sorted(one for one in text if one in "aB1")

    assert letters(text) == letters("".join(text for page in pages for text, *_ in page))


def test_pages_of_nothing_but_their_numbers_keep_them() -> None:
    paper = blank()
    paper.cell(0, 6, "1")
    paper.add_page()
    paper.cell(0, 6, "2")
    assert draft(bytes(paper.output())).text.split() == ["1", "2"]


def test_a_line_knows_its_cells() -> None:
    assert Line(("Ramp", "5"), 0, 0, 9, 9, 1).text == "Ramp | 5"
