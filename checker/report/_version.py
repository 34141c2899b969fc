"""What the reports say of the program itself."""

from __future__ import annotations

from functools import cache

NAME = "checker"


@cache
def version() -> str:
    """The installed version; `importlib.metadata` costs 17 ms, so only reports that print it pay."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed(NAME)
    except PackageNotFoundError:
        return "0"
