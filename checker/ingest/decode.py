"""Bytes to text: UTF-8, UTF-16 that says so, what a page declares, and the Windows code page of old exports."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_WIDER = {
    "ascii": "cp1252",
    "big5": "cp950",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""What browsers read where an encoding is named: the larger one that is meant (WHATWG, Encoding Standard, 4.2)."""
_CODE_PAGE = re.compile(r"ascii|big5|cp\d|euc|gb|hz$|iso|koi8|mac|shift|tis")  # Python's codecs are not all of texts
_EARLY = frozenset(("iso2022_jp", "hz", "utf-16-le", "utf-16-be"))  # bytes that would pass as ASCII, or hold NUL


def decode(data: bytes, *, markup: bool = False) -> str | None:
    """The text of a file, its line ends made line feeds; None where the bytes are no text.

    Where it is `markup` that is no UTF-8, it may say near its top which encoding it is in.
    """
    if markup and 0 < data.count(b"\x00") < len(data) / 100:
        data = data.replace(b"\x00", b"")  # damage, which browsers pass over
    text = _decode(data, _declared(data) if markup else None)
    if text is None or "\x00" in text:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _declared(data: bytes) -> str | None:
    """The codec that markup names."""
    if data[:2] in {b"<\x00", b"\x00<"}:
        return "utf-16-le" if data[0] else "utf-16-be"
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    return _WIDER.get(codec.name, codec.name) if _CODE_PAGE.match(codec.name) else None


def _decode(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if declared in _EARLY:
        return data.decode(declared, errors="replace")
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        repaired = data.decode("utf-8", errors="replace")
    # One bad byte among many good sequences is damage to a UTF-8 file; bad bytes alone are another encoding.
    bad = repaired.count("\ufffd")
    good = sum(character > "\x7f" for character in repaired) - bad
    if good > bad:
        return repaired
    return data.decode(declared or "cp1252", errors="replace")
