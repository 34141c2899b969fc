"""Pages of sources and texts of rules to and from JSON: what a report shows beside assertions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.model.comparison import Comparison
from checker.model.document import Document
from checker.model.page import Mark, NearMiss, Page, RuleText
from checker.model.rule import Example


def dump(run: Comparison) -> dict[str, Any]:
    """`pages` and `rules` of a run, nothing where it has none. The texts of the sources are told here alone."""
    if not run.pages:
        return {}
    documents = {each.id: each for each in run.documents}
    return {
        "pages": [_page(each, documents[each.document]) for each in run.pages],
        "rules": [_rule(each) for each in run.rules],
    }


def texts(found: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What a saved run has of each document's text, by its id."""
    return {each["document"]: dict(_text(each)) for each in found.get("pages", ())}


def load_pages(found: Mapping[str, Any]) -> tuple[Page, ...]:
    """The pages that `dump` wrote."""
    return tuple(
        Page(
            each["document"],
            tuple(Mark(*(one[key] for key in Mark._fields)) for one in each["mentions"]),
            tuple(NearMiss(*(one[key] for key in NearMiss._fields)) for one in each["near_misses"]),
            each["searched"],
        )
        for each in found.get("pages", ())
    )


def load_rules(found: Mapping[str, Any]) -> tuple[RuleText, ...]:
    """The rules that `dump` wrote."""
    return tuple(
        RuleText(
            each["rule"], each["title"], each["place"], tuple(each["lines"]), tuple(map(_example, each["examples"]))
        )
        for each in found.get("rules", ())
    )


def _text(each: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "text", each["text"]
    yield "line_starts", tuple(each["line_starts"])
    yield "furniture", tuple((start, end) for start, end in each["furniture"])


def _page(page: Page, document: Document) -> dict[str, Any]:
    return {
        "document": page.document,
        "text": document.text,
        "line_starts": list(document.line_starts),
        "furniture": [list(each) for each in document.furniture],
        "mentions": [each._asdict() for each in page.marks],
        "near_misses": [each._asdict() for each in page.misses],
        "searched": page.searched,
    }


def _rule(rule: RuleText) -> dict[str, Any]:
    examples = [
        {
            "name": each.name,
            "texts": list(each.texts),
            "published": list(each.published),
            "expect": each.expect,
            "values": list(each.values),
        }
        for each in rule.examples
    ]
    return {
        "rule": rule.rule,
        "title": rule.title,
        "place": rule.place,
        "lines": list(rule.lines),
        "examples": examples,
    }


def _example(each: Mapping[str, Any]) -> Example:
    return Example(each["name"], tuple(each["texts"]), tuple(each["published"]), each["expect"], tuple(each["values"]))
