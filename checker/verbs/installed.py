"""How this checker was installed, so that a pipeline can install the same."""

from __future__ import annotations

import json

_NAME = "checker[formats]"


def requirement() -> str | None:
    """What pip installs the same from, all formats of sources included: a git commit or an archive (PEP 610), or the
    version of an index.

    None where it was installed from a folder of this machine, which no pipeline has.
    """
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        found = distribution("checker")
    except PackageNotFoundError:
        return None
    written = found.read_text("direct_url.json")
    if written is None:
        return f"{_NAME}=={found.version}"
    origin = json.loads(written)
    url = origin["url"]
    if commit := origin.get("vcs_info", {}).get("commit_id"):
        return f"{_NAME} @ git+{url}@{commit}"
    return f"{_NAME} @ {url}" if "archive_info" in origin and not url.startswith("file:") else None
