"""`checker rules new`: a rule from one sentence, written only once it passes its own examples."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Container, Iterator
from pathlib import Path

from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.inflect import forms
from checker.model.mention import Annotated, Mention, Timex
from checker.verbs import Outcome, Unusable
from checker.verbs.common import write_text
from checker.verbs.drafts import HEAD, loaded, other_values, passes, quoted, slot_of, value_of

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SOME_DAY = "2025-06-04"
_SAYS_NOTHING = frozenset(("time", "date", "day", "number", "value", "amount"))
"""Words of a fact's name that say no more than what kind of value it is."""
_SIDES = ((2, 0), (3, 0), (1, 1), (0, 2), (1, 2), (1, 0), (0, 1))
"""How many words before and behind the value a line may have, in the order in which they are tried."""
_CLAUSE_END = re.compile(r"[;:!?()—–]|, (?=but|while|although|which|who|when)")


def run(args: argparse.Namespace) -> Outcome:
    """Asks for what the arguments leave out, where somebody can answer."""
    from checker.annotate import annotate
    from checker.ingest import from_text
    from checker.rulebook.scope import NAME

    name = args.name or _ask("The fact's name, in lower-case words joined by hyphens: ", "the fact's name")
    if not NAME.fullmatch(name):
        raise Unusable(f"`{name}` is no name for a fact: use lower-case words joined by hyphens, as `first-talks-date`")
    path = args.file or str(_folder() / f"{name}.yaml")
    if Path(path).exists():
        raise Unusable(f"{path} exists already; name another with --file, or remove it")
    sentence = args.sentence or _ask("A sentence that states it: ", "--sentence")
    annotated = annotate(from_text(sentence, published=None))
    mention = _chosen(annotated, args.value)
    # A day or an hour that only a publication date anchors is compared once its examples have one.
    floating = isinstance(mention.value, Timex) and mention.value.earliest is None
    published = f"        published: {_SOME_DAY}\n" if floating else ""
    quote, core = annotated.quote(mention), sentence[mention.core_start : mention.core_end]
    # Two values of which one is hedged may both hold; the number alone is another value.
    others = dict.fromkeys([*other_values(quote), *other_values(core)])
    changed = [sentence[: mention.start] + other + sentence[mention.end :] for other in others]
    patterns = list(_patterns(annotated, mention, name))
    for pattern in patterns:
        for clash in changed:
            text = _draft(name, sentence, clash, value_of(mention, quote), pattern, published=published)
            book = loaded(text, name)
            if book is not None and passes(book):
                write_text(path, text)
                return Outcome(0, f"wrote {path}; add sentences to its examples and run `checker rules test {path}`")
    why = (
        f"`{quote}` leaves so much open that no other value contradicts it; give a plainer one, in digits"
        if patterns
        else f"no word beside `{quote}` says what it is; give a sentence that names it, as `The bridge is 210 m long.`"
    )
    raise Unusable(f"no rule can be made from this sentence: {why}")


def _folder() -> Path:
    """Where the project keeps its rules: the first folder that its configuration names, else here."""
    from checker import config

    return next((Path(path) for path in config.load().rules if Path(path).is_dir()), Path())


def _ask(question: str, what: str) -> str:
    if not sys.stdin.isatty():
        raise Unusable(
            f"{what} is missing; as in `checker rules new bridge-length --sentence 'The bridge is 210 m long.'`"
        )
    print(question, end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip()
    if not answer:
        raise Unusable("no answer, so nothing was written")
    return answer


def _chosen(annotated: Annotated, value: str | None) -> Mention:
    """The mention that the fact is about: the only one, or the one that is named or picked."""
    mentions = [m for m in annotated.mentions if m.restates is None]
    if value is not None:
        mentions = [m for m in mentions if value in annotated.quote(m) or annotated.quote(m) in value]
    if not mentions:
        what = f"`{value}`" if value is not None else "a number or date"
        raise Unusable(f"the sentence has no value that reads as {what}; `checker extract -` shows what is read")
    figures = [m for m in mentions if any(letter.isdigit() for letter in annotated.quote(m))]
    if len(mentions) == 1 or len(figures) == 1:
        return figures[0] if figures else mentions[0]
    quotes = [annotated.quote(m) for m in mentions]
    listed = "\n".join(f"  {number}  {quote}" for number, quote in enumerate(quotes, 1))
    if not sys.stdin.isatty():
        raise Unusable(f"the sentence has several values ({', '.join(quotes)}); say which with --value")
    answer = _ask(f"Which value is it?\n{listed}\nNumber: ", "--value")
    if not answer.isdecimal() or not 1 <= int(answer) <= len(mentions):
        raise Unusable(f"`{answer}` is none of the numbers; nothing was written")
    return mentions[int(answer) - 1]


def _patterns(annotated: Annotated, mention: Mention, name: str) -> Iterator[str]:
    """Lines of words around the value, the most telling first: those that the fact is named by, then the nearest."""
    text = _without_others(annotated, mention)
    start, end = next(span for span in annotated.sentences if span[0] <= mention.start < span[1])
    after = max(mention.end, mention.noun_span[1] if mention.noun_span else 0)
    named = frozenset(form for word in name.split("-") for form in forms(word))
    # A label's colon and an opening bracket part nothing from its value: `Lanes: 4`, `one tablet (500 mg)`.
    before = _content(_CLAUSE_END.split(text[start : mention.start].rstrip(" \n\t:|(["))[-1], named)
    behind = _content(_CLAUSE_END.split(text[after:end])[0], named)
    slot = slot_of(mention, annotated.quote(mention))
    if line := _named_line(before, behind, slot, name, _first_word(text[after:end])):
        yield line
    for left, right in _SIDES:
        if len(before) >= left and len(behind) >= right:
            yield " ... ".join([*before[len(before) - left :], slot, *behind[:right]])


def _without_others(annotated: Annotated, mention: Mention) -> str:
    """The text without the words of other values, which say nothing of this one (`last year`)."""
    text = annotated.document.text
    for other in annotated.mentions:
        if other.start >= mention.end or other.end <= mention.start:
            text = text[: other.start] + " " * (other.end - other.start) + text[other.end :]
    return text


def _named_line(before: list[str], behind: list[str], slot: str, name: str, next_word: str) -> str | None:
    """The words that the fact is named by, with another word where that is one alone."""
    named = frozenset(form for word in name.split("-") if word not in _SAYS_NOTHING for form in forms(word))
    left, right = [word for word in before if word in named], [word for word in behind if word in named]
    if len(left) + len(right) == 1:
        if behind[:1] == [next_word] and not right:
            right = behind[:1]
        else:
            other = next((word for word in reversed(before) if word not in named), None)
            left = [word for word in before if word in named or word == other]
    return " ... ".join([*left, slot, *right]) if left or right else None


def _first_word(text: str) -> str:
    return next((found[0].casefold() for found in _WORD.finditer(text)), "")


def _content(text: str, named: Container[str]) -> list[str]:
    """The words that tell, without names of persons and places: a rule outlives those of one story."""
    words = list(_WORD.finditer(text))
    capital = [word[0][0].isupper() for word in words]
    return [
        word[0].casefold()
        for at, word in enumerate(words)
        if word[0].casefold() not in COMMONPLACE
        and (word[0].casefold() in named or not (capital[at] and (at or any(capital[1:2]))))
    ]


def _draft(name: str, sentence: str, clash: str, value: str, pattern: str, *, published: str) -> str:
    return f"""\
{HEAD}
facts:
  {name}:
    title: {quoted(name.replace("-", " ").capitalize())}
    value: {value}
    match:
      - {quoted(pattern)}
    examples:
      - name: the same value twice
        texts: [{quoted(sentence)}, {quoted(sentence)}]
{published}        expect: consistent
      - name: another value
        texts: [{quoted(sentence)}, {quoted(clash)}]
{published}        expect: conflicting
"""
