"""What `ingest` makes: one source as one text that every span points into."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

Span = tuple[int, int]
"""Half-open range of character offsets."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a source's author wrote into it: `checker: ignore NAME reason="..." until=2026-12-31`.

    `names` are ids of facts, relations, checks or findings. `wrong` says why it cannot be used, "" where it can.
    """

    names: tuple[str, ...]
    reason: str
    until: str | None  # ISO 8601 day, the last on which it holds
    line: int
    column: int
    text: str  # as written, on one line
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One source.

    `published` is an ISO 8601 day (or minute, with `T`), or None where nothing states it; it is never today's date.
    `furniture` lists, in order, the spans that are no article: share bars, `More on ...`, lists of back issues.
    `record` is the 1-based record of a JSON Lines file, None for a file of its own. `parts` are for a source without
    lines of its own: where in the text each `page 3` or `paragraph 12` begins, in order. `authority` is at least 0 and
    orders what reports show; no verdict depends on it.
    """

    id: str
    text: str
    path: str
    sha256: str
    published: str | None = None
    published_from: str | None = None  # text | metadata | url | filename | option
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    furniture: tuple[Span, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    record: int | None = None
    suppressions: tuple[Suppression, ...] = ()
    parts: tuple[tuple[int, str], ...] = ()
    authority: float = 1.0
    line_starts: tuple[int, ...] = field(default=(), compare=False, repr=False)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        starts = self.line_starts or (0,)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def part(self, offset: int) -> str | None:
        """The page or paragraph that holds a character, None for a source that has lines."""
        at = bisect_right(self.parts, offset, key=lambda part: part[0])
        return self.parts[at - 1][1] if at else None

    def where(self, offset: int) -> str:
        """The place of a character for people: its page or paragraph, else `line:column`."""
        return self.part(offset) or "{}:{}".format(*self.place(offset))

    def get(self, key: str) -> str | None:
        """A metadata value by name, the named fields included (for `--group-by`)."""
        if key in ("id", "path", "title", "publisher", "published", "url"):
            value: str | None = getattr(self, key)
            return value
        return dict(self.meta).get(key)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read: a value with a reason, not an exception."""

    path: str
    reason: str  # one sentence that names the mend
    place: str | None = None  # `line 3`, `record 12`, where it is known


@dataclass(frozen=True, slots=True)
class Sources:
    """All that one run reads, in a stable order; `skipped` are the files of folders that no format reads."""

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
