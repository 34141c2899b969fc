"""A document made complete: the one place where a text gets its publication date, its title and its furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import accumulate
from pathlib import PurePath

from checker.ingest import days, furniture, published, suppressions
from checker.model.document import Document, Span, Suppression

LONGEST_TITLE = 140


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format makes of a source: its text, and what the source says of itself.

    `published` is an ISO 8601 day or minute; so is `made`, when the file was written, which stands in for a date that
    nothing else tells. `parts` are the pages or paragraphs of what has no lines (see `Document`). `furniture` are spans
    that the format knows to be no article (code). `line_starts` are the offsets at which the source's own lines begin,
    where the text is not the source as it stands; `suppressions` are then those that the text does not show.
    """

    text: str
    published: str | None = None
    made: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[tuple[int, str], ...] = ()
    furniture: tuple[Span, ...] = ()
    line_starts: tuple[int, ...] = ()
    id: str | None = None
    record: int | None = None
    sha256: str = ""
    suppressions: tuple[Suppression, ...] = ()
    authority: float = 1.0


def from_text(
    text: str,
    *,
    id: str = "text",  # noqa: A002  the name that a document's id has everywhere
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    meta: Mapping[str, str] | None = None,
) -> Document:
    """A document of a text in hand. `published` is an ISO 8601 day and goes before any date that the text states."""
    draft = Draft(text, title=title, publisher=publisher, url=url, meta=meta or {})
    return complete(draft, path=id, data=text.encode("utf-8", "surrogatepass"), override=published)


def complete(
    draft: Draft, *, path: str, data: bytes, override: str | None = None, default: str | None = None
) -> Document:
    """A draft with all that its text tells.

    The publication date is `override` (a manifest's), else what the source's metadata, its text, its address and its
    file name say, in this order, else `default` (the option for documents that state none), else when it was made.
    """
    lines = tuple(accumulate((len(line) + 1 for line in draft.text.split("\n")), initial=0))[:-1]
    text, ignored = suppressions.taken_out(
        draft.text, draft.line_starts or lines, kept=draft.furniture, comments=not draft.line_starts
    )
    stated = published.stated(text, year=(days.in_address(PurePath(path).name) or "")[:4] or None)
    no_article = furniture.merge((*draft.furniture, *stated.spans, *furniture.find(text, lines)))
    if not _leaves_words(text, no_article):
        # `June 3, 2025` alone is what somebody asks about, not the top of a page without an article.
        stated, no_article = published.Stated(None, ()), draft.furniture
    address = draft.url or published.own_address(text)
    day, origin = _published(draft, path, address=address, in_text=stated.published, override=override, default=default)
    return Document(
        id=draft.id or path,
        text=text,
        path=path,
        sha256=draft.sha256 or sha256(data).hexdigest(),
        published=day,
        published_from=origin,
        title=draft.title or _title(text, lines, no_article),
        publisher=draft.publisher,
        url=address,
        furniture=no_article,
        meta=tuple(sorted(draft.meta.items())),
        record=draft.record,
        suppressions=(*draft.suppressions, *ignored),
        parts=draft.parts,
        authority=draft.authority,
        line_starts=draft.line_starts or lines,
    )


def _leaves_words(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether anything but blanks stands outside these spans."""
    starts = (0, *(end for _, end in spans))
    ends = (*(start for start, _ in spans), len(text))
    return any(text[start:end].strip() for start, end in zip(starts, ends, strict=True))


def _published(
    draft: Draft,
    path: str,
    *,
    address: str | None,
    in_text: str | None,
    override: str | None,
    default: str | None,
) -> tuple[str | None, str | None]:
    if override:
        return override, "option"
    if draft.published:
        return draft.published, "metadata"
    if in_text:
        return in_text, "text"
    if address and (day := days.in_address(address)):
        return day, "url"
    if draft.record is None and (day := days.in_address(PurePath(path).name)):
        return day, "filename"
    if default:
        return default, "option"
    return (draft.made, "metadata") if draft.made else (None, None)


def _title(text: str, lines: tuple[int, ...], no_article: tuple[Span, ...]) -> str | None:
    """The first line of the article where it is short, ends no sentence and more follows."""
    hidden = {start for start, _ in no_article}
    for start in lines[:20]:
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)].strip()
        if line and start not in hidden:
            is_title = end >= 0 and len(line) <= LONGEST_TITLE and line[-1] not in '.:;,”"' and not line.isdecimal()
            return line if is_title else None
    return None
