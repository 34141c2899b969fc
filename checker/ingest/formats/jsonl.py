"""JSON Lines: one document a line, with what is known of it.

    {"id": "a1", "text": "...", "published": "2025-06-04", "publisher": "AP", "title": "...", "url": "...", "story": "x"}

Only `text` is required; `authority` is a number of 0 or more, 1 where it is left out. Other keys are kept as metadata, as text; of an object, its members as `key.member`.
A record without `id` goes by the file's path and its number, which is that of its line (`news.jsonl#3`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from checker.ingest.authority import NO_AUTHORITY, of_number
from checker.ingest.days import NO_DATE, in_stamp, of_iso
from checker.ingest.decode import decode
from checker.ingest.document import Draft
from checker.model.document import Failure

SUFFIXES = (".jsonl", ".ndjson")
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
NAMED = ("id", "text", "published", "publisher", "title", "url", "authority")


def read(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """A document for every record; a record that cannot be used is a failure, and the others are still read."""
    text = decode(data)
    if text is None:
        yield Failure(path, "The file holds NUL bytes, so it is no JSON Lines; save it as UTF-8.")
    elif not text.strip():
        yield Failure(path, "The file holds no record.")
    else:
        del data
        for number, line in enumerate(_lines(text), 1):
            if line.strip():
                yield _record(line, number, path)


def _lines(text: str) -> Iterator[str]:
    """The lines one by one: a list of them all would be the file once more."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _record(line: str, number: int, path: str) -> Draft | Failure:
    def unusable(reason: str) -> Failure:
        return Failure(path, reason, place=f"record {number}")

    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        where = f" (column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        return unusable(f"The line is no JSON{where}; write one object a line.")
    if not isinstance(record, dict):
        return unusable("The line is no object; write it as {...} with a key `text`.")
    text = record.get("text")
    if not isinstance(text, str):
        return unusable("The record has no `text`; give it as a string.")
    if not text.strip():
        return unusable("The record's `text` is empty.")
    given = record.get("published")
    day = (of_iso(str(given)) or in_stamp(str(given))) if given not in (None, "") else None
    if given not in (None, "") and not day:
        return unusable(f"`published` is {given!r}, {NO_DATE}")
    weight = of_number(1.0 if record.get("authority") is None else record["authority"])
    if weight is None:
        return unusable(f"`authority` is {record['authority']!r}, {NO_AUTHORITY}")
    named = {key: _plain(str(record[key])) for key in ("title", "publisher", "url") if record.get(key) is not None}
    return Draft(
        _plain(text),
        published=day,
        title=named.get("title"),
        publisher=named.get("publisher"),
        url=named.get("url"),
        meta=dict(_meta(record)),
        id=_plain(str(record["id"])) if record.get("id") not in (None, "") else f"{path}#{number}",
        record=number,
        sha256=sha256(line.encode("utf-8", "surrogatepass")).hexdigest(),
        authority=weight,
    )


def _meta(record: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        if value is None or (not above and key in NAMED):
            continue
        name = _plain(f"{above}{key}")
        if isinstance(value, dict):
            yield from _meta(value, f"{name}.")
        else:
            yield name, _plain(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _plain(text: str) -> str:
    """The same characters, those that no output can hold (NUL, half a surrogate pair) replaced one for one."""
    return _UNHOLDABLE.sub("\ufffd", text)
