"""Words and marks that the reports for people share, so that all of them say the same thing the same way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from checker.model.comparison import Assertion, Comparison, FactResult, Finding
from checker.model.document import Document

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DIGEST = re.compile(r"[0-9a-f-]{16,}")
_SHORT = 8  # characters that stay of such an id


class Word(NamedTuple):
    """A verdict or outcome for people: its name, its mark, the mark in ASCII, and what is said of one or several."""

    name: str
    mark: str
    ascii: str
    one: str
    many: str


WORDS = {
    "conflicting": Word("Conflict", "✗", "x", "1 fact conflicts", "{} facts conflict"),
    "broken": Word("Broken", "✗", "x", "1 check fails", "{} checks fail"),
    "disputed": Word("Disputed", "!", "!", "1 disputed", "{} disputed"),
    "discovered": Word("Discovered", "!", "!", "1 clash found without a rule", "{} clashes found without a rule"),
    "missing": Word("Missing", "∅", "-", "1 missing", "{} missing"),
    "doubtful": Word("Doubtful", "≈", "~", "1 doubtful", "{} doubtful"),
    "updated": Word("Updated", "↑", "^", "1 updated", "{} updated"),
    "consistent": Word("Agree", "✓", "=", "1 agrees", "{} agree"),
    "holds": Word("Holds", "✓", "=", "1 relation holds", "{} relations hold"),
    "single_source": Word("One source", "1", "1", "1 rests on one source", "{} rest on one source"),
    "incomparable": Word("Cannot compare", "?", "?", "1 cannot be compared", "{} cannot be compared"),
    "not_judged": Word("Not judged", "?", "?", "1 relation not judged", "{} relations not judged"),
}
"""Worst first."""

GENERAL = "general"  # the pack of what needs no rules
_HEADLINE = (
    "conflicting",
    "broken",
    "discovered",
    "disputed",
    "updated",
    "consistent",
    "single_source",
    "incomparable",
    "missing",
)


class Count(NamedTuple):
    """One part of the headline."""

    verdict: str
    number: int
    text: str


def headline(run: Comparison) -> tuple[Count, ...]:
    """The verdict of the run in words, worst first: `1 fact conflicts`, `12 agree`, `9 rest on one source`."""
    return counted(run.facts, run.findings)


def counted(facts: Sequence[FactResult], findings: Sequence[Finding]) -> tuple[Count, ...]:
    """The same of these facts and findings. What no rule names is counted as found, not as a fact."""
    verdicts: list[str] = [each.verdict for each in facts if each.pack != GENERAL]
    counts = {name: verdicts.count(name) for name in _HEADLINE}
    counts["broken"] = sum(each.verdict == "broken" for each in findings)
    counts["discovered"] = sum(each.kind == "discovered" for each in findings)
    counts["missing"] = sum(each.kind == "missing" for each in findings)  # what no rule requires, nobody misses
    parts = [Count(name, number, said(name, number)) for name, number in counts.items() if number]
    if not any(part.verdict in ("conflicting", "broken", "discovered") for part in parts):
        parts.insert(0, Count("consistent", 0, "No conflict found" if verdicts else "No fact to compare"))
    return tuple(parts)


def story(run: Comparison) -> str:
    """The titles of the packs that name a fact of this run; packs of general checks say nothing of the story."""
    packs = {fact.pack for fact in run.facts} - {GENERAL}
    stories = [each.title or each.id for each in run.packs if each.id in packs]
    return ", ".join(stories) or "Consistency of sources"


def said(verdict: str, number: int) -> str:
    """A number of facts with one verdict, as a clause."""
    word = WORDS[verdict]
    return word.one if number == 1 else word.many.format(f"{number:,}")


def verdict(finding: Finding) -> str:
    """What a finding is told as: what no rule names is a clash that was found, not the conflict of a fact."""
    return "discovered" if finding.kind == "discovered" else finding.verdict


def steps(finding: Finding) -> tuple[str, ...]:
    """The steps to a finding, without those that its message says."""
    return tuple(each for each in finding.steps if each not in finding.message)


def plural(number: int, noun: str, many: str = "") -> str:
    """`1 source`, `2,000 sources`."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def date(iso: str) -> str:
    """An ISO 8601 day (or minute) as `October 3, 2025`."""
    year, month, day = iso[:10].split("-")
    clock = f", {iso[11:16]}" if len(iso) > 10 else ""
    return f"{_MONTHS[int(month) - 1]} {int(day)}, {int(year)}{clock}"


def newest(run: Comparison) -> str | None:
    """The day of the latest source, the only `now` that a report knows."""
    return max((each.published[:10] for each in run.documents if each.published), default=None)


def copies(run: Comparison) -> dict[str, str]:
    """For each document that prints another's story, the short name of that one: the two count as one source."""
    shown = names(run.documents)
    return {each: shown[story[0]] for story in run.copies for each in story[1:]}


def read(run: Comparison) -> str:
    """`10 sources read, 3 of them copies of others`."""
    repeats = sum(len(story) - 1 for story in run.copies)
    told = "a copy of another" if repeats == 1 else "copies of others"
    return f"{plural(len(run.documents), 'source')} read" + (f", {repeats:,} of them {told}" if repeats else "")


def names(documents: tuple[Document, ...]) -> dict[str, str]:
    """A short, unique name for each source: its publisher, else its id without what all ids begin with. Of a
    publisher's several sources each has its id beside the name, a long one of digits and letters cut short."""
    publishers = Counter(each.publisher for each in documents)
    folder = _common_folder([each.id for each in documents])
    cut = Counter(each.id[len(folder) :][:_SHORT] for each in documents)
    found: dict[str, str] = {}
    for each in documents:
        short = each.id[len(folder) :]
        if _DIGEST.fullmatch(short) and cut[short[:_SHORT]] == 1:
            short = short[:_SHORT]
        alone = publishers[each.publisher] == 1
        found[each.id] = short if not each.publisher else each.publisher if alone else f"{each.publisher} ({short})"
    return found


def _common_folder(ids: list[str]) -> str:
    if not ids:
        return ""
    first, last = min(ids), max(ids)
    shared = next(
        (at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last))
    )
    return first[: first.rfind("/", 0, shared) + 1]


def marked(assertion: Assertion, most: int = 160) -> tuple[str, str, str]:
    """The sentence in three parts, the value in the middle; all of it first where the value is not found there.

    Of a long sentence, whole words up to `most` characters on either side.
    """
    sentence, text = assertion.sentence, assertion.text
    at = assertion.start - assertion.sentence_span[0]
    if at < 0 or sentence[at : at + len(text)] != text:
        at = sentence.find(text)
    if at < 0:
        return _end(sentence.strip(), 2 * most), "", ""
    before, after = sentence[:at].lstrip(), sentence[at + len(text) :].rstrip()
    return _end(before[::-1], most)[::-1], text, _end(after, most)


def _end(words: str, most: int) -> str:
    """The beginning of a text, up to a space, and an ellipsis for the rest."""
    if len(words) <= most:
        return words
    return words[: max(words.rfind(" ", 0, most), most // 2)] + " …"


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ":")) else ".") if text else ""


def qualified(title: str, qualifiers: tuple[tuple[str, str], ...], group: str = "") -> str:
    """A title with what narrows it: `Length of the talks (round 2)`."""
    parts = [f"{name} {value}" for name, value in qualifiers] + ([group] if group else [])
    return f"{title} ({', '.join(parts)})" if parts else title


def wrong(fact: FactResult, shown: dict[str, str]) -> str:
    """The smallest set of sources that must be wrong, in a sentence; `shown` has the names of sources."""
    who = [shown.get(each, each) for each in fact.wrong]
    return f"Not all can be right. The fewest that must be wrong: {', '.join(who)}."


def place(assertion: Assertion, document: Document | None) -> str:
    """Where an assertion stands in its source, for people: `line 3`, `page 2`, or `record 12` of a JSON Lines file."""
    return f"line {assertion.line}" if document is None else place_at(document, assertion.start, assertion.line)


def place_at(document: Document, offset: int, line: int | None = None) -> str:
    """The same of any character; `line` is its line where that is known already."""
    if document.record is not None:
        return f"record {document.record}, character {offset}"
    return document.part(offset) or f"line {line or document.place(offset)[0]}"


def numbered(document: Document, offset: int) -> str:
    """What stands in the margin of a line of text: its number, or its page; nothing in a record."""
    return "" if document.record is not None else document.part(offset) or str(document.place(offset)[0])
