"""Find the numbers and dates on which sources of one story cannot agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "check", "extract"]

if TYPE_CHECKING:
    from checker.api import check, extract


def __getattr__(name: str) -> Any:
    """Import the library's two functions at their first use: the command's start-up does not pay for them."""
    if name in ("check", "extract"):
        from checker import api

        return getattr(api, name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")
