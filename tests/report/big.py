"""A run as large as a newsroom's week: 2,000 facts in five sources each, some of which conflict.

Every assertion stands in the text of its source, beside a date that no rule claims.
"""

from __future__ import annotations

from dataclasses import replace

from checker.model.comparison import Assertion, Comparison, FactResult, Finding, Side
from checker.model.page import Mark, NearMiss, Page, RuleText
from tests.report.sample import comparison, exact

FACTS, SOURCES = 2000, 5
LINE = 90  # characters of a line, its end included
CONFLICTING = 150


def big() -> Comparison:
    sample = comparison()
    assertions: list[Assertion] = []
    facts: list[FactResult] = []
    findings: list[Finding] = []
    texts: list[list[str]] = [[] for _ in range(SOURCES)]
    marks: list[list[Mark]] = [[] for _ in range(SOURCES)]
    for number in range(FACTS):
        ids = []
        for at, document in enumerate(sample.documents[:SOURCES]):
            count = number + 10 + (number < CONFLICTING and at == 4)
            text = f"{count:,} boxes"
            sentence = f"In the week that ended on Sunday, store {number} of the chain sent back {text} of fruit."
            start, sunday, line = sentence.index(text), sentence.index("Sunday"), LINE * number
            texts[at].append(sentence.ljust(LINE - 1) + "\n")
            marks[at].append(Mark(line + sunday, line + sunday + 6, "date", "Oct 5, 2025"))
            marks[at].append(Mark(line + start, line + start + len(text), "count", f"{count:,}"))
            assertions.append(
                Assertion(
                    f"a-{len(assertions) + 1}", f"returns-{number}", "shops", document.id, line + start,
                    line + start + len(text), number + 1, start + 1, text, sentence,
                    (line, line + len(sentence)), "count", exact(count, "box"), f"{count:,}",
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
    documents = tuple(
        replace(each, text="".join(texts[at]), line_starts=tuple(range(0, LINE * FACTS, LINE)))
        for at, each in enumerate(sample.documents[:SOURCES])
    )
    near = NearMiss("shops/returns-0", 0, LINE - 1, "store ... took back {count}", "store 0", "`took` is missing")
    pages = tuple(Page(each.id, tuple(marks[at]), (near,)) for at, each in enumerate(documents))
    rules = tuple(RuleText(f"shops/returns-{n}", f"Boxes returned by store {n}", "shops.yaml:1:1", ("value  count",))
                  for n in range(FACTS))  # fmt: skip
    return replace(sample, documents=documents, assertions=tuple(assertions), facts=tuple(facts),
                   findings=tuple(findings), relations=(), pages=pages, rules=rules)  # fmt: skip
