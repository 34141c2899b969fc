"""How a sentence comes near a line under `match`: all of it is there but one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from checker.extraction.around import quote
from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.fitting import fits
from checker.extraction.matcher import Matcher, Pattern, Rule
from checker.extraction.matching import GAP, Fits, Hit, found, search
from checker.extraction.misses import Miss, is_of_kind, other_case, refused, say_misfit
from checker.extraction.reading import Reading
from checker.extraction.regexes import regex_hits
from checker.extraction.steps import Hole, OneOf, Skip, Steps, holes, needs
from checker.extraction.tokens import Line
from checker.model.document import Span
from checker.model.mention import Mention
from checker.model.pattern import Group, Node, Regex, Vocabulary
from checker.rulebook.patterns import written

_SKIP = (Skip(),)
_SUGGESTED = 3  # words that a mend offers
_WEAK = COMMONPLACE | frozenset("first second third last next new old former latest".split())


class _Piece(NamedTuple):
    """One part of a line, as its author wrote it, with its steps."""

    node: Node
    steps: Steps

    @property
    def text(self) -> str:
        return written(self.node)


class Written(NamedTuple):
    """A line of a rule with its parts, none of a regular expression."""

    pattern: Pattern
    pieces: tuple[_Piece, ...]


class _Try(NamedTuple):
    """A line held against a sentence."""

    reading: Reading
    rule: Rule
    pattern: Pattern
    line: Line
    pieces: tuple[_Piece, ...]

    def fits(self, index: int, hole: Hole) -> bool:
        return fits(self.reading.annotated, index, self.rule.fact, self.rule.nouns, hole)

    def is_of_kind(self, index: int, hole: Hole) -> bool:
        return _might_be(self.reading.annotated.mentions[index], self.rule, hole)

    def hit(self, steps: Steps, fits: Fits | None = None) -> Hit | None:
        """The first place where the steps match."""
        return next(search(steps, self.line, fits or self.fits), None)

    def spans(self, hit: Hit) -> tuple[Span, Span]:
        """Of a hit the value, and all that matched."""
        words = (self.line.tokens[hit.start].start, self.line.tokens[hit.end - 1].end)
        return words if hit.mention is None else self.reading.annotated.mentions[hit.mention][:2], words


class _Near(NamedTuple):
    """Where a line nearly matches, what stops it, the mend, and how near it is."""

    hit: Hit
    stopped: str
    mend: str
    near: float


def lines_of(matcher: Matcher, number: int) -> list[Written]:
    """The lines of a rule."""
    return [Written(one, tuple(_pieces(matcher, one))) for one in matcher.patterns if one.rule == number]


def of_lines(reading: Reading, rule: Rule, lines: Sequence[Written], sentence: int) -> Iterator[Miss]:
    """The nearest miss of each of a rule's lines in one sentence."""
    there = reading.words(sentence)
    values = [mention for _, mention in reading.mentions_of.get(sentence, ())]
    for pattern, pieces in lines:
        absent = sum(map(there.isdisjoint, pattern.needs))
        if absent > (len(pattern.needs) > 1):
            continue  # two words missing are no near miss, and the only one missing is none either
        if pattern.holes and not any(_might_be(value, rule, hole) for value in values for hole in pattern.holes):
            continue
        one = _Try(reading, rule, pattern, reading.line(sentence), pieces)
        ways = (_as_regex,) if isinstance(pattern.match.pattern, Regex) else _MISSING if absent else _WAYS
        near = next(chain.from_iterable(way(one) for way in ways), None)
        if near is not None and (near.near == 1 or not _elsewhere(one, near.hit)):
            said = quote(one.line, near.hit)
            yield Miss(one.line.span, pattern.match.pattern.text, said, near.stopped, near.mend, near.near)


def _might_be(mention: Mention, rule: Rule, hole: Hole) -> bool:
    """Whether a value is of the kind, or a bare number where the rule has a unit: another slot would take that."""
    return is_of_kind(mention, rule, hole) or (mention.kind == "number" and rule.fact.value.unit is not None)


def _elsewhere(one: _Try, hit: Hit) -> bool:
    return other_case(one.reading, one.rule, *one.spans(hit), one.pattern.match.qualifiers) is not None


def _pieces(matcher: Matcher, pattern: Pattern) -> Iterator[_Piece]:
    if isinstance(pattern.match.pattern, Regex):
        return
    compiler = matcher.compilers[matcher.rules[pattern.rule].fact.pack]
    for node in pattern.match.pattern.nodes:
        yield _Piece(node, tuple(compiler.compile(node)))


def _as_regex(one: _Try) -> Iterator[_Near]:
    regex = one.pattern.match.pattern
    assert isinstance(regex, Regex)
    for hit in regex_hits(regex, one.line, one.is_of_kind, one.pattern.holes[0]):
        stopped, mend = say_misfit(one.reading, one.rule, hit.mention or 0, one.pattern.holes[0])
        yield _Near(hit, stopped, mend, 0.9) if stopped else _refused(one, hit)


def _whole(one: _Try) -> Iterator[_Near]:
    """Every word matches, and still it is not taken."""
    hit = one.hit(one.pattern.steps)
    if hit is not None:
        yield _refused(one, hit)


def _refused(one: _Try, hit: Hit) -> _Near:
    value, words = one.spans(hit)
    why = refused(one.reading, one.rule, one.line, value, words=words, given=one.pattern.match.qualifiers)
    return _Near(hit, *why, 1.0)


def _value(one: _Try) -> Iterator[_Near]:
    """The words match around a value of the right kind that does not fit."""
    hit = one.hit(one.pattern.steps, one.is_of_kind)
    if hit is not None and hit.mention is not None:
        # Of a pattern with several holes the first that takes the kind is the one that was filled.
        hole = next(hole for hole in one.pattern.holes if one.is_of_kind(hit.mention, hole))
        stopped, mend = say_misfit(one.reading, one.rule, hit.mention, hole)
        if stopped:
            yield _Near(hit, stopped, mend, 0.9)


def _gap(one: _Try) -> Iterator[_Near]:
    """Other words stand between two parts of the line."""
    for at in range(1, len(one.pieces)):
        left, right = one.pieces[at - 1], one.pieces[at]
        if _SKIP in (left.steps, right.steps):
            continue
        hit = one.hit((*_steps(one.pieces[:at]), Skip(), *_steps(one.pieces[at:])))
        if hit is not None:
            mended = " ".join([*_texts(one.pieces[:at]), "...", *_texts(one.pieces[at:])])
            stopped = f"other words stand between `{left.text}` and `{right.text}`"
            passed = max(0, hit.end - hit.start - len(one.pieces))
            yield _Near(hit, stopped, f"let a gap pass over them: `{mended}`", 0.9 - 0.02 * passed)


def _order(one: _Try) -> Iterator[_Near]:
    """Both sides of a gap are there, and the gap cannot pass over what is between them."""
    for at, piece in enumerate(one.pieces):
        front, rest = _steps(one.pieces[:at]), _steps(one.pieces[at + 1 :])
        if piece.steps != _SKIP or not (needs(front) and (needs(rest) or any(holes(rest)))):
            continue
        first = one.hit(front)
        then = next(search(rest, one.line, one.fits, first.end), None) if first is not None else None
        if first is not None and then is not None:
            whole = Hit(first.start, then.end, then.mention)
            mend = "write a line for this order of words, or `find`, which asks for no order"
            yield _Near(whole, _barrier(one, first.end, then.start), mend, 0.85)


def _barrier(one: _Try, low: int, high: int) -> str:
    """What a gap between two tokens stops at."""
    for at in range(low, high):
        if at in one.line.stops:
            return f"a gap stays in its clause, and “{one.line.tokens[at].text}” ends it"
        for index, _ in one.line.starts.get(at, ()):
            if any(one.fits(index, hole) for hole in one.pattern.holes):
                said = one.reading.annotated.quote(one.reading.annotated.mentions[index])
                return f"a gap passes over no other value, and “{said}” would be one"
    return f"a gap passes over {GAP} words at most, and {high - low} stand here"


def _word(one: _Try) -> Iterator[_Near]:
    """One word of several is missing, around a value; words alone are the line itself."""
    if not one.pattern.holes:
        return
    needed = [at for at, piece in enumerate(one.pieces) if needs(piece.steps)]
    for at in needed:
        kept = [one.pieces[other] for other in needed if other != at]
        if not any(_tells(piece) for piece in kept):
            continue
        hit = one.hit(_without(one.pieces, at))
        if hit is not None:
            piece = one.pieces[at]
            elsewhere = found((piece.steps,), one.line) if not any(holes(piece.steps)) else None
            if elsewhere is not None:
                stopped = f"`{piece.text}` stands in another place (“{quote(one.line, elsewhere)}”)"
                mend = "write a line for this order of words, or `find`, which asks for no order"
            else:
                stopped, mend = f"`{piece.text}` is missing", _mend_word(one, at, hit)
            yield _Near(hit, stopped, mend, 0.8 * len(kept) / len(needed))


def _tells(piece: _Piece) -> bool:
    """Whether a part asks for a word that says what a sentence is about."""
    return any(not need & _WEAK for need in needs(piece.steps))


def _without(pieces: Sequence[_Piece], at: int) -> Steps:
    """The steps of a line with a gap instead of one part, and no gap at an end or beside another."""
    kept: list[Steps] = []
    for other, piece in enumerate(pieces):
        steps = _SKIP if other == at else piece.steps
        if steps != _SKIP or (kept and kept[-1] != _SKIP):
            kept.append(steps)
    while kept and kept[-1] == _SKIP:
        kept.pop()
    return tuple(step for one in kept for step in one)


_MISSING = (_word,)
_WAYS = (_whole, _value, _gap, _order, _word)


def _mend_word(one: _Try, at: int, hit: Hit) -> str:
    """What the sentence says instead of a part of the line, else leave to leave it out."""
    piece = one.pieces[at]
    other = [word for word in _contents(one.line, hit) if one.hit(_replaced(one.pieces, at, word)) is not None]
    if not other:
        return f"if that is this fact all the same, let it be left out: `({piece.text.strip('()')}|)`"
    words = " or ".join(f"`{word}`" for word in other[:_SUGGESTED])
    if isinstance(piece.node, Vocabulary):
        return f"if it is called {words} here, add that to `{piece.node.name}` under `vocabulary`"
    inside = piece.text[1:-1] if isinstance(piece.node, Group) else piece.text
    return f"if the text says it with {words}, allow that: `({inside}|{other[0]})`"


def _contents(line: Line, hit: Hit) -> list[str]:
    """The words of a sentence that tell, those nearest to a place first, none of them in a value."""
    told = [
        (max(hit.start - at, at - hit.end, 0), token.text)
        for at, token in enumerate(line.tokens)
        if token.text.isalpha() and len(token.text) > 2 and token.text not in COMMONPLACE and at not in line.valued
    ]
    return list(dict.fromkeys(word for _, word in sorted(told, key=lambda one: one[0])))


def _replaced(pieces: Sequence[_Piece], at: int, word: str) -> Steps:
    return (*_steps(pieces[:at]), OneOf(frozenset((word,))), *_steps(pieces[at + 1 :]))


def _steps(pieces: Sequence[_Piece]) -> Steps:
    return tuple(step for piece in pieces for step in piece.steps)


def _texts(pieces: Sequence[_Piece]) -> list[str]:
    return [piece.text for piece in pieces]
