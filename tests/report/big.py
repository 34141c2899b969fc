"""A run as large as a newsroom's week: 2,000 facts in five sources each, some of which conflict."""

from __future__ import annotations

from dataclasses import replace

from checker.model.comparison import Assertion, Comparison, FactResult, Finding, Side
from tests.report.sample import comparison, exact

FACTS, SOURCES = 2000, 5
CONFLICTING = 150


def big() -> Comparison:
    sample = comparison()
    assertions: list[Assertion] = []
    facts: list[FactResult] = []
    findings: list[Finding] = []
    for number in range(FACTS):
        ids = []
        for at, document in enumerate(sample.documents[:SOURCES]):
            count = number + 10 + (number < CONFLICTING and at == 4)
            text = f"{count:,} boxes"
            sentence = f"In the week that ended on Sunday, store {number} of the chain sent back {text} of fruit."
            start = sentence.index(text)
            assertions.append(
                Assertion(
                    f"a-{len(assertions) + 1}", f"returns-{number}", "shops", document.id, 90 * number + start,
                    90 * number + start + len(text), number + 1, start + 1, text, sentence,
                    (90 * number, 90 * number + len(sentence)), "count", exact(count, "box"), f"{count:,}",
                    matched="store ... sent back {count <boxes>}",
                )
            )  # fmt: skip
            ids.append(assertions[-1].id)
        every = tuple(each.id for each in sample.documents[:SOURCES])
        name, first = f"returns-{number}", exact(number + 10, "box")
        title = f"Boxes returned by store {number}"
        if number < CONFLICTING:
            sides = (
                Side(f"{number + 10:,}", first, tuple(ids[:4]), every[:4]),
                Side(f"{number + 11:,}", exact(number + 11, "box"), tuple(ids[4:]), every[4:]),
            )
            facts.append(FactResult(name, "shops", title, (), "conflicting", "error", tuple(ids), sides, every[4:]))
            message = f"{number + 10} in four sources, {number + 11} in one"
            findings.append(Finding(f"{number:012x}", "conflict", name, f"shops/{name}", "error", "conflicting", message,
                                    tuple(ids), title=title))  # fmt: skip
        else:
            agreed = Side(f"{number + 10:,}", first, tuple(ids), every)
            facts.append(FactResult(name, "shops", title, (), "consistent", "error", tuple(ids), (agreed,)))
    return replace(sample, assertions=tuple(assertions), facts=tuple(facts), findings=tuple(findings), relations=())
