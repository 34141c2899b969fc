"""Of whom a value is said: the name beside an age, as the text writes it at its fullest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.model.document import Span

_INITIAL = r"[A-Z]\."
_WORD = r"(?!(?:Jr|Sr)\b)[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|al|el|ten|ter)"
_SUFFIX = r"(?:Jr\b\.?|Sr\b\.?|I{2,3}\b|IV\b)"
_NAME = re.compile(
    rf"\b(?:{_INITIAL}|{_WORD})(?:\s+(?:{_INITIAL}|[\"“]{_WORD}[\"”]|(?:{_PARTICLE}\s+){{0,2}}{_WORD}))*(?:,?\s+{_SUFFIX})?"
)
_NO_NAME = frozenset(
    """a an the and but or in on at of for from to by with as after before when while where that this these those there he
    she they it his her their its who one two three both police officers authorities investigators deputies detectives
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december north south east west street avenue road county city victim victims suspect also then if
    """.split()
)
_TITLES = frozenset(
    """mr mrs ms miss dr sir lady lord rev sgt lt cpl col gen capt captain sergeant lieutenant detective deputy officer chief
    sheriff mayor judge president minister senator governor professor prof coach pastor father sister brother officer
    trooper agent director inspector constable""".split()
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))

_BEHIND = re.compile(
    r"[\s,(]*(?:(?:who|is|was|turned|had|has|just|only|then|now|about|identified|described|named|listed|as|a|an|the|aged?|both)\b[\s,]*)*"
)
"""What may stand between a name and the age behind it: `Ann Roe (42)`, `Ann Roe, who was 42`, `Ann Roe is a 42-year-old`."""

_BEFORE = re.compile(
    r"[\s,]*(?:(?!(?:and|or|with|of|from|in|at|to|by|for|on|near|after|when|who|that|was|were|is|had|has|said|told|shot|hit"
    r"|killed|met|saw|struck|left|ran|drove|sued|beat)\b)[^\W\d_][\w’'-]*(?<!ed)[\s,]+){0,4}?(?:(?:(?:has|have|had|was|is)\s+(?:since\s+|been\s+)?)?(?:identified|known|named)(?:\s+(?:by|as|only)"
    r"(?:\s+[\w-]+){0,2}?)*\s+)?"
)
"""What may stand between an age and the name behind it: `22-year-old Akron man`, `a 22-year-old man identified as`."""


class Persons:
    """The names of one document."""

    def __init__(self, text: str, sentences: Iterable[Span]) -> None:
        self._text = text
        self._names = {sentence: tuple(_names(text, sentence)) for sentence in sentences}
        self._full = tuple(dict.fromkeys(words(text[slice(*name)]) for names in self._names.values() for name in names))

    def beside(self, value: Span, sentence: Span) -> str | None:
        """The name that a value is said of, by the words between them; None where they leave it open."""
        text, names = self._text, self._names.get(sentence, ())
        for start, end in names:
            if start >= value[1] and text[value[1] : start].isspace():
                return self.fullest(text[start:end])
        for start, end in reversed(names):
            if end <= value[0] and _BEHIND.fullmatch(text, end, value[0]):
                return self.fullest(text[start:end])
        for start, end in names:
            if start >= value[1] and _BEFORE.fullmatch(text, value[1], start):
                return self.fullest(text[start:end])
        return None

    def fullest(self, name: str) -> str:
        """The one longer name of the document that a first or last name alone belongs to, else the name itself."""
        own = words(name)
        if len(own) == 1:
            longer = {full for full in self._full if len(full) > 1 and own[0] in (full[0], surname(full))}
            if len({(full[0], surname(full)) for full in longer}) == 1:
                own = max(longer, key=lambda full: (len(full), full))
        return " ".join(own)


def words(name: str) -> tuple[str, ...]:
    """The words of a name, without the title before it and the full stop of `Jr.`"""
    parts = [
        part.rstrip(".") if part.rstrip(".").lower() in _SUFFIXES else part for part in name.replace(",", " ").split()
    ]
    while len(parts) > 1 and parts[0].rstrip(".").lower() in _TITLES:
        parts = parts[1:]
    return tuple(parts)


def surname(parts: tuple[str, ...]) -> str:
    """The last word of a name that is no `Jr.`"""
    return next((part for part in reversed(parts) if part.rstrip(".").lower() not in _SUFFIXES), parts[-1])


def _names(text: str, sentence: Span) -> Iterator[Span]:
    """Runs of capitalised words, without a word at the front that is no name (`On Friday`, `The`)."""
    for found in _NAME.finditer(text, *sentence):
        start, end = found.span()
        for word in re.finditer(r"\S+", text[start:end]):
            if word[0].lower().strip(".,'’\"“”") not in _NO_NAME:
                start += word.start()
                break
        else:
            continue
        if any(letter.islower() for letter in text[start:end]):
            yield start, end
