"""JUnit XML for test dashboards: a suite for each pack, a case for each fact, relation and failed internal check.

What is an error fails. What nothing can be said of (one source alone, incomparable, missing, not judged) is skipped, and
so is what the baseline knows. A source that could not be read is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from checker.model.comparison import Comparison
from checker.report import _version, _words
from checker.report._order import Index
from checker.report._places import Reported, reported

_SKIPPED = ("single_source", "incomparable", "missing", "not_judged")
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


class _Case(NamedTuple):
    suite: str
    name: str
    tag: str  # failure, error, skipped, system-out, or nothing where it passes
    message: str
    body: str


def render(comparison: Comparison) -> str:
    """The document, in UTF-8; times are 0, since nothing in a report depends on the clock."""
    suites: dict[str, list[_Case]] = {}
    for case in _cases(comparison):
        suites.setdefault(case.suite, []).append(case)
    total = [case for cases in suites.values() for case in cases]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f"<testsuites name={_attribute(_version.NAME)} {_counts(total)}>")
    for suite, cases in suites.items():
        lines.append(f" <testsuite name={_attribute(suite)} {_counts(cases)}>")
        lines += [_element(case) for case in cases]
        lines.append(" </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _cases(run: Comparison) -> Iterator[_Case]:
    index = Index(run)
    found = {}
    rest: list[Reported] = []
    for each in reported(run):
        whole = index.fact(each.finding) or index.relation(each.finding)
        if whole is None or id(whole) in found:
            rest.append(each)
        else:
            found[id(whole)] = each
    for fact in run.facts:
        yield _case(fact.pack, index.title(fact), fact.verdict, fact.reason, found.get(id(fact)))
    for relation in run.relations:
        title = _words.qualified(relation.title or relation.id, (), relation.group)
        yield _case(relation.pack, title, relation.outcome, relation.reason, found.get(id(relation)))
    for each in rest:
        yield _case(
            each.finding.rule.split("/")[0], f"{each.title} [{each.finding.id}]", each.finding.verdict, "", each
        )
    for failure in run.failures:
        yield _Case("sources", failure.path, "error", failure.reason, "")


def _case(suite: str, name: str, verdict: str, reason: str, found: Reported | None) -> _Case:
    if found is None:
        word = _words.WORDS[verdict].name.lower() if verdict in _words.WORDS else verdict
        tag = "skipped" if verdict in _SKIPPED else ""
        return _Case(suite, name, tag, f"{word}: {reason}" if reason else word, "")
    body = "\n".join([*found.finding.steps, *(each.words for each in found.places)])
    if found.finding.state == "known":
        return _Case(suite, name, "skipped", f"known: {found.message}", "")
    tag = "failure" if found.finding.severity == "error" else "system-out"
    return _Case(suite, name, tag, found.message, body)


def _element(case: _Case) -> str:
    head = f'  <testcase classname={_attribute(case.suite)} name={_attribute(case.name)} time="0"'
    if not case.tag:
        return f"{head}/>"
    if case.tag == "system-out":
        text = escape(_clean(f"{case.message}\n{case.body}"))
        return f"{head}><system-out>{text}</system-out></testcase>"
    if not case.body:
        return f"{head}><{case.tag} message={_attribute(case.message)}/></testcase>"
    return f"{head}><{case.tag} message={_attribute(case.message)}>{escape(_clean(case.body))}</{case.tag}></testcase>"


def _counts(cases: list[_Case]) -> str:
    tags = [case.tag for case in cases]
    counts = {"tests": len(cases), "failures": tags.count("failure"), "errors": tags.count("error"),
              "skipped": tags.count("skipped")}  # fmt: skip
    return " ".join(f'{name}="{count}"' for name, count in counts.items()) + ' time="0"'


def _attribute(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;"})


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
