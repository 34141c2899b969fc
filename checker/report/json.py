"""The run as JSON, per the contract: everything that the other formats need, so `load` gives any of them again.

Keys stand in the contract's order, what it does not name after what it does; lists keep the order of the run, which
the comparison fixes. Every assertion carries its sentence; the texts of the sources are under `pages`, where a run
kept them.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, TypeVar, get_args

from checker.model.comparison import (
    Assertion,
    Comparison,
    FactResult,
    Finding,
    Fixed,
    RelationResult,
    Side,
    Spot,
    Verdict,
)
from checker.model.document import Document, Failure
from checker.model.rule import Pack, Severity
from checker.report import _pages, _values, _version
from checker.report._version import NAME

SCHEMA_VERSION = 1

Built = TypeVar("Built")


class NotARun(ValueError):
    """The text is no run saved by `--out json`; the message says what is wrong with it."""


def render(comparison: Comparison, *, indent: int | None = 1) -> str:
    """The run as one JSON object; `indent=None` puts it on a single line."""
    return json.dumps(to_dict(comparison), ensure_ascii=False, allow_nan=False, indent=indent) + "\n"


def to_dict(run: Comparison) -> dict[str, Any]:
    """The object that `render` writes."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": NAME, "version": _version.version()},
        "summary": _summary(run),
        "documents": [_document(each) for each in run.documents] + [_failure(each) for each in run.failures],
        "facts": [_fact(each) for each in run.facts],
        "assertions": [_assertion(each) for each in run.assertions],
        "findings": [finding_to_dict(each) for each in run.findings],
        "relations": [_relation(each) for each in run.relations],
        "packs": [_pack(each) for each in run.packs],
        "options": [list(each) for each in run.options],
        "copies": [list(each) for each in run.copies],
        "fixed": [{"id": each.id, "rule": each.rule, "message": each.message} for each in run.fixed],
        "changed": [{"document": id_, "lines": [list(each) for each in lines]} for id_, lines in run.changed],
        "today": run.today,
    } | _pages.dump(run)


def load(text: str) -> Comparison:
    """The run that `render` wrote: every report of it has the bytes that the run itself gave.

    Raises `NotARun` where the text is no JSON, no run, or a run of a later schema.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise NotARun(f"no JSON: {error}") from error
    if not isinstance(found, dict) or "schema_version" not in found:
        raise NotARun("no saved run: `schema_version` is missing; write one with `--out json=FILE`")
    if found["schema_version"] != SCHEMA_VERSION:
        raise NotARun(f"schema version {found['schema_version']} is not {SCHEMA_VERSION}, the one this version reads")
    try:
        return _comparison(found)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise NotARun(f"no complete run: {type(error).__name__} {error}") from error


def _summary(run: Comparison) -> dict[str, Any]:
    severities = [each.severity for each in run.findings]
    verdicts = [each.verdict for each in run.facts]
    outcomes = [each.outcome for each in run.relations]
    return {
        "documents": len(run.documents) + len(run.failures),
        "unread": len(run.failures),
        "mentions": run.mentions,
        "assertions": len(run.assertions),
        "facts": len(run.facts),
        "findings": {name: severities.count(name) for name in get_args(Severity)},
        "verdicts": {name: verdicts.count(name) for name in get_args(Verdict)},
        "relations": {name: outcomes.count(name) for name in ("holds", "broken", "doubtful", "not_judged")},
        "new": sum(each.state == "new" for each in run.findings),
        "known": sum(each.state == "known" for each in run.findings),
        "fixed": len(run.fixed),
    }


def _document(each: Document) -> dict[str, Any]:
    return {
        "id": each.id,
        "path": each.path,
        "title": each.title,
        "publisher": each.publisher,
        "published": each.published,
        "published_from": each.published_from,
        "sha256": each.sha256,
        "status": "read",
        "message": None,
        "url": each.url,
        "record": each.record,
        "authority": each.authority,
        "meta": dict(each.meta),
        "parts": [{"start": start, "name": name} for start, name in each.parts],
    }


def _failure(each: Failure) -> dict[str, Any]:
    return {
        "id": each.path if each.place is None else f"{each.path}:{each.place}",
        "path": each.path,
        "title": None,
        "publisher": None,
        "published": None,
        "published_from": None,
        "sha256": None,
        "status": "failed",
        "message": each.reason,
        "place": each.place,
    }


def _fact(each: FactResult) -> dict[str, Any]:
    return {
        "id": each.id,
        "pack": each.pack,
        "title": each.title,
        "qualifiers": dict(each.qualifiers),
        "verdict": each.verdict,
        "assertions": list(each.assertions),
        "severity": each.severity,
        "sides": [
            {
                "label": side.label,
                "value": _values.dump(side.value),
                "assertions": list(side.assertions),
                "documents": list(side.documents),
            }
            for side in each.sides
        ],
        "wrong": list(each.wrong),
        "reason": each.reason,
        "doubtful": each.doubtful,
        "why": each.why,
        "link": each.link,
        "group": each.group,
    }


def _assertion(each: Assertion) -> dict[str, Any]:
    return {
        "id": each.id,
        "fact": each.fact,
        "document": each.document,
        "start": each.start,
        "end": each.end,
        "line": each.line,
        "column": each.column,
        "text": each.text,
        "sentence": each.sentence,
        "value": _values.dump(each.value),
        "status": each.status,
        "speaker": each.speaker,
        "pack": each.pack,
        "kind": each.kind,
        "label": each.label,
        "qualifiers": dict(each.qualifiers),
        "sentence_span": list(each.sentence_span),
        "as_of": each.as_of,
        "matched": each.matched,
        "notes": list(each.notes),
        "restates": each.restates,
        "missing": list(each.missing),
        "means": each.means,
    }


def finding_to_dict(each: Finding) -> dict[str, Any]:
    """A finding as the run has it."""
    return {
        "id": each.id,
        "kind": each.kind,
        "fact": each.fact,
        "rule": each.rule,
        "severity": each.severity,
        "verdict": each.verdict,
        "message": each.message,
        "evidence": list(each.evidence),
        "state": each.state,
        "title": each.title,
        "qualifiers": dict(each.qualifiers),
        "steps": list(each.steps),
        "known_by": each.known_by,
        "passes": list(each.passes),
        "reason": each.reason,
        "at": None
        if each.at is None
        else {key: getattr(each.at, key) for key in ("document", "line", "column", "text")},
    }


def _relation(each: RelationResult) -> dict[str, Any]:
    return {
        "id": each.id,
        "pack": each.pack,
        "title": each.title,
        "expression": each.expression,
        "outcome": each.outcome,
        "severity": each.severity,
        "steps": list(each.steps),
        "evidence": list(each.evidence),
        "passes": list(each.passes),
        "reason": each.reason,
        "why": each.why,
        "link": each.link,
        "group": each.group,
    }


def _pack(each: Pack) -> dict[str, Any]:
    files = [{"path": path, "sha256": digest} for path, digest in each.files]
    return {"id": each.id, "title": each.title, "files": files}


def _comparison(found: dict[str, Any]) -> Comparison:
    read = [each for each in found["documents"] if each["status"] == "read"]
    failed = [each for each in found["documents"] if each["status"] == "failed"]
    texts = _pages.texts(found)
    return Comparison(
        documents=tuple(_to_document(each, texts.get(each["id"], {})) for each in read),
        failures=tuple(Failure(each["path"], each["message"], each.get("place")) for each in failed),
        packs=tuple(
            Pack(each["id"], each["title"], tuple((file["path"], file["sha256"]) for file in each["files"]))
            for each in found["packs"]
        ),
        mentions=found["summary"]["mentions"],
        assertions=tuple(_to_assertion(each) for each in found["assertions"]),
        facts=tuple(_to_fact(each) for each in found["facts"]),
        relations=tuple(_build(RelationResult, each) for each in found["relations"]),
        findings=tuple(_to_finding(each) for each in found["findings"]),
        options=tuple((key, value) for key, value in found["options"]),
        copies=tuple(tuple(each) for each in found.get("copies", ())),
        fixed=tuple(_build(Fixed, each) for each in found.get("fixed", ())),
        changed=tuple(
            (each["document"], tuple((first, last) for first, last in each["lines"]))
            for each in found.get("changed", ())
        ),
        today=found.get("today"),
        pages=_pages.load_pages(found),
        rules=_pages.load_rules(found),
    )


def _to_document(each: dict[str, Any], text: dict[str, Any]) -> Document:
    parts = tuple((part["start"], part["name"]) for part in each.get("parts", ()))
    return _build(Document, each, **{"text": "", "parts": parts} | text)


def _to_assertion(each: dict[str, Any]) -> Assertion:
    return _build(Assertion, each, value=_values.load(each["value"]))


def _to_finding(each: dict[str, Any]) -> Finding:
    at = each.get("at")
    return _build(Finding, each, at=None if at is None else _build(Spot, at))


def _to_fact(each: dict[str, Any]) -> FactResult:
    sides = tuple(_build(Side, side, value=_values.load(side["value"])) for side in each["sides"])
    return _build(FactResult, each, sides=sides)


def _build(what: type[Built], each: dict[str, Any], **instead: object) -> Built:
    """Lists as tuples and objects as pairs, the shapes of the frozen values; keys of later versions are passed over."""
    known = {one.name for one in fields(what)}  # type: ignore[arg-type]  # every caller names a dataclass
    return what(**{key: _frozen(value) for key, value in each.items() if key in known} | instead)


def _frozen(value: object) -> object:
    if isinstance(value, dict):
        return tuple(value.items())
    return tuple(value) if isinstance(value, list) else value
