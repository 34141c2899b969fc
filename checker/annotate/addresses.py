"""Street addresses and telephone numbers: digits by which something is found, and nothing is counted."""

from __future__ import annotations

from checker.annotate.tokens import Chunk

_STREETS = frozenset(
    "street st road rd avenue ave lane ln drive dr boulevard blvd way court ct place pl square terrace crescent close "
    "highway hwy parkway pkwy circle loop trail glen alley turnpike expressway freeway".split()
)


_JOINING = frozenset(("st", "nd", "rd", "th", "'s"))
"""What may stand within the name of a street: `5 West 34th Street`, `9 Bell's Lane`."""


def street(chunk: Chunk, at: int) -> bool:
    """A street, as one writes it in a name: `42nd Street`."""
    return chunk.words[at] in _STREETS and chunk.upper(at)


def address(chunk: Chunk, last: int) -> bool:
    """`10 Downing Street`: names and a street behind the number."""
    words = chunk.words
    if words[last] in ("n", "s", "e", "w") and words[last + 1] == "." and chunk.upper(last):
        return True  # `4 N. Third Avenue`, where a sentence seems to end
    for at in range(last, last + 5):
        word = words[at]
        if word in _JOINING and at > last and not chunk.upper(at):
            continue
        if not word or not (chunk.upper(at) or word.isdigit()):
            return False
        if at > last and word in _STREETS:
            return True
    return False


def telephone(chunk: Chunk, first: int, last: int) -> bool:
    """`555-0142`, a part of `202-555-0142`."""
    words = chunk.words
    linked = ("-", ".", "–")
    if words[first - 1] in linked and first > 1 and words[first - 2].isdigit() and len(words[first]) > 2:
        return True
    return (
        words[last] in linked
        and chunk.glued(last)
        and words[last + 1].isdigit()
        and len(words[last + 1]) == 4
        and len(words[first]) == 3
    )


def typed(chunk: Chunk, first: int) -> bool:
    """`text TIPS to 23765`, `the account number is 76318764`: digits to be typed."""
    words, size = chunk.words, len(chunk.words[first])
    if words[first - 1] == "to":
        return size in (5, 6) and any(word in _TEXTING for word in words[max(0, first - 10) : first])
    at = first - 1 - (words[first - 1] in ("is", "was", ":"))
    kept = words[at] in _CODES or (words[at] == "number" and words[at - 1] in _OF_CODES)
    return size > 3 and at < first - 1 and kept


_TEXTING = frozenset("text texts texting sms keyword".split())
_CODES = frozenset("code pin zip password".split())
_OF_CODES = frozenset("account phone telephone badge serial tracking model case fax reference".split())
