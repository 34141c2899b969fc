"""Rule files in YAML to a `Rulebook`, every error with its place, the marked line and a mend."""

from checker.rulebook.loading import load
from checker.rulebook.packs import built_in
from checker.rulebook.problems import InvalidRules, format_problems

__all__ = ["InvalidRules", "built_in", "format_problems", "load"]
