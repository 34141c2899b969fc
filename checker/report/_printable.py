"""Text of sources made safe for a terminal: a source may hold escape sequences, or turn the direction of writing, and a
file's name may too. Both are shown as pictures, never obeyed."""

from __future__ import annotations

CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
CONTROLS |= dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)
CONTROLS |= dict.fromkeys([0x09, 0x0A, 0x0D], 0x20)
"""For `str.translate`, of one line."""


def printable(text: str) -> str:
    """The text with its line ends and without any other control character."""
    return "\n".join(line.translate(CONTROLS) for line in text.split("\n"))
