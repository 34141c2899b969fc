"""Who somebody is that a sentence gives an age and no name: another sentence, or a later word, says the name.

Reports name late: `A 15-year-old girl was hurt on Friday. Mia Lund was crossing the road.` Only constructions that
leave no choice are read; where two people of unlike ages are told of without a name, nobody is taken for either.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

from checker.extraction.persons import Persons, surname, words
from checker.extraction.roles import PERSONS, ROLES
from checker.extraction.saying import one_of
from checker.model.document import Span

_REACH = 2
"""How many sentences on a name may follow."""
_NEAR = 6
"""How far from an age, in sentences, its bearer may be called the victim."""
_FAR = 160
"""How many characters before a name may say whose it is."""

_ROLE = one_of(ROLES, ("deceased",))
_AGED = re.compile(
    r"\b(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](?P<unit>year|month|week|day)s?[- ]olds?\b", re.IGNORECASE
)
_AN_AGE = re.compile(rf"\d{{1,3}}|{_AGED.pattern}", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:.{0,60}[-–—:)]\s+)?\W*(?:(?:\w+ )?(?:(?:police|deputies|officials|authorities|the coroner)\s+(?:said|says?|(?:have\s+)?identified)\s+))?"
    r"(?:an?|the|one)?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_IDENTIFIED = re.compile(r"\b(?:identified|named)\b(?:\s+(?!as\b)[\w’'.-]+){0,8}?\s+as\s+$")
_AS_VICTIM = re.compile(
    rf"(?:\bthe\s+)?\b(?:{_ROLE}|he|she)\b(?:,|\s+(?:was|has|is))?(?:\s+(?:later|since|also|been|only))*\s+(?:identified|named)\b"
    rf"|\b(?:identified|named)\s+(?:him|her|(?:the|a)\s+(?:[\w-]+\s+)?{_ROLE})\s+as\b",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s+(?:{_ROLE}),\s+$|\b(?:[Vv]ictim|[Ss]uspect)\s+$")
_ACCUSED = re.compile(
    r"\b(?:arrested|charged|accused|sentenced|convicted|suspected|wanted|behind bars|in custody|suspect|gunman)\b"
)
_ACCUSING = re.compile(r"\b(?:arrest|charg|accus|sentenc|convict)(?:e?d|ing)\s+(?:an?|the|one)\s+$")
_HARMED, _CHARGED = re.compile(r"\b(?:victim|deceased)\b"), re.compile(r"\b(?:suspect|gunman|shooter)\b")
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:including|and|with|also|second|third|another|other) (?:an?|the)?\s*$", re.IGNORECASE
)
_RELATIVE = re.compile(rf"\s+{one_of(PERSONS - ROLES)}\b")
_QUOTED = re.compile(r"[\"“”]")
_ONE_OF = re.compile(r"\bone of\b", re.IGNORECASE)
_HE = re.compile(r"\W*(?:he|she|the)\s+(?:(?:was|is|turned|would have been)\s+)?(?:(?:just|only)\s+)?$", re.IGNORECASE)
_BOTH = re.compile(r"\W*both(?:\s+\w+)?\s+(?:were|are)\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_REPORTED = re.compile(r"[^.,;:?!\"“”]{2,80}\s(?:say|says|said|tell us|told \w+|confirmed)\s+(?:that\s+)?")
_SUFFERED = re.compile(
    r"\s+(?:(?:was|were|had been) (?:\w+ )?(?:shot|killed|hit|struck|hurt|injured|wounded|stabbed|found|taken|pronounced)|died)\b"
)
_GOES_ON = re.compile(
    r"\s*(?:,\s*(?:of|who|a|an)\b|(?:was|were|is|died|had|has|faces?|appeared|suffered|remains?|pleaded|left|lived|turned"
    r"|received|attended|lost)\b)(?!\s+(?:said|speaking|quoted|told|told by|a (?:friend|neighbou?r|witness)))"
)


class Identities:
    """The names of those whom one document calls by their age alone."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons
        self._text = persons.text

    def of(self, value: Span) -> tuple[str, ...]:
        """The names of those that an age is said of, by other words than those beside it; none where it stays open."""
        if not _AN_AGE.fullmatch(self._text, *value):
            return ()
        sentence = self._persons.sentence_of(value[0])
        opening = self._text[self._persons.sentences[sentence][0] : value[0]]
        if _BOTH.fullmatch(opening):
            before = self._told_of(sentence - 1, behind=("of", "and"))
            return tuple(before) if len(before) == 2 else ()
        if _HE.fullmatch(opening) and len(before := self._told_of(sentence - 1)) == 1:
            return self._unless_aged(before[0], value)
        name = self._in_place(value, sentence) or self._later(sentence, opening)
        if name is not None:
            return self._unless_aged(name, value)
        called = self._called(value, sentence) if _AGED.fullmatch(self._text, *value) else None
        return self._unless_aged(called, value, alone=True) if called else ()

    def _in_place(self, value: Span, sentence: int) -> str | None:
        """`The 9-year-old boy who was found on Friday has been identified as Tom Lee.`"""
        for start, end in self._persons.named_in(sentence):
            between = self._text[value[1] : start]
            if start >= value[1] and _IDENTIFIED.search(between) and not _AGED.search(between):
                return self._text[start:end]
        return None

    def _called(self, value: Span, sentence: int) -> str | None:
        """Whom the document calls the victim, the boy, the suspect, where one age alone stands for nobody named."""
        if _ONE_OF_SEVERAL.search(self._text, max(0, value[0] - 16), value[0]) or _RELATIVE.match(self._text, value[1]):
            return None
        accused = self._accused(value)
        for number in range(max(0, sentence - _NEAR), min(sentence + _NEAR + 1, len(self._persons.sentences))):
            low = self._persons.sentences[number][0]
            for name in self._persons.named_in(number):
                before = self._text[max(low, name[0] - _FAR) : name[0]]
                role = _CALLED.search(before) or (_IDENTIFIED.search(before) and _AS_VICTIM.search(before))
                if role and not _ONE_OF.search(before) and not self._persons.describes(name):
                    said = role[0].lower()
                    if self._others(
                        max(value[1], name[0]), accused if _HARMED.search(said) or _CHARGED.search(said) else None
                    ):
                        continue
                    if not (accused and _HARMED.search(said)) and (accused or not _CHARGED.search(said)):
                        return self._text[slice(*name)]
        return None

    def _later(self, sentence: int, opening: str) -> str | None:
        """Who the next sentence begins with, behind one that begins with the age; words on what happened may stand
        between the two where nobody else has an age and no name."""
        if not _OPENS.fullmatch(opening):
            return None
        for number in range(sentence + 1, min(sentence + _REACH + 1, len(self._persons.sentences))):
            names = self._persons.named_in(number)
            if number > sentence + 1 and self._others(self._persons.sentences[number][0]):
                return None
            low = self._persons.sentences[number][0]
            if names and not self._text[low : names[0][0]].strip():
                told = self._persons.is_person(names[0]) and _GOES_ON.match(self._text, names[0][1])
                return self._text[slice(*names[0])] if told else None
            for name in names:
                if _REPORTED.fullmatch(self._text, low, name[0]) and _SUFFERED.match(self._text, name[1]):
                    return self._text[slice(*name)] if self._persons.is_person(name, behind=("said", "says")) else None
            if any(self._persons.is_person(name) for name in names):
                return None
        return None

    def _told_of(self, sentence: int, *, behind: Container[str] = ()) -> list[str]:
        """Who is told of in a sentence, each once, by full name; `behind` as for `is_person`."""
        persons = self._persons
        if sentence < 0 or _QUOTED.search(self._text, *persons.sentences[sentence]):
            return []
        names = [name for name in persons.named_in(sentence) if persons.is_person(name, behind=behind)]
        return list(dict.fromkeys(persons.fullest(self._text[slice(*name)]) for name in names))

    def _unless_aged(self, name: str, value: Span, *, alone: bool = False) -> tuple[str, ...]:
        """The name, but for one that has another age beside it; with `alone` nobody else may have this age."""
        full, age = self._persons.fullest(name), _age(self._text[slice(*value)])
        own = surname(words(full)).lower()
        unlike = self._ages_by_surname.get(own, set()) - {age}
        taken = alone and any(age in ages for other, ages in self._ages_by_surname.items() if other != own)
        return () if unlike or taken else (full,)

    def _others(self, before: int, accused: bool | None = None) -> bool:
        """Whether several people have been called by their ages alone before a place; with `accused` those alone who
        are accused, or are not."""
        told = {age for start, age, of in self._ages if start < before and accused in (None, of)}
        return len(told) > 1

    @cached_property
    def _ages(self) -> tuple[tuple[int, str, bool], ...]:
        """The ages of those who are called by nothing else: where, how old, and whether they are accused."""
        spans = (found.span() for found in _AGED.finditer(self._text))
        return tuple(
            (span[0], _age(self._text[slice(*span)]), self._accused(span))
            for span in spans
            if not self._persons.beside(span)
        )

    def _accused(self, value: Span) -> bool:
        """Whether the words around an age, up to the next one, say that somebody is accused."""
        end = self._persons.sentences[self._persons.sentence_of(value[0])][1]
        following = _AGED.search(self._text, value[1], end)
        until = following.start() if following else end
        return bool(
            _ACCUSED.search(self._text, value[1], until)
            or _ACCUSING.search(self._text, max(0, value[0] - 40), value[0])
        )

    @cached_property
    def _ages_by_surname(self) -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for found in re.finditer(r"([^\W\d_]+)(?:,? Jr\.?)?, ?(\d{1,3})\b|" + _AGED.pattern, self._text):
            if found[1]:
                out.setdefault(found[1].lower(), set()).add(found[2])
            else:
                for name in self._persons.beside(found.span()):
                    out.setdefault(surname(words(name)).lower(), set()).add(_age(found[0]))
        return out


def _age(text: str) -> str:
    """An age without its unit where that is a year, so that `16-year-old` and `16` are one."""
    return re.sub(r"[- ]years?[- ]olds?$", "", text.lower()).removeprefix("aged ").removeprefix("age ")
