"""One document as the rules read it: its sentences made ready, each once, and where its events are named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from checker.extraction.identities import Identities
from checker.extraction.matcher import Cue, Matcher
from checker.extraction.matching import every
from checker.extraction.persons import Persons
from checker.extraction.prefilter import looked_up
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
        self._named: dict[str, tuple[Named, ...]] = {}

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

    @cached_property
    def identities(self) -> Identities:
        """Who those are that are called by their age alone."""
        return Identities(self.persons)

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
        return [self.line(number) for number in self.sentences_of_paragraph(offset)]

    def sentences_of_paragraph(self, offset: int) -> range:
        """The numbers of those sentences."""
        low, high = self.paragraph_of(offset)
        first, last = self.sentence_of(low), self.sentence_of(max(low, high - 1))
        return range(max(first, 0), last + 1)

    def words(self, sentence: int) -> frozenset[str]:
        """The words of a sentence that some rule or cue needs."""
        if sentence not in self._words:
            start, end = self.annotated.sentences[sentence]
            self._words[sentence] = self.matcher.words.within(self.annotated.document.text[start:end])
        return self._words[sentence]

    def words_of_paragraph(self, sentence: int) -> frozenset[str]:
        """The same of its paragraph."""
        low = self.annotated.sentences[sentence][0]
        return frozenset().union(*map(self.words, self.sentences_of_paragraph(low)))

    def named(self, event: str) -> tuple[Named, ...]:
        """Every place where a case of this event (`pack/event`) is named, in order, the title before the text."""
        if event not in self._named:
            self._named[event] = tuple(self._cases_of(event))
        return self._named[event]

    @cached_property
    def _cues(self) -> dict[str, dict[int, list[Cue]]]:
        """For each event the sentences that may name a case of it, with the cues to look for; the title is -1."""
        out: dict[str, dict[int, list[Cue]]] = {}
        title = self.annotated.document.title
        places = [(-1, self.matcher.words.within(title))] if title else []
        places += [(sentence, self.words(sentence)) for sentence in range(len(self.annotated.sentences))]
        for sentence, words in places:
            for number in sorted(looked_up(self.matcher.cues_by_word, words)):
                cue = self.matcher.cues[number]
                out.setdefault(cue.event, {}).setdefault(sentence, []).append(cue)
        return out

    def _cases_of(self, event: str) -> Iterator[Named]:
        title = self.annotated.document.title or ""
        for sentence, cues in self._cues.get(event, {}).items():
            one = line(title, (0, len(title)), ()) if sentence < 0 else self.line(sentence)
            yield from _cases(one, cues, sentence)


def _cases(one: Line, cues: Sequence[Cue], sentence: int) -> list[Named]:
    """Cases of one event named in a line; of two cues that overlap the longer stands (`second round` over `round`)."""
    found = []
    for cue in cues:
        for hit in every((cue.steps,), one):
            start, end = one.tokens[hit.start].start, one.tokens[hit.end - 1].end
            found.append(Named(cue.event, cue.case, start, end, sentence))
    found.sort(key=lambda n: (n.start - n.end, n.start))
    kept: list[Named] = []
    for name in found:
        if not any(k.start < name.end and name.start < k.end for k in kept):
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)
