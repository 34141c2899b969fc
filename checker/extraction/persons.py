"""Of whom a value is said: the name beside an age, as the text writes it at its fullest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence

from checker.extraction.roles import INSTITUTIONS, PERSONS, TITLES
from checker.extraction.saying import SAYING, one_of
from checker.model.document import Span
from checker.values.calendar import MONTHS, WEEKDAYS

_INITIAL = r"[A-Z]\."
_WORD = r"(?!(?:Jr|Sr)\b)[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|al|el|ten|ter)"
_SUFFIX = r"(?:Jr\b\.?|Sr\b\.?|I{2,3}\b|IV\b)"
_NAME = re.compile(
    rf"\b(?:{_INITIAL}|{_WORD})(?:\s+(?:{_INITIAL}|[\"“]{_WORD}[\"”]|(?:{_PARTICLE}\s+){{0,2}}{_WORD}))*(?:,?\s+{_SUFFIX})?"
)
_NO_NAME = (
    frozenset(
        """a an the and but or in on at of for from to by with as after before when while where that this these those there he
    she they it his her their its who one two three both police officers authorities investigators deputies detectives
    north south east west street avenue road county city victim victims suspect also then if
    """.split()
    )
    | WEEKDAYS
    | MONTHS
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_BODY = one_of(INSTITUTIONS, TITLES)
_INSTITUTION = re.compile(rf"\b{_BODY}\b", re.IGNORECASE)
_OTHER = re.compile(
    rf"(?:\b{_BODY}\.?|\b(?:in|on|at|near|of|from|off|for|to|by|said|says|told|added|and|with|like|including)|&)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"(?:,[^,.]{{1,60}},)?\s+(?:{one_of(SAYING)}|recalled)\b")
_OF_A_PERSON = re.compile(rf"\s+{one_of(PERSONS)}\b")

_BEHIND = re.compile(
    r"[\s,(]*(?:(?:who|is|was|were|turned|had|has|just|only|then|now|about|identified|described|named|listed|as|a|an|the|aged?"
    r"|both|all)\b[\s,]*)*"
)
"""What may stand between a name and the age behind it: `Ann Roe (42)`, `Ann Roe, who was 42`, `Ann Roe is a 42-year-old`."""

_BEFORE = re.compile(
    r"[\s,]*(?:(?!(?:and|or|with|of|from|in|at|to|by|for|on|near|after|when|who|that|was|were|is|had|has|said|told|shot|hit"
    r"|killed|met|saw|struck|left|ran|drove|sued|beat)\b)[^\W\d_][\w’'-]*(?<!ed)[\s,]+){0,4}?"
    r"(?:(?:(?:has|have|had|was|is)\s+(?:since\s+|been\s+)?)?(?:identified|known|named)(?:\s+(?:by|as|only)(?:\s+[\w-]+){0,2}?)*\s+)?"
)
"""What may stand between an age and the name behind it: `22-year-old Akron man`, `a 22-year-old man identified as`."""

_POSSESSIVE = re.compile(r"'s$|(?<=s)'$")
_ADVERB = re.compile(r"\s+(?:(?:has|have|had|also|then|still|now|already)\s+)*")
_LONGEST = 5
"""Words of a name; longer runs of capitals are headlines."""
_SEVERAL = re.compile(r"\b(?:both|all)\b")
_AGE = re.compile(r"\b\d{1,3}\b")
_AGES = re.compile(r"\b\d{1,3}(?:(?:,|,?\s+and)\s+\d{1,3})+(?=\s*(?:[,.;)]|$|respectively\b))")
_JOINED = re.compile(r"\s*,?\s+and\s+|\s*,\s+")


class Persons:
    """The names of one document, sentence by sentence."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._names = [tuple(_names(text, sentence)) for sentence in sentences]
        self._first: dict[tuple[str, ...], int] = {}  # where each name first stands
        for names in self._names:
            for name in names:
                self._first.setdefault(words(text[slice(*name)]), name[0])

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that holds a character."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def named_in(self, sentence: int) -> tuple[Span, ...]:
        """Where a sentence has names of whatever kind, in order."""
        return self._names[sentence] if 0 <= sentence < len(self._names) else ()

    def beside(self, value: Span) -> tuple[str, ...]:
        """The names that a value is said of, by the words between them; none where they leave it open."""
        text = self.text
        names = [name for name in self.named_in(self.sentence_of(value[0])) if not self.describes(name)]
        for start, end in names:
            if start >= value[1] and text[value[1] : start].isspace():
                return (self.fullest(text[start:end], start),)
        ages = self._listed(value)
        first = ages[0] if ages else value
        for number in reversed(range(len(names))):
            between = text[names[number][1] : first[0]]
            if names[number][1] <= first[0] and _BEHIND.fullmatch(between):
                several: Sequence[Span] = names[number : number + 1]
                if ages:
                    told = self._joined(names[: number + 1])
                    at = next(n for n, age in enumerate(ages) if value[0] < age[1])
                    several = told[at : at + 1] if len(told) == len(ages) else ()
                elif _SEVERAL.search(between):
                    several = self._joined(names[: number + 1])
                return tuple(self.fullest(text[slice(*name)], name[0]) for name in several)
        for start, end in names:
            if start >= value[1] and _BEFORE.fullmatch(text, value[1], start):
                return (self.fullest(text[start:end], start),)
        return ()

    def subject(self, words: Span) -> tuple[str, ...]:
        """The name right before words that begin with a verb: `Ann Roe won 40 votes, her rival Tom Lee 30`."""
        for start, end in reversed(self.named_in(self.sentence_of(words[0]))):
            if end <= words[0]:
                between = _ADVERB.fullmatch(self.text, end, words[0])
                return (self.fullest(self.text[start:end], start),) if between else ()
        return ()

    def describes(self, name: Span) -> bool:
        """Whether a name says whence a person is, and not who: `a 19-year-old Akron man`."""
        return _OF_A_PERSON.match(self.text, name[1]) is not None

    def is_person(self, name: Span, *, behind: Container[str] = ()) -> bool:
        """Whether a name of several words may be that of somebody who is told of: no place, no body, nobody who
        speaks or holds an office. `behind` are words that stand before such a name all the same."""
        said = self.text[slice(*name)]
        if not 2 <= len(words(said)) <= _LONGEST or self.describes(name) or _INSTITUTION.search(said):
            return False
        other = _OTHER.search(self.text, max(0, name[0] - 24), name[0])
        return (other is None or other[0].split()[0] in behind) and not _SPEAKS.match(self.text, name[1])

    def fullest(self, name: str, at: int | None = None) -> str:
        """The one longer name of the document that a first or last name alone belongs to, else the name itself. Of
        several it is that of the only one named before the place `at`: who was not named yet is not meant."""
        longer = self._longer(name)
        if at is not None and _several(longer):
            longer = {full for full in longer if self._first[full] < at}
        if not longer or _several(longer):
            return " ".join(words(name))
        longest: tuple[str, ...] = max(longer, key=lambda full: (len(full), full))
        return " ".join(longest)

    def is_shared(self, name: str) -> bool:
        """Whether a name alone may be that of several people of the document."""
        return _several(self._longer(name))

    def _longer(self, name: str) -> set[tuple[str, ...]]:
        own = words(name)
        alone = len(own) == 1
        return {full for full in self._first if alone and len(full) > 1 and own[0] in (full[0], surname(full))}

    def _listed(self, value: Span) -> list[Span]:
        """The ages of a list that a value is one of: `Ann Roe and Tom Lee, aged 42 and 8`; none for a value alone."""
        sentence = self.sentences[self.sentence_of(value[0])]
        for listed in _AGES.finditer(self.text, *sentence):
            if listed.start() < value[1] <= listed.end():
                return [age.span() for age in _AGE.finditer(self.text, *listed.span())]
        return []

    def _joined(self, names: Sequence[Span]) -> Sequence[Span]:
        """The last of these names with those listed before it: `Ann Roe and Tom Lee, both`."""
        first = len(names) - 1
        while first and _JOINED.fullmatch(self.text, names[first - 1][1], names[first][0]):
            first -= 1
        return names[first:]


def words(name: str) -> tuple[str, ...]:
    """The words of a name, without the title before it, a possessive, and the full stop of `Jr.`"""
    parts = [_POSSESSIVE.sub("", part) for part in name.replace(",", " ").replace("’", "'").split()]
    parts = [part.rstrip(".") if part.rstrip(".").lower() in _SUFFIXES else part for part in parts]
    while len(parts) > 1 and parts[0].rstrip(".").lower() in TITLES:
        parts = parts[1:]
    return tuple(parts)


def _several(names: set[tuple[str, ...]]) -> bool:
    """Whether these are names of more than one person."""
    return len({(full[0], surname(full)) for full in names}) > 1


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
