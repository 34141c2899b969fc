"""The shape of a rule file as pydantic models: the source of its validation, its JSON Schema and its reference."""

from checker.rulebook.spec.fact import ExampleSpec, FactSpec
from checker.rulebook.spec.file import EventCaseSpec, RelationSpec, RuleFile

__all__ = ["EventCaseSpec", "ExampleSpec", "FactSpec", "RelationSpec", "RuleFile"]
