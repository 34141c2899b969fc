"""Parts of patterns that change nothing: an optional word at an end, an alternative that is passed over anyway, and
patterns that any text fulfils."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extraction.doubts import Doubt
from checker.extraction.matcher import Matcher, compile_rules
from checker.extraction.steps import leading
from checker.extraction.tokens import FILLERS, tokenize
from checker.model.pattern import Gap, Group, Node, Sequence, Word
from checker.model.rule import Fact, Rulebook
from checker.rulebook.patterns import written


def idle(book: Rulebook) -> Iterator[Doubt]:
    """Doubts about the lines and words of every fact, in the order of the rules."""
    matcher = compile_rules(book)
    for fact in book.facts:
        yield from _of_lines(fact)
        yield from _of_words(fact, matcher)


def _of_lines(fact: Fact) -> Iterator[Doubt]:
    for match in fact.match:
        if not isinstance(match.pattern, Sequence):
            continue
        text, nodes = match.pattern.text, match.pattern.nodes
        # Which words a line matches decides between the cases of a qualifier; else its ends may be left out.
        ends = () if fact.qualifiers or match.says is not None or match.means is not None else (nodes[0], nodes[-1])
        for part in ends:
            if isinstance(part, Gap) or (isinstance(part, Group) and part.optional):
                where = "beginning" if part is nodes[0] else "end"
                message = f"`{written(part)}` at the {where} of `{text}` changes nothing: the line matches without it"
                yield Doubt(match.place, message, "remove it")
        for group in _groups(nodes):
            passed = [choice.text for choice in group.choices if _is_passed_over(choice)]
            if passed:
                rest = "|".join(choice.text for choice in group.choices if choice.text not in passed)
                said = "` and `".join(passed)
                message = f"no pattern looks at `{said}`, so all of `{written(group)}` may be left out"
                yield Doubt(match.place, message, f"write `({rest}|)` if it may, else `({rest})`")


def _of_words(fact: Fact, matcher: Matcher) -> Iterator[Doubt]:
    """Words under `find`, `not` and `noun` that any text fulfils."""
    compiler = matcher.compilers[fact.pack]
    find = fact.find
    asked = () if find is None else (*find.any, *find.all, *(words for near in find.near for words in near.any))
    vetoes = fact.none if find is None else (*fact.none, *find.none)
    for sequences, outcome in (
        (asked, "always there"),
        (vetoes, "always there, so nothing is ever taken"),
        (fact.value.nouns, "any noun"),
    ):
        for words in sequences:
            if leading(compiler.steps(words)).empty:
                yield Doubt(
                    fact.place, f"`{words.text}` needs no word: it is {outcome}", "name a word that has to stand there"
                )


def _groups(nodes: tuple[Node, ...]) -> Iterator[Group]:
    for node in nodes:
        if isinstance(node, Group):
            if not node.optional:
                yield node
            for choice in node.choices:
                yield from _groups(choice.nodes)


def _is_passed_over(choice: Sequence) -> bool:
    """Whether a choice is made of articles and marks alone, which no pattern looks at."""
    return bool(choice.nodes) and all(
        isinstance(node, Word) and all(token.text in FILLERS for token in tokenize(node.text, 0, len(node.text)))
        for node in choice.nodes
    )
