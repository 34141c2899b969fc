"""Word files as Word, LibreOffice and python-docx write them, and what breaks them."""

import io
import random
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from checker.ingest.document import Draft
from checker.ingest.formats.docx import read
from checker.model.document import Failure
from tests.ingest.damage import damaged


def written(word: Word) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def of_body(*blocks: str) -> bytes:
    """A file whose body is this XML."""
    word = docx.Document()
    for block in blocks:
        word.element.body.insert(len(word.element.body) - 1, parse_xml(block.replace(">", f" {nsdecls('w')}>", 1)))
    return written(word)


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return out.getvalue()


def draft(data: bytes) -> Draft:
    (made,) = read(data, "a.docx")
    assert isinstance(made, Draft), made
    return made


def refusal(data: bytes) -> str:
    (made,) = read(data, "a.docx")
    assert isinstance(made, Failure)
    return made.reason


def text_of(*blocks: str) -> str:
    return draft(of_body(*blocks)).text


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SEEN, RAISED = "<w:vanish w:val='0'/>", "<w:vertAlign w:val='superscript'/>"
FIELD = (
    f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF 8</w:instrText></w:r>{run('9')}"
    f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('7')}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
CONTENTS = (
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    f"<w:sdtContent><w:p>{run('Costs 5')}</w:p></w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (f"<w:p>{run('5 ')}{run('cars')}</w:p>", "5 cars"),
        (
            f"<w:p>{run('a')}<w:ins w:id='1'>{run(' 7')}</w:ins><w:del w:id='2'><w:r><w:delText>8</w:delText></w:r></w:del></w:p>",
            "a 7",
        ),
        (f"<w:p><w:moveFrom w:id='1'>{run('8')}</w:moveFrom><w:moveTo w:id='2'>{run('7')}</w:moveTo></w:p>", "7"),
        (f"<w:p>{run('4', '<w:vanish/>')}{run('5', '<w:strike/>')}{run('6', SEEN)}</w:p>", "6"),
        (f"<w:p>{run('5 m')}{run('2', RAISED)}</w:p>", "5 m²"),
        (f"<w:p>{run('4')}<w:r><w:noBreakHyphen/></w:r>{run('5 km')}</w:p>", "4-5 km"),
        (f"<w:p>{run('4')}<w:r><w:softHyphen/></w:r>{run('0')}</w:p>", "40"),
        (f"<w:p>{run('Cost')}<w:r><w:tab/></w:r>{run('9')}<w:r><w:br/></w:r>{run('more')}</w:p>", "Cost\t9\nmore"),
        (f"<w:p>{run('5')}<w:r><w:sym w:font='Symbol' w:char='F0B1'/></w:r>{run('1')}</w:p>", "5±1"),
        (f"<w:p><w:fldSimple w:instr='SEQ Table'>{run('3')}</w:fldSimple></w:p>", "3"),
        (FIELD, "7"),
        (f"<w:p><w:hyperlink w:anchor='x'>{run('5 cars')}</w:hyperlink></w:p>", "5 cars"),
        (f"<w:sdt><w:sdtContent><w:p>{run('5 cars')}</w:p></w:sdtContent></w:sdt>", "5 cars"),
    ],
)
def test_what_is_read_of_a_paragraph(block: str, expected: str) -> None:
    assert text_of(block) == expected


@pytest.mark.parametrize(
    "block",
    [
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{run('Enter 5 words')}</w:p></w:sdtContent></w:sdt>",
        CONTENTS,
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc><w:p>{run('5')}</w:p></w:tc></w:tr></w:tbl>",
    ],
)
def test_what_nobody_reads_is_left_out(block: str) -> None:
    assert text_of(block, f"<w:p>{run('end')}</w:p>") == "end"


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    assert text_of(f"<w:p>{mark}{run('It cost 5 ')}</w:p>", f"<w:p>{run('million.')}</w:p>") == "It cost 5 million."


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{run('box 7')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    block = (
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('text 5')}</w:p>"
    )
    assert text_of(block) == "text 5\n\nbox 7"


def test_paragraphs_headings_lists_and_rows_are_numbered() -> None:
    word = docx.Document()
    word.add_heading("The ramp", 0)
    word.add_paragraph("Repairs took nine days.")
    word.add_paragraph("40 tonnes of steel", style="List Bullet")
    table = word.add_table(2, 2)
    for cell, text in zip(
        (one for row in table.rows for one in row.cells), ("Item", "Cost", "Ramp", "$1.1 million"), strict=True
    ):
        cell.text = text
    word.add_paragraph("")
    word.add_paragraph("The end.")
    made = draft(written(word))
    assert made.title == "The ramp"
    assert made.text.split("\n\n") == [
        "The ramp",
        "Repairs took nine days.",
        "40 tonnes of steel",
        "Item | Cost",
        "Ramp | $1.1 million",
        "The end.",
    ]
    assert [(made.text[start:][:3], place) for start, place in made.parts][-2:] == [
        ("Ram", "paragraph 5"),
        ("The", "paragraph 6"),
    ]


def test_a_table_that_lays_out_a_page_is_paragraphs() -> None:
    word = docx.Document()
    (left, right) = word.add_table(1, 2).rows[0].cells
    left.text = "A long paragraph about 5 cars. " * 12
    right.text = "Box of 7"
    assert draft(written(word)).text.split("\n\n")[1] == "Box of 7"


def test_a_label_that_spans_rows_stands_in_each() -> None:
    table = (word := docx.Document()).add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Piers"
    table.cell(0, 1).text, table.cell(1, 1).text = "$1 million", "$2 million"
    assert draft(written(word)).text.split("\n\n") == ["Piers | $1 million", "Piers | $2 million"]


def noted(body: str) -> bytes:
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        f"<w:footnote w:id='3'><w:p><w:r><w:footnoteRef/></w:r>{run(' Up from 900.')}</w:p></w:footnote>"
        f"<w:footnote w:id='2'><w:p>{run('Counted in 2023.')}</w:p></w:footnote></w:footnotes>"
    )
    data = changed(of_body(body), "word/footnotes.xml", lambda _: notes.encode())
    link = b'<Relationship Id="rId99" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    return changed(data, "word/_rels/document.xml.rels", lambda old: old.replace(b"</Relationships>", link))


def test_footnotes_follow_in_the_order_of_the_text_without_those_deleted() -> None:
    mark = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    made = draft(noted(f"<w:p>{run('Some 1,200 live there.')}{mark.format(2)}{mark.format(3)}</w:p>"))
    assert made.text.split("\n\n") == ["Some 1,200 live there.", "Counted in 2023.", "Up from 900."]
    assert [place for _, place in made.parts] == ["paragraph 1", "footnote 1", "footnote 2"]
    assert draft(noted(f"<w:p>{run('5')}<w:del w:id='1'>{mark.format(2)}</w:del></w:p>")).text == "5"


def test_comments_headers_and_footers_are_left_out() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Five cars.")
    word.sections[0].header.paragraphs[0].text = "Draft 3"
    word.sections[0].footer.paragraphs[0].text = "Page 1 of 9"
    if hasattr(word, "add_comment"):
        word.add_comment(paragraph.runs, "I counted 6", author="A")
    assert draft(written(word)).text == "Five cars."


@pytest.mark.parametrize(
    ("created", "modified", "expected"),
    [
        (datetime(2025, 6, 2, 9, 0, tzinfo=UTC), datetime(2025, 6, 4, 8, 30, tzinfo=UTC), "2025-06-04T08:30"),
        (datetime(2019, 6, 2, 9, 0, tzinfo=UTC), datetime(2025, 6, 4, 8, 30, tzinfo=UTC), None),
        (None, None, None),
    ],
)
def test_when_it_was_written_is_known_where_its_properties_agree(
    created: datetime | None, modified: datetime | None, expected: str | None
) -> None:
    word = docx.Document()
    word.add_paragraph("Five cars.")
    word.core_properties.title = "On cars"
    if created and modified:
        word.core_properties.created, word.core_properties.modified = created, modified
    made = draft(written(word))
    assert (made.title, made.made, made.published) == ("On cars", expected, None)


def simple() -> bytes:
    word = docx.Document()
    for number in range(40):
        word.add_paragraph(f"The storm cut power to {number} homes for two hours, the mayor said.")
    return written(word)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "55555555"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>"""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 and no more", "no Word document"),
        (b"{\\rtf1 Five cars}", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (written(docx.Document()), "no text"),
        (changed(simple(), "word/document.xml", lambda _: b"<w:document"), "damaged"),
        (changed(simple(), "word/document.xml", lambda _: BOMB), "entities"),
        (changed(simple(), "docProps/core.xml", lambda _: BOMB), "entities"),
        (changed(simple(), "word/document.xml", lambda _: bytes(60_000_000)), "60 MB"),
        (changed(simple(), "word/document.xml", lambda _: b""), "no Word document"),
    ],
    ids=lambda given: given[:12] if isinstance(given, str) else "",
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_elements_without_end_are_read_in_a_moment() -> None:
    deep = b"<w:x>" * 200_000 + b"<w:p><w:r><w:t>5 cars</w:t></w:r></w:p>" + b"</w:x>" * 200_000
    whole = f"<w:document {nsdecls('w')}>".encode() + deep + b"</w:document>"
    assert draft(changed(simple(), "word/document.xml", lambda _: whole)).text == "5 cars"


def test_a_document_of_the_strict_standard_is_read() -> None:
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert "39 homes" in draft(changed(simple(), "word/document.xml", lambda part: part.replace(old, new))).text


def test_damaged_files_are_read_or_refused_and_never_more() -> None:
    for data in damaged(simple(), seed=6):
        (made,) = read(data, "a.docx")
        assert isinstance(made, Draft | Failure)


def test_damaged_text_is_read_or_refused_and_never_more() -> None:
    chance = random.Random(7)
    part = zipfile.ZipFile(io.BytesIO(simple())).read("word/document.xml")
    tags = [b"</w:p>", b"<w:p>", b"<w:tc>", b"</w:tc>", b"<w:t>", b"<w:del>", b"</w:r>", b"<w:tr/>", b"<w:fldChar/>"]
    for _ in range(500):
        data = bytearray(part)
        for _ in range(chance.choice((1, 2, 8))):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(8)] = chance.choice(tags)
        (made,) = read(zipped(bytes(data)), "a.docx")
        assert isinstance(made, Draft | Failure)


def zipped(part: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("word/document.xml", part)
    return out.getvalue()
