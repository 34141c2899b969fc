"""One document as the rules read it: its sentences made ready, each once, and where its events are named."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from checker.extraction.matcher import Matcher
from checker.extraction.matching import Hole, search
from checker.extraction.persons import Persons
from checker.extraction.tokens import Line, line
from checker.model.document import Span
from checker.model.mention import Annotated, Mention


class Named(NamedTuple):
    """A place that names a case of an event; `sentence` is -1 for a title that is no part of the text."""

    event: str
    case: str
    start: int
    end: int
    sentence: int


class Reading:
    """A document under one matcher. Lines are made when they are first asked for."""

    def __init__(self, annotated: Annotated, matcher: Matcher) -> None:
        self.annotated = annotated
        self.matcher = matcher
        self._lines: dict[int, Line] = {}
        self._words: dict[int, frozenset[str]] = {}

    @cached_property
    def mentions_of(self) -> dict[int, list[tuple[int, Mention]]]:
        """The mentions of each sentence, as (index, mention)."""
        starts = [start for start, _ in self.annotated.sentences]
        out: dict[int, list[tuple[int, Mention]]] = {}
        for index, mention in enumerate(self.annotated.mentions):
            out.setdefault(bisect_right(starts, mention.start) - 1, []).append((index, mention))
        return out

    @cached_property
    def restating(self) -> dict[int, list[Mention]]:
        """The mentions that give another one again in brackets, by the index of that one."""
        out: dict[int, list[Mention]] = {}
        for mention in self.annotated.mentions:
            if mention.restates is not None:
                out.setdefault(mention.restates, []).append(mention)
        return out

    @cached_property
    def persons(self) -> Persons:
        """Who is named, and where."""
        return Persons(self.annotated.document.text, self.annotated.sentences)

    def line(self, sentence: int) -> Line:
        """A sentence with its tokens and mentions."""
        if sentence not in self._lines:
            span = self.annotated.sentences[sentence]
            self._lines[sentence] = line(self.annotated.document.text, span, self.mentions_of.get(sentence, ()))
        return self._lines[sentence]

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that holds a character."""
        return bisect_right(self.annotated.sentences, (offset, len(self.annotated.document.text) + 1)) - 1

    def paragraph_of(self, offset: int) -> Span:
        """The paragraph that holds a character."""
        paragraphs = self.annotated.paragraphs
        at = bisect_right(paragraphs, (offset, len(self.annotated.document.text) + 1)) - 1
        return paragraphs[at] if at >= 0 else (0, len(self.annotated.document.text))

    def lines_of_paragraph(self, offset: int) -> list[Line]:
        """The sentences of the paragraph that holds a character."""
        low, high = self.paragraph_of(offset)
        first, last = self.sentence_of(low), self.sentence_of(max(low, high - 1))
        return [self.line(number) for number in range(max(first, 0), last + 1)]

    def words_of_paragraph(self, offset: int) -> frozenset[str]:
        """The words of that paragraph: as far as any `find` may look."""
        low, _ = self.paragraph_of(offset)
        if low not in self._words:
            self._words[low] = frozenset().union(*(line.where for line in self.lines_of_paragraph(offset)))
        return self._words[low]

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Every place where a case of an event is named, in the order of the text, the title before it."""
        out = []
        title = self.annotated.document.title
        if title:
            out += self._cues(line(title, (0, len(title)), ()), -1)
        for sentence in range(len(self.annotated.sentences)):
            out += self._cues(self.line(sentence), sentence)
        return tuple(out)

    def _cues(self, one: Line, sentence: int) -> list[Named]:
        """Cues of one line; of two that overlap the longer stands (`second round` over `round`)."""
        found = []
        for number in self.matcher.naming(one.where):
            cue = self.matcher.cues[number]
            for hit in search(cue.steps, one, _fits_nothing):
                start, end = one.tokens[hit.start].start, one.tokens[hit.end - 1].end
                found.append(Named(cue.event, cue.case, start, end, sentence))
        found.sort(key=lambda n: (n.start - n.end, n.start))
        kept: list[Named] = []
        for name in found:
            if not any(k.event == name.event and k.start < name.end and name.start < k.end for k in kept):
                kept.append(name)
        return sorted(kept, key=lambda n: n.start)


def _fits_nothing(_index: int, _hole: Hole) -> bool:
    return False
