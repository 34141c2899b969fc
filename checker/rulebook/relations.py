"""Relations: expressions, and the named forms that stand for one."""

from __future__ import annotations

from collections.abc import Sequence as Seq
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from checker.model.rule import Rate, Relation
from checker.rulebook.dimensions import Dimension, fact_dimension
from checker.rulebook.examples import RELATION_VERDICTS, make_examples
from checker.rulebook.expressions import ExpressionError, Names, UnknownFactError, parse_relation
from checker.rulebook.scope import Scope, title_of
from checker.rulebook.text import Text
from checker.rulebook.units import find_unit, mend_unit

if TYPE_CHECKING:  # the models, and pydantic with them, are imported by those who explain errors alone
    from checker.rulebook.spec import RelationSpec

_FORMS = {
    "expression": (), "rate": ("between",), "sum": ("of",), "part": ("of",), "order": (), "elapsed": ("is",),
    "share": ("is",), "growth": ("is",),
}  # fmt: skip
_ATTRIBUTES = {"is": "is_"}


def make_relations(name: Text, spec: RelationSpec, scope: Scope) -> list[Relation | Rate]:
    """One relation, or one for each step of an `order`; none, and a problem, where it cannot be read."""
    form = _form(name, spec, scope)
    if form is None:
        return []
    if form == "rate":
        return [_rate(name, spec, scope)]
    lines = _expand(name, form, spec, scope) if spec.expression is None else [str(spec.expression)]
    shared = _shared(name, spec, scope)
    made: list[Relation | Rate] = []
    for number, line in enumerate(lines, 1):
        try:
            left, op, right = parse_relation(line, _names(scope))
        except UnknownFactError as error:
            if spec.expression is not None:
                scope.unknown(spec.expression, error.message, error.mend, error.offset)
        except ExpressionError as error:
            anchor = spec.expression if spec.expression is not None else name
            scope.problem(anchor, error.message, error.mend, error.offset if spec.expression is not None else 0)
        else:
            made.append(
                Relation(
                    id=str(name) if len(lines) == 1 else f"{name}-{number}",
                    left=left,
                    op=op,
                    right=right,
                    text=line.strip(),
                    **shared,
                )
            )
    return made


def _names(scope: Scope) -> Names:
    def dimension(full: str) -> Dimension:
        value = scope.facts[full].value
        return fact_dimension(value.kind, value.unit)

    return Names(scope.ids.get, dimension, scope.mend_fact)


def _form(name: Text, spec: RelationSpec, scope: Scope) -> str | None:
    given = [form for form in _FORMS if getattr(spec, form)]
    if len(given) != 1:
        wrong = "no expression and no named form" if not given else "more than one form: " + ", ".join(given)
        scope.lacking(name, f"`{name}` has {wrong}", "write one expression, or one of: " + ", ".join([*_FORMS][1:]))
        return None
    form = given[0]
    partners = {key for keys in _FORMS.values() for key in keys}
    for key in sorted(partners):
        present = getattr(spec, _ATTRIBUTES.get(key, key)) is not None
        if key in _FORMS[form] and not present:
            scope.lacking(name, f"`{form}` needs `{key}`", f"write `{key}: …` beside it")
            return None
        if key not in _FORMS[form] and present:
            scope.problem(name, f"`{key}` does not belong to `{form}`", "remove it")
            return None
    return form


def _expand(name: Text, form: str, spec: RelationSpec, scope: Scope) -> list[str]:
    """The expressions that a named form stands for; none where one of its facts is unknown."""
    if form in ("elapsed", "share", "growth"):
        pair: list[Text] = getattr(spec, form)
        if len(pair) != 2:
            scope.problem(
                name, f"`{form}` needs exactly two facts, not {len(pair)}", f"write `{form}: [first, second]`"
            )
            return []
        first, second = pair
        if not _all_known(pair, scope):
            return []
        left = {
            "elapsed": f"{second} - {first}",
            "share": f"{first} / {second}",
            "growth": f"({second} - {first}) / {first}",
        }
        return [f"{left[form]} ~ {spec.is_}"]
    if form == "part" and spec.part is not None and spec.of is not None:
        return [f"{spec.part} <= {spec.of}"] if _all_known([spec.part, spec.of], scope) else []
    if form == "sum" and spec.of is not None:
        return [f"{' + '.join(spec.sum)} ~ {spec.of}"] if _all_known([*spec.sum, spec.of], scope) else []
    if len(spec.order) < 2:
        scope.problem(name, "`order` needs at least two facts", "write `order: [first, second]`")
    if not _all_known(spec.order, scope):
        return []
    return [f"{a} < {b}" for a, b in pairwise(spec.order)]


def _all_known(names: Seq[Text], scope: Scope) -> bool:
    known = [scope.fact_id(name) if name != "published" else name for name in names]
    return all(full is not None for full in known)


def _rate(name: Text, spec: RelationSpec, scope: Scope) -> Rate:
    facts = [full for fact in spec.rate if (full := _money(fact, scope)) is not None]
    codes = spec.between or []
    for code in codes:
        if find_unit("money", code) is None:
            scope.problem(code, f"`{code}` is no currency", mend_unit("money", code))
    if len(codes) == 2 and codes[0] == codes[1]:
        scope.problem(codes[1], "both currencies are the same", "name two")
    return Rate(
        id=str(name),
        facts=tuple(facts),
        currencies=(str(codes[0]), str(codes[1])) if len(codes) == 2 else ("", ""),
        text=f"one rate between {' and '.join(codes)} for {', '.join(spec.rate)}",
        **_shared(name, spec, scope),
    )


def _shared(name: Text, spec: RelationSpec, scope: Scope) -> dict[str, Any]:
    """The fields that every form has, as keywords."""
    return {
        "pack": scope.pack,
        "title": title_of(name, spec.title),
        "place": name.place(),
        "severity": spec.severity or "error",
        "why": str(spec.why or ""),
        "link": str(spec.link or ""),
        "examples": make_examples(name, spec.examples, RELATION_VERDICTS, scope),
    }


def _money(fact: Text, scope: Scope) -> str | None:
    full = scope.fact_id(fact)
    if full is not None and (kind := scope.facts[full].value.kind) != "money":
        scope.problem(
            fact, f"`{fact}` is of kind {kind}, and a rate joins amounts of money", "name facts of kind money"
        )
    return full
