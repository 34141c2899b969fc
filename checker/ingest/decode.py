"""Bytes to text: UTF-8, UTF-16 that says so, and the Windows code page of old exports."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str | None:
    """The text of a file, its line ends made line feeds; None where the bytes are no text."""
    text = _decode(data)
    if text is None or "\x00" in text:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        repaired = data.decode("utf-8", errors="replace")
    # One bad byte among many good sequences is damage to a UTF-8 file; bad bytes alone are another encoding.
    bad = repaired.count("\ufffd")
    good = sum(character > "\x7f" for character in repaired) - bad
    return repaired if good > bad else data.decode("cp1252", errors="replace")
