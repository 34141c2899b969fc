"""What an author tells the checker inside a source, and that no reader of it is to see:

    <!-- checker: ignore first-talks-date reason="quotes the first edition" until=2026-12-31 -->
    checker: ignore first-talks-date reason="quotes the first edition" until=2026-12-31

The comment may stand anywhere in Markdown, HTML or plain text, over several lines too; the other form is a line of its
own, with `#` or `//` before it if wanted. Names are ids of facts (`pack/fact` too), relations, checks or findings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from checker.model.document import Span, Suppression

_COMMENT = re.compile(r"<!--\s*checker:\s*ignore\b(?P<rest>.*?)-->", re.DOTALL)
_LINE = re.compile(r"^[ \t]*(?:#+|//)?[ \t]*checker:[ \t]*ignore(?=[ \t]|$)(?P<rest>.*)$", re.MULTILINE)
_SIGN = "checker:"
_OPTION = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|“([^”]*)”|'([^']*)'|([^\s\"“']+))")
_NAME = re.compile(r"[\w./-]+")
_KEYS = ("reason", "until")
_FORM = 'write it as `checker: ignore NAME reason="..."`'


def taken_out(
    text: str, starts: Sequence[int], kept: Iterable[Span] = (), *, comments: bool = True
) -> tuple[str, tuple[Suppression, ...]]:
    """The text with blanks in the place of its suppressions, so that all else stands where it stood, and these.

    `starts` are the offsets at which lines begin. What lies in the spans `kept` (code that shows how to write one) is
    text, and so are comments where the text is what a reader sees.
    """
    if _SIGN not in text:
        return text, ()
    blank: list[str] = []
    found: list[Suppression] = []
    end = 0
    for match in sorted(
        [*(_COMMENT.finditer(text) if comments else ()), *_LINE.finditer(text)], key=lambda one: one.start()
    ):
        if match.start() < end or any(start <= match.start() < stop for start, stop in kept):
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        line = bisect_right(starts, start)
        found.append(_parsed(match, line, start - starts[line - 1] + 1))
        blank += [text[end : match.start()], re.sub(r"[^\n]", " ", match[0])]
        end = match.end()
    return "".join([*blank, text[end:]]), tuple(found)


def in_comments(html: str, first: int, lines: Sequence[str]) -> Iterator[Suppression]:
    """The suppressions in a piece of HTML that begins in line `first` (from 1) of a source with these lines."""
    for match in _COMMENT.finditer(html):
        line = first + html.count("\n", 0, match.start())
        written = match[0].split("\n")[0]
        yield _parsed(match, line, max(lines[line - 1].find(written), 0) + 1)


def _parsed(match: re.Match[str], line: int, column: int) -> Suppression:
    rest = match["rest"]
    options = {
        found[1]: next((one for one in found.groups()[1:] if one is not None), "") for found in _OPTION.finditer(rest)
    }
    words = _OPTION.sub(" ", rest).replace(",", " ").split()
    reason, until = " ".join(options.get("reason", "").split()), options.get("until")
    return Suppression(
        names=tuple(words),
        reason=reason,
        until=until,
        line=line,
        column=column,
        text=" ".join(match[0].split()),
        wrong=_wrong(words, options, reason, until),
    )


def _wrong(words: list[str], options: dict[str, str], reason: str, until: str | None) -> str:
    if odd := next((word for word in words if not _NAME.fullmatch(word)), None):
        return f"`{odd}` is no name; {_FORM}"
    if odd := next((key for key in options if key not in _KEYS), None):
        return f"`{odd}` is no option of it; they are {' and '.join(_KEYS)}"
    if not words:
        return f"it names nothing to ignore; {_FORM}"
    if not reason:
        return f"it gives no reason; {_FORM}"
    if until is not None and not _is_day(until):
        return f"`until={until}` is no day of the calendar; write it as until=2026-12-31"
    return ""


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
