"""What became of the findings from one run to a later one."""

from __future__ import annotations

from typing import NamedTuple

from checker.model.comparison import Comparison, Finding


class Change(NamedTuple):
    """A finding of both runs that is not told alike: another severity, state, verdict or message."""

    before: Finding
    after: Finding

    @property
    def words(self) -> str:
        """What is other, as `note, now error`; the message where nothing else is."""
        pairs = [(getattr(self.before, name), getattr(self.after, name)) for name in ("severity", "state", "verdict")]
        return "; ".join(f"{old}, now {new}" for old, new in pairs if old != new) or "told in other words"


class Differences(NamedTuple):
    """Findings by fingerprint, each group in the order of its run: a value that was put right and another that went
    wrong are one fixed and one new, even in the same fact."""

    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    changed: tuple[Change, ...]
    same: int


def differences(before: Comparison, after: Comparison) -> Differences:
    """What the later run found that the earlier did not, the reverse, and what both found but tell differently."""
    old = {finding.id: finding for finding in before.findings}
    new = {finding.id: finding for finding in after.findings}
    both = [Change(old[id_], finding) for id_, finding in new.items() if id_ in old]
    changed = tuple(change for change in both if _told(change.before) != _told(change.after))
    return Differences(
        new=tuple(finding for id_, finding in new.items() if id_ not in old),
        fixed=tuple(finding for id_, finding in old.items() if id_ not in new),
        changed=changed,
        same=len(both) - len(changed),
    )


def _told(finding: Finding) -> tuple[str, ...]:
    return (finding.severity, finding.state, finding.verdict, finding.message)
