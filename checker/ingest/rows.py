"""Rows of tables as lines of text, alike in every format."""

from __future__ import annotations

from collections.abc import Iterable

SIGNS_BEFORE = frozenset("$ € £ ¥ US$ ( ($ (€ (£".split())
SIGNS_AFTER = frozenset("% ) )% pp x".split())
CELLS = " | "
LONGEST_CELL = 300  # a cell that holds more is a part of a page's layout


def row(cells: Iterable[str]) -> str:
    """The cells that are not empty; a sign that has a cell of its own stands with its figure again."""
    text = before = ""
    for cell in cells:
        if cell:
            text += ("" if not text else gap(before, cell)) + cell
            before = cell
    return text


def gap(before: str, after: str) -> str:
    """What parts two cells."""
    return "" if before in SIGNS_BEFORE or after in SIGNS_AFTER else CELLS
