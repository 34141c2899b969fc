"""Raised figures as the signs that say so, so that `m` and a raised 2 are `m²` and no `m2`, alike in every format."""

from __future__ import annotations

_FIGURES, SIGNS = "0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻"
_SIGN_OF = str.maketrans(_FIGURES, SIGNS)


def raised(text: str) -> str:
    """Text that stands raised; words do as they are."""
    return text.translate(_SIGN_OF)
