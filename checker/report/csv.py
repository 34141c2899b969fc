"""A table for spreadsheets (RFC 4180): a row for each statement, under its fact and verdict."""

from __future__ import annotations

import csv
from io import StringIO

from checker.model.comparison import Comparison
from checker.model.mention import Timex
from checker.report import _words
from checker.report._order import Index
from checker.report.mentions import plain

COLUMNS = (
    "pack", "fact", "title", "qualifiers", "verdict", "value", "from", "to", "unit", "status", "speaker", "source",
    "published", "path", "line", "column", "text", "sentence",
    "place",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(comparison: Comparison) -> str:
    """The rows under one heading. Facts that no source states have a row without a statement."""
    index = Index(comparison)
    documents = {each.id: each for each in comparison.documents}
    buffer = StringIO()
    table = csv.writer(buffer, lineterminator="\n")
    table.writerow(COLUMNS)
    for fact in comparison.facts:
        narrowed = "; ".join(f"{name}={value}" for name, value in fact.qualifiers)
        known = [fact.pack, fact.id, fact.title, narrowed, fact.verdict]
        said = index.evidence(fact.assertions)
        if not said:
            table.writerow([*map(_text, known), *[""] * (len(COLUMNS) - len(known))])
        for each in said:
            document, value = documents.get(each.document), each.value
            lined = document is None or (document.record is None and not document.parts)
            if isinstance(value, Timex):
                bounds: list[object] = [value.earliest, value.latest, value.grain]
            else:
                bounds = [plain(value.hard.lower), plain(value.hard.upper), value.unit]
            table.writerow(
                [
                    *map(_text, known), _text(each.label), *bounds, each.status, _text(each.speaker or ""),
                    _text(each.document), document.published if document else None,
                    _text(document.path if document else each.document), *((each.line, each.column) if lined else (None, None)),
                    _text(each.text), _text(each.sentence), _words.place(each, document),
                ]
            )  # fmt: skip
    return buffer.getvalue()


def _text(text: str) -> str:
    """Text that a spreadsheet takes for text: what begins like a formula gets an apostrophe (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text
