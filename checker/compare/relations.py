"""Relations between facts, checked with interval arithmetic, every step kept for the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from checker.compare.clocks import DAYS
from checker.compare.figures import way
from checker.compare.rates import judge_rate
from checker.compare.solving import fitting
from checker.compare.terms import Term, combine, settled, short, words
from checker.model.comparison import Assertion, FactResult, RelationResult
from checker.model.document import Document
from checker.model.mention import Interval, Offset
from checker.model.rule import Binary, Constant, Expr, Published, Rate, Ref, Relation, Rulebook
from checker.values import calendar
from checker.values.intervals import meet, moment, negative, widen
from checker.values.timespans import DAY

_NEAR = 4
"""Words before a figure that say which way it went."""

Outcome = Literal["holds", "broken", "doubtful", "not_judged"]


class _Unsettled(Exception):
    """A side of the relation has no value; the text says why."""


class _Scope(NamedTuple):
    """What one judgement of a relation may look at: results by fact, and the document that a `published` means."""

    facts: Mapping[str, Sequence[FactResult]]
    known: Mapping[str, Assertion]
    published: Document | None
    own: frozenset[str]  # facts that are taken from that document alone


def judge_relations(
    rulebook: Rulebook,
    results: Sequence[FactResult],
    known: Mapping[str, Assertion],
    documents: Sequence[Document],
) -> tuple[RelationResult, ...]:
    """Every relation, in rule order, once in each group (and document, where it speaks of a publication date).

    Relations none of whose facts anybody states are left out.
    """
    out: list[RelationResult] = []
    for relation in rulebook.relations:
        for group in sorted({result.group for result in results if result.assertions}):
            facts: dict[str, list[FactResult]] = defaultdict(list)
            for result in results:
                if result.group == group:
                    facts[f"{result.pack}/{result.id}"].append(result)
            if isinstance(relation, Rate):
                out += judge_rate(relation, facts, known, group)
            else:
                out += _judge(relation, facts, known, documents, group)
    return tuple(out)


def _judge(
    relation: Relation,
    facts: Mapping[str, Sequence[FactResult]],
    known: Mapping[str, Assertion],
    documents: Sequence[Document],
    group: str,
) -> Iterator[RelationResult]:
    named = {*_refs(relation.left), *_refs(relation.right)}
    stated = {fact for fact in named if any(result.assertions for result in facts.get(fact, ()))}
    if not stated:
        return
    if not (_dated(relation.left) or _dated(relation.right)):
        yield from (
            replace(_reckon(relation, _Scope(narrowed, known, None, frozenset())), group=group)
            for narrowed in _alike(facts, named)
        )
        return
    own = frozenset(_refs(relation.right if _dated(relation.left) else relation.left))
    stating = {known[i].document for fact in own for result in facts.get(fact, ()) for i in result.assertions}
    for document in documents:
        if document.id in stating and document.published is not None:
            yield replace(_reckon(relation, _Scope(facts, known, document, own)), group=group)


def _alike(facts: Mapping[str, Sequence[FactResult]], named: set[str]) -> Iterator[Mapping[str, Sequence[FactResult]]]:
    """The facts of a relation, once for each set of qualifiers that several of them share."""
    shared = {
        result.qualifiers
        for fact in named
        if len([r for r in facts.get(fact, ()) if r.assertions]) > 1
        for result in facts[fact]
    }
    if not shared:
        yield facts
    for qualifiers in sorted(shared):
        narrowed = {
            fact: [r for r in results if r.qualifiers == qualifiers or (len(results) == 1 and _fits(r, qualifiers))]
            for fact, results in facts.items()
        }
        if all(narrowed.get(fact) for fact in named):
            yield narrowed


def _fits(result: FactResult, qualifiers: Sequence[tuple[str, str]]) -> bool:
    """Whether a fact that is stated of one case alone may be reckoned with in another: not where both name a case."""
    return not any(dict(qualifiers).get(name, case) != case for name, case in result.qualifiers)


def _reckon(relation: Relation, scope: _Scope) -> RelationResult:
    result = RelationResult(
        id=relation.id,
        pack=relation.pack,
        title=relation.title,
        expression=relation.text,
        outcome="not_judged",
        severity=relation.severity,
        why=relation.why,
        link=relation.link,
    )
    steps: list[str] = []
    try:
        left, right = _shifted(relation, scope, steps) or (
            _value(relation.left, scope, steps),
            _value(relation.right, scope, steps),
        )
    except _Unsettled as reason:
        return replace(result, reason=str(reason))
    evidence = tuple(dict.fromkeys((*left.evidence, *right.evidence)))
    if left.dimension != right.dimension or (left.dimension in ("amount", "date") and left.unit != right.unit):
        unlike = f"{left.unit} against {right.unit}: nothing converts one into the other"
        return replace(result, reason=unlike, evidence=evidence)
    if relation.op == "~":
        left, right = _in_size(left, right, scope.known), _in_size(right, left, scope.known)
    outcome = _outcome(relation.op, left, right)
    passes = () if outcome == "holds" else tuple(fitting(relation, left, right, lambda side: _value(side, scope, [])))
    said = {"holds": "fits", "broken": "cannot be", "doubtful": "hardly fits", "not_judged": ""}[outcome]
    steps.append(f"{words(left)} {relation.op} {words(right)}: {said}")
    return replace(result, outcome=outcome, steps=tuple(dict.fromkeys(steps)), evidence=evidence, passes=passes)


def _outcome(op: str, left: Term, right: Term) -> Outcome:
    """`broken` where no values of the two sides stand in the relation, `doubtful` where only unlikely ones do."""
    calendar_read = left.counted != right.counted
    hard = (left.hard, right.hard)
    if calendar_read:
        same = op in ("=", "~")
        hard = (_told_off(left, right), _told_off(right, left)) if same else (left.loose, right.loose)
    if not _possible(op, *hard):
        return "broken"
    if not calendar_read and not _possible(op, left.soft, right.soft):
        return "doubtful"
    return "holds"


def _told_off(one: Term, other: Term) -> Interval:
    """A length that is read off two days: both of them may count, and hours may lie on two days or on one."""
    if not one.whole_days:
        return one.loose
    short = other.loose.upper is not None and other.loose.upper <= 1.5 * DAY
    return widen(one.loose, DAY if short else 0.0, DAY)


def _in_size(one: Term, other: Term, known: Mapping[str, Assertion]) -> Term:
    """A change downwards as its size: `fell 20%` says no minus. What is said to have grown has not fallen."""
    falls = one.dimension == "amount" and one.hard.upper is not None and one.hard.upper < 0 <= (other.hard.lower or 0.0)
    if not falls or any(_says_growth(known[i]) for i in other.evidence if i not in one.evidence):
        return one
    return replace(one, hard=negative(one.hard), soft=negative(one.soft), loose=negative(one.loose))


def _says_growth(one: Assertion) -> bool:
    before = one.sentence[: one.start - one.sentence_span[0]]
    return any(way(word) > 0 for word in before.split()[-_NEAR:])


def _possible(op: str, left: Interval, right: Interval) -> bool:
    match op:
        case "=" | "~":
            return meet(left, right) is not None
        case "<=" | "<":
            return _below(left, right, strict=op == "<")
        case ">=" | ">":
            return _below(right, left, strict=op == ">")
        case _:
            return not (left == right and left.lower == left.upper)


def _below(left: Interval, right: Interval, *, strict: bool) -> bool:
    if left.lower is None or right.upper is None:
        return True
    if strict or left.lower_open or right.upper_open:
        return left.lower < right.upper
    return left.lower <= right.upper


def _value(expression: Expr, scope: _Scope, steps: list[str]) -> Term:
    match expression:
        case Ref(fact):
            documents = frozenset((scope.published.id,)) if scope.published and fact in scope.own else None
            value, reason = settled(fact, scope.facts.get(fact, ()), scope.known, documents)
            if value is None:
                raise _Unsettled(reason)
            steps.append(f"{short(fact)}: {value.words}" + ("" if value.dimension == "date" else f" is {words(value)}"))
            return value
        case Published():
            assert scope.published is not None
            assert scope.published.published is not None
            day = float(int(moment(scope.published.published)))
            span = Interval(day, day)
            steps.append(f"published: {scope.published.id}, {words(Term('date', span, span, span, 'day', ''))}")
            return Term("date", span, span, span, DAYS, scope.published.published[:10])
        case Constant(value, unit, text):
            if isinstance(value, str):
                span = Interval(moment(value), moment(value))
                return Term("date", span, span, span, DAYS, text)
            span = Interval(value, value)
            return Term("duration" if unit == "second" else "amount", span, span, span, unit or "number", text)
        case Binary(op, left, right):
            one, other = _value(left, scope, steps), _value(right, scope, steps)
            made = combine(op, one, other)
            sign = {"-": "−", "*": "×", "/": "÷", "+": "+"}[op]
            steps.append(f"{words(one)} {sign} {words(other)} = {words(made)}")
            return made


def _shifted(relation: Relation, scope: _Scope, steps: list[str]) -> tuple[Term, Term] | None:
    """`later - earlier ~ the month after` compares the later date with the earlier one moved in the calendar: a
    distance in calendar months is no number of days."""
    for difference, distance in ((relation.left, relation.right), (relation.right, relation.left)):
        if isinstance(difference, Binary) and difference.op == "-" and isinstance(distance, Ref):
            results = scope.facts.get(distance.fact, ())
            step, _ = settled(distance.fact, results, scope.known, None)
            if step is None or step.offset is None:
                continue
            later, earlier = _value(difference.left, scope, steps), _value(difference.right, scope, steps)
            first, last = earlier.hard.lower, earlier.hard.upper
            if first is None or last is None:
                raise _Unsettled(f"{earlier.words} has no end")
            span = Interval(
                float(_moved(first, step.offset).first.toordinal()), float(_moved(last, step.offset).last.toordinal())
            )
            evidence = (*earlier.evidence, *step.evidence)
            moved = Term("date", span, span, span, DAYS, "", evidence)
            steps.append(f"{step.words}: {words(earlier)} leads to {words(moved)}")
            return later, moved
    return None


def _moved(day: float, offset: Offset) -> calendar.Period:
    moved = calendar.add(date.fromordinal(int(day)), offset.amount, offset.unit)
    return calendar.containing(moved, offset.unit)


def _refs(expression: Expr) -> Iterator[str]:
    if isinstance(expression, Ref):
        yield expression.fact
    elif isinstance(expression, Binary):
        yield from _refs(expression.left)
        yield from _refs(expression.right)


def _dated(expression: Expr) -> bool:
    if isinstance(expression, Binary):
        return _dated(expression.left) or _dated(expression.right)
    return isinstance(expression, Published)
