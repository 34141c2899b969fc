"""What a document's own country says of `$` and of pounds: a farm in Ohio weighs in pounds, a shop in Leeds is paid in them.

The country comes from the metadata (`country`), else from the end of the publisher's or the page's host name.
"""

from __future__ import annotations

import re

from checker.model.document import Document
from checker.model.mention import Mention, Quantity
from checker.values.precision import scaled

_DOLLARS = {
    "au": "AUD",
    "ca": "CAD",
    "nz": "NZD",
    "sg": "SGD",
    "hk": "HKD",
    "tw": "TWD",
    "jm": "JMD",
    "tt": "TTD",
    "fj": "FJD",
}
_CROWNS = {"no": "NOK", "dk": "DKK", "is": "ISK"}
_HOST = re.compile(r"(?:^|//)(?:[\w-]+\.)+([a-z]{2,})(?=[/:]|$)")
_KILOGRAM = 0.45359237


def settled(document: Document, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the amounts that only the document can settle in their own unit."""
    country = _country(document)
    code, crown = _DOLLARS.get(country), _CROWNS.get(country)
    weighs = "£" not in document.text and "sterling" not in document.text and "$" in document.text
    if code is None and crown is None and not weighs:
        return mentions
    for index, mention in enumerate(mentions):
        value = mention.value
        if mention.kind != "money" or not isinstance(value, Quantity):
            continue
        if (
            code
            and value.unit == "USD"
            and value.unit_written in ("$", "dollar", "cent")
            and not _american(document, mention)
        ):
            mentions[index] = mention._replace(value=value._replace(unit=code))
        elif crown and value.unit_written.lower() == "kr":
            mentions[index] = mention._replace(value=value._replace(unit=crown))
        elif (
            weighs
            and value.unit == "GBP"
            and value.unit_written == "pound"
            and (value.number or value.high or 0.0) < 10_000
        ):
            hard, soft, written = (scaled(one, _KILOGRAM) for one in (value.hard, value.soft, value.written))
            weight = value._replace(hard=hard, soft=soft, written=written, unit="kilogram")
            mentions[index] = mention._replace(kind="quantity", value=weight)
    return mentions


def _american(document: Document, mention: Mention) -> bool:
    """The words say whose dollars they are."""
    quote = document.text[mention.start : mention.end].lower()
    return "us" in quote or "u.s" in quote or "american" in quote


def _country(document: Document) -> str:
    stated = document.get("country")
    if stated:
        return stated.lower()[:2]
    for place in (document.url, document.publisher):
        match = _HOST.search((place or "").lower())
        if match:
            return match.group(1)
    return ""
