"""When a file was written, by the two stamps that word processors give it."""

from __future__ import annotations

from datetime import datetime, timedelta

_SOON = timedelta(days=7)


def made(created: datetime, modified: datetime) -> str | None:
    """The minute of the last change as ISO 8601; None where it came long after the file was made.

    Such a file was changed once it had been published, or was made from another. Raises TypeError where one stamp has
    a zone and the other none.
    """
    return modified.strftime("%Y-%m-%dT%H:%M") if timedelta() <= modified - created <= _SOON else None
