"""`checker rules test`: the examples inside rule files, run through the whole pipeline."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model.comparison import Assertion, Comparison, FactResult, RelationResult
from checker.model.mention import Timex
from checker.model.rule import Example, Fact, Holding, Place, Rulebook
from checker.verbs import Outcome, Unusable
from checker.verbs.rules import load_named

Rule = Fact | Holding
WORST_FACT = ("conflicting", "disputed", "updated", "consistent", "incomparable", "single_source", "missing")
WORST_RELATION = ("broken", "doubtful", "holds", "not_judged")


@dataclass(frozen=True, slots=True)
class Trial:
    """One example as it came out. `reason` is empty where it passed."""

    rule: Rule
    example: Example
    got: str
    reason: str
    read: tuple[str, ...]  # one line for each value that was read


def run(args: argparse.Namespace) -> Outcome:
    """1 where an example fails or is missing; examples marked `todo` are told when they begin to pass."""
    from checker.rulebook import format_problems
    from checker.rulebook.lint import one_sided

    book = load_named(args)
    rules = _wanted(book, args.only)
    trials: list[Trial] = []
    comparisons: list[Comparison] = []
    for rule in rules:
        for example in rule.examples:
            trial, comparison = try_example(rule, example, book)
            trials.append(trial)
            comparisons.append(comparison)
    failed = [trial for trial in trials if trial.reason and not trial.example.todo]
    for trial in failed:
        print(_told(trial), end="\n\n")
    for trial in trials:
        if trial.example.todo and not trial.reason:
            print(f"{trial.example.place}: `{trial.example.name}` passes now: remove its `todo: true`\n")
    missing = [problem for problem in one_sided(book) if problem.place in {rule.place for rule in rules}]
    if missing:
        print(format_problems(missing), end="\n\n")
    if args.coverage:
        from checker.verbs.coverage import coverage

        print("\n".join(coverage(book, [rule for rule in rules if isinstance(rule, Fact)], comparisons)), end="\n\n")
    return _outcome(trials, failed, len(missing))


def _wanted(book: Rulebook, only: Sequence[str]) -> list[Rule]:
    """Every rule once: the steps of one `order` share their place and their examples."""
    by_place: dict[Place, Rule] = {rule.place: rule for rule in (*reversed(book.relations), *reversed(book.facts))}
    rules = list(by_place.values())[::-1]
    if not only:
        return rules
    chosen = [rule for rule in rules if rule.id in only or f"{rule.pack}/{rule.id}" in only]
    if not chosen:
        raise Unusable(f"no rule is called {', '.join(only)}; `checker rules list` names them")
    return chosen


def try_example(rule: Rule, example: Example, book: Rulebook) -> tuple[Trial, Comparison]:
    """Runs the texts of an example through the pipeline and holds the result against what it expects."""
    from checker.pipeline import compare_texts

    comparison = compare_texts(example.texts, example.published, book)
    stated = [a for a in comparison.assertions if (a.pack, a.fact) == (rule.pack, rule.id)]
    if isinstance(rule, Fact):
        got, reason = _judge_fact(rule, example, comparison, stated)
    else:
        same = {(r.pack, r.id) for r in book.relations if r.place == rule.place}
        got = _worst([r.outcome for r in comparison.relations if (r.pack, r.id) in same], WORST_RELATION, "not_judged")
        reason = "" if got == example.expect else _steps(comparison.relations, same)
        stated = list(comparison.assertions)
    reason = reason or _values(example, stated)
    return Trial(rule, example, got, reason, tuple(_read(stated))), comparison


def _judge_fact(fact: Fact, example: Example, comparison: Comparison, stated: Sequence[Assertion]) -> tuple[str, str]:
    if example.expect == "nothing":
        return ("nothing", "") if not stated else ("something", f"{len(stated)} values were read where none may be")
    results: list[FactResult] = [r for r in comparison.facts if (r.pack, r.id) == (fact.pack, fact.id)]
    got = _worst([r.verdict for r in results], WORST_FACT, "missing")
    if example.expect == "doubtful":
        return ("doubtful", "") if any(r.doubtful for r in results) else (got, "nothing is doubtful")
    if got == example.expect:
        return got, ""
    reasons = "; ".join(r.reason for r in results if r.reason)
    return got, reasons or ("no text was read as stating it" if not stated else "the values were judged otherwise")


def _worst(found: Sequence[str], order: Sequence[str], none: str) -> str:
    return min(found, key=order.index, default=none)


def _steps(results: Sequence[RelationResult], same: set[tuple[str, str]]) -> str:
    lines = [line for r in results if (r.pack, r.id) in same for line in (*r.steps, r.reason) if line]
    return "; ".join(lines) or "its facts were not all read"


def _values(example: Example, stated: Sequence[Assertion]) -> str:
    """What is amiss with the values that were read; empty where they are those that the example names."""
    if not example.values:
        return ""
    if len(example.values) != len(stated):
        return f"{len(stated)} values were read, {len(example.values)} are named"
    wrong = [
        f"`{wanted}` was read as `{assertion.label}`"
        for wanted, assertion in zip(example.values, stated, strict=True)
        if not _is(wanted, assertion)
    ]
    return "; ".join(wrong)


def _is(wanted: str, assertion: Assertion) -> bool:
    if wanted.casefold() in (assertion.label.casefold(), assertion.text.casefold()):
        return True
    value = assertion.value
    if isinstance(value, Timex):
        days = {value.timex, value.earliest if value.earliest == value.latest else f"{value.earliest}/{value.latest}"}
        return wanted in days
    from checker.rulebook.measures import read_number

    number = read_number(wanted)
    return number is not None and number in (value.number, value.written.lower if value.number is None else None)


def _read(stated: Sequence[Assertion]) -> Iterator[str]:
    for one in stated:
        how = ", ".join([one.status, *(f"{name} {case}" for name, case in one.qualifiers), *one.missing])
        yield f"{one.document}: `{one.text}` as {one.label} ({how})"


def _told(trial: Trial) -> str:
    lines = [
        f"{trial.example.place}: {trial.rule.id}, {trial.example.name}: expected {trial.example.expect}, got {trial.got}"
    ]
    if trial.reason:
        lines.append(f"  why: {trial.reason}")
    lines += [f"  {line}" for line in trial.read] or ["  nothing was read"]
    return "\n".join(lines)


def _outcome(trials: Sequence[Trial], failed: Sequence[Trial], missing: int) -> Outcome:
    gaps = sum(trial.example.todo and bool(trial.reason) for trial in trials)
    passed = len(trials) - len(failed) - gaps
    counted = f"{passed} of {len(trials)} examples pass" + (f", {gaps} known gaps" if gaps else "")
    if failed:
        return Outcome(1, f"{counted}, {len(failed)} fail; mend the rule or the example and run the command again")
    if missing:
        return Outcome(1, f"{counted}; {missing} rules lack an example that fires or one that does not")
    return Outcome(0, counted)
