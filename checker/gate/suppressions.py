"""What authors ask, in a source, to have ignored: their own document's part in a finding, with a reason.

The document is still read and compared. A finding is known where it would not be there without the documents that ask
for it: so a second source that does not fit is news, however long the first has been ignored. A suppression that has
ended or cannot be read is an error, one that nothing comes of a note; both name its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.compare.findings import fingerprint, source, told_apart
from checker.model.comparison import Assertion, Comparison, FactResult, Finding, Spot
from checker.model.document import Document, Suppression
from checker.model.rule import Rulebook, Severity

RULE = "general/suppression"


def apply(run: Comparison, rulebook: Rulebook) -> Comparison:
    """The run with what its sources ask to be ignored known, and a finding for every suppression that fails."""
    asked = [(document, one) for document in run.documents for one in document.suppressions]
    if not asked:
        return run
    renamed = {alias: fact.id for fact in rulebook.facts for alias in fact.aliases}
    renamed |= {f"{fact.pack}/{alias}": fact.id for fact in rulebook.facts for alias in fact.aliases}
    holding = [(document.id, one) for document, one in asked if not _fails(one, run.today)]
    assertions = {one.id: one for one in run.assertions}
    facts: dict[str, list[FactResult]] = {}
    for fact in run.facts:
        facts.setdefault(f"{fact.pack}/{fact.id}", []).append(fact)
    used: set[tuple[str, Suppression]] = set()
    judged = []
    for finding in run.findings:
        evidence = [assertions[id_] for id_ in finding.evidence]
        documents = {one.document for one in evidence}
        named = [(id_, one) for id_, one in holding if id_ in documents and _names(one, finding, renamed)]
        used.update(named)
        if named and finding.state == "new" and _falls(finding, evidence, {id_ for id_, _ in named}, facts):
            reasons = "; ".join(dict.fromkeys(one.reason for _, one in named))
            message = f"{finding.message} (ignored: {reasons})"
            judged.append(replace(finding, state="known", known_by="source", reason=reasons, message=message))
        else:
            judged.append(finding)
    idle = [(id_, one) for id_, one in holding if (id_, one) not in used]
    return replace(run, findings=tuple(told_apart([*judged, *_failed(asked, idle, run, rulebook)])))


def _fails(one: Suppression, today: str | None) -> str:
    """Why a suppression ignores nothing, "" where it does."""
    if one.wrong:
        return one.wrong
    if one.until is not None and today is not None and today > one.until:
        return f"it ended on {one.until} ({one.reason}): renew it or take it out"
    return ""


def _names(one: Suppression, finding: Finding, renamed: Mapping[str, str]) -> bool:
    names = {finding.fact, finding.rule, finding.id}
    return any(name in names or renamed.get(name) in names for name in one.names)


def _falls(
    finding: Finding, evidence: list[Assertion], ignored: set[str], facts: Mapping[str, list[FactResult]]
) -> bool:
    """Whether a finding is not there without these documents: a fact needs two sides that clash, a relation every fact
    that it is between, and all else two documents, or the one that it is within."""
    ids = set(finding.evidence)
    fact = next((one for one in facts.get(finding.rule, ()) if ids and ids <= set(one.assertions)), None)
    if fact is not None and len(fact.sides) > 1:
        return sum(not ignored.issuperset(side.documents) for side in fact.sides) < 2
    left = [one for one in evidence if one.document not in ignored]
    if finding.kind == "relation":
        return {one.fact for one in left} < {one.fact for one in evidence}
    return len({one.document for one in left}) < 2


def _failed(
    asked: list[tuple[Document, Suppression]], idle: list[tuple[str, Suppression]], run: Comparison, rulebook: Rulebook
) -> Iterator[Finding]:
    known = {
        *(name for one in (*rulebook.facts, *rulebook.relations) for name in (one.id, f"{one.pack}/{one.id}")),
        *(name for check in rulebook.checks for name in (check, f"general/{check}")),
        *(finding.id for finding in run.findings),
    }
    for document, one in asked:
        if why := _fails(one, run.today):
            yield _finding(document, one, "error", f"the suppression cannot hold: {why}")
        elif (document.id, one) in idle:
            unknown = next((name for name in one.names if name not in known), None)
            yield _finding(document, one, "note", f"the suppression ignores nothing: {_idle(one, unknown, known)}")


def _idle(one: Suppression, unknown: str | None, known: set[str]) -> str:
    if unknown is None:
        return f"no finding of {', '.join(f'`{name}`' for name in one.names)} rests on this source; take it out"
    from difflib import get_close_matches

    near = get_close_matches(unknown, sorted(known), n=1)
    return f"no rule of this run is called `{unknown}`" + (f"; did you mean `{near[0]}`?" if near else "")


def _finding(document: Document, one: Suppression, severity: Severity, why: str) -> Finding:
    where = f"{document.path}, record {document.record}" if document.record else f"{document.path}:{one.line}"
    return Finding(
        id=fingerprint("suppression", source(document.id), one.text, severity),
        kind="internal",
        fact="suppression",
        rule=RULE,
        severity=severity,
        verdict="broken" if severity == "error" else "doubtful",
        message=f"{where}: {why}",
        evidence=(),
        title="Suppression",
        at=Spot(document.id, one.line, one.column, one.text),
    )
