"""Scalars, mappings and lists of a rule file that know where they stand in it."""

from __future__ import annotations

import re
from typing import Any

from checker.model.rule import Place, Problem

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML 1.1, so that its places and ours are the same."""
LONG = 300  # characters of a message; what is longer quotes a whole page
FOLDED = 200  # lines of one scalar that are searched for the place of an error


def lines_of(text: str) -> list[str]:
    """The lines of a rule file as YAML counts them."""
    return _BREAK.split(text)


class Source:
    """One rule file: its path as people should see it, and its lines."""

    __slots__ = ("lines", "path")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = lines_of(text)

    def problem(self, line: int, column: int, message: str, mend: str = "") -> Problem:
        """An error at a line and column, both from 1."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        if len(message) > LONG:
            message = f"{message[: LONG // 2]} … {message[-LONG // 2 :]}"
        return Problem(Place(self.path, line, column), message, mend, excerpt=excerpt)


class Text(str):
    """A scalar. `line` and `column` are those of its first character in the file, from 1."""

    __slots__ = ("column", "line", "source")
    source: Source
    line: int
    column: int

    def place(self, offset: int = 0) -> Place:
        """Where the character at `offset` stands in the file."""
        return Place(self.source.path, *self._at(offset))

    def problem(self, message: str, mend: str = "", offset: int = 0) -> Problem:
        """An error about this scalar, marked at the character `offset`."""
        return self.source.problem(*self._at(offset), message, mend)

    def _at(self, offset: int) -> tuple[int, int]:
        """Line and column of a character: quotes and folded lines move it, but never the order of what is no space.

        The scalar's start where escapes hide the character.
        """
        lines = self.source.lines
        written = lines[self.line - 1][self.column - 1 :] if self.line <= len(lines) else ""
        quote = int(written[:1] in ('"', "'"))
        if written.startswith(self[: offset + 1], quote):
            return self.line, self.column + quote + offset
        before = sum(not c.isspace() for c in self[:offset])
        first, column = (self.line, 0) if written[:1] in ("|", ">") else (self.line - 1, self.column - 1 + quote)
        for number in range(first, min(len(lines), first + FOLDED)):
            solid = [at for at, c in enumerate(lines[number]) if at >= column and not c.isspace()]
            if before < len(solid):
                found = lines[number][solid[before]] == self[offset : offset + 1]
                return (number + 1, solid[before] + 1) if found else (self.line, self.column)
            before -= len(solid)
            column = 0
        return self.line, self.column


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
