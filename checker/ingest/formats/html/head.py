"""What a page says of itself to machines: title, publisher, date and address, from its head and its JSON-LD.

trafilatura's own metadata would not do: its dates are days without the minute, and guessed where nothing states one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from checker.ingest.days import in_stamp, of_iso

_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "publication_date",
    "publication-date",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "pub_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "originalpublicationdate",
    "date",
)
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "headline")
_PUBLISHERS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher")
_ADDRESSES = ("og:url", "parsely-link", "dc.identifier")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|Statement)$")
_PAGE = re.compile(r"Page$")
_BETWEEN = re.compile(r"\s+(?:[|•·»–—-]|::)\s+")
_FENCE = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*.*?\*/)?|(?:-->|//\s*\]\]>|\]\]>|;)?\s*\Z", re.DOTALL)


class Head(NamedTuple):
    """`published` is an ISO 8601 day or minute; `body` is the text of an article that only a script would show."""

    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    body: str | None


def head(root: Any) -> Head:
    """What is stated of the page as a whole; None for what is not."""
    named = _named(root)
    linked = _article_of(root)
    publisher = _first(named, _PUBLISHERS) or _name(linked.get("publisher"))
    body = linked.get("articleBody")
    return Head(
        title=_first(named, _TITLES) or _text(linked.get("headline")) or _title(root, publisher),
        publisher=publisher,
        published=next(filter(None, map(_day, _stated(root, named, linked))), None),
        url=_address(root, named),
        language=(root.get("lang") or root.get("xml:lang") or "").strip() or None,
        body=unescape(body) if isinstance(body, str) and body.strip() else None,
    )


def _stated(root: Any, named: dict[str, str], linked: dict[str, Any]) -> Iterator[object]:
    """What is said to be the day of publication, the surest first."""
    yield named.get("article:published_time")
    yield linked.get("datePublished")
    for marked in root.iterfind(".//*[@itemprop='datePublished']"):
        yield marked.get("datetime") or marked.get("content") or "".join(marked.itertext())
    for time in root.iterfind(".//time[@pubdate]"):
        yield time.get("datetime") or "".join(time.itertext())
    for name in _DATES:
        yield named.get(name)


def _named(root: Any) -> dict[str, str]:
    """The contents of the page's `meta` elements, by name or property in lower case; the first of a name."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        for key in ("property", "name", "itemprop"):
            content = " ".join((meta.get("content") or "").split())
            if content and (name := meta.get(key)):
                found.setdefault(name.strip().lower(), content)
    return found


def _article_of(root: Any) -> dict[str, Any]:
    """The JSON-LD object of the page's article, else of the page."""
    objects: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                given = json.loads(_FENCE.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            objects += _objects(given)
    named = {one["@id"]: one for one in objects if isinstance(one.get("@id"), str)}
    for pattern in (_ARTICLE, _PAGE):
        for one in objects:
            if any(isinstance(kind, str) and pattern.search(kind) for kind in _listed(one.get("@type"))):
                who = one.get("publisher")
                return {**one, "publisher": named.get(str(who.get("@id")), who)} if isinstance(who, dict) else one
    return {}


def _listed(given: object) -> list[object]:
    return given if isinstance(given, list) else [given]


def _objects(given: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects that stand for the page itself, not those that it lists or links to."""
    if depth > 4:
        return
    if isinstance(given, list):
        for one in given:
            yield from _objects(one, depth + 1)
    elif isinstance(given, dict):
        yield given
        for key in ("@graph", "mainEntity"):
            yield from _objects(given.get(key), depth + 1)


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if name in named), None)


def _name(given: object) -> str | None:
    first = next(iter(_listed(given)), None)
    return _text(first.get("name")) if isinstance(first, dict) else _text(first)


def _text(given: object) -> str | None:
    return " ".join(unescape(given).split()) or None if isinstance(given, str) else None


def _day(given: object) -> str | None:
    return (of_iso(given) or in_stamp(given)) if isinstance(given, str) else None


def _title(root: Any, publisher: str | None) -> str | None:
    """The window's title without the name of the site, where that is known or the page's heading leaves it out."""
    whole = _text("".join(node.text or "" for node in root.iter("title"))[:1000])
    headings = [text for node in root.iter("h1") if (text := _text("".join(node.itertext())))]
    if whole is None:
        return headings[0] if len(headings) == 1 else None
    parts = _BETWEEN.split(whole)
    if len(parts) > 1 and (parts[-1] == publisher or parts[0] in headings):
        return whole[: whole.rindex(parts[-1])].rstrip(" |•·»–—-:") if parts[-1] == publisher else parts[0]
    return whole


def _address(root: Any, named: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(("http:", "https:")):
            return str(link.get("href")).strip()
    return next((named[name] for name in _ADDRESSES if named.get(name, "").startswith(("http:", "https:"))), None)
