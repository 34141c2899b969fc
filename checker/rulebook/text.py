"""Scalars, mappings and lists of a rule file that know where they stand in it."""

from __future__ import annotations

from typing import Any

from checker.model.rule import Place, Problem


class Source:
    """One rule file: its path as people should see it, and its lines."""

    __slots__ = ("lines", "path")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")

    def problem(self, line: int, column: int, message: str, mend: str = "") -> Problem:
        """An error at a line and column, both from 1."""
        excerpt = self.lines[line - 1].rstrip("\r") if 0 < line <= len(self.lines) else ""
        return Problem(Place(self.path, line, column), message, mend, excerpt=excerpt)


class Text(str):
    """A scalar. `line` and `column` are those of its first character in the file, from 1."""

    __slots__ = ("column", "line", "source")
    source: Source
    line: int
    column: int

    def place(self, offset: int = 0) -> Place:
        """Where the character at `offset` stands in the file (the scalar's start where quoting moved it)."""
        return Place(self.source.path, self.line, self.column + self._shift(offset))

    def problem(self, message: str, mend: str = "", offset: int = 0) -> Problem:
        """An error about this scalar, marked at the character `offset`."""
        return self.source.problem(self.line, self.column + self._shift(offset), message, mend)

    def part(self, start: int, end: int) -> Text:
        """A piece of the scalar, with its own place."""
        return make_text(self[start:end], self.source, self.line, self.column + self._shift(start))

    def _shift(self, offset: int) -> int:
        written = self.source.lines[self.line - 1][self.column - 1 :]
        start = int(written[:1] in ('"', "'"))
        return start + offset if written.startswith(self[: offset + 1], start) else 0


class Block(dict[Text, Any]):
    """A mapping that knows where it begins."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Items(list[Any]):
    """A sequence that knows where it begins."""

    __slots__ = ("column", "line")
    line: int
    column: int


def make_text(value: str, source: Source, line: int, column: int) -> Text:
    """A scalar with its place."""
    text = Text(value)
    text.source, text.line, text.column = source, line, column
    return text
