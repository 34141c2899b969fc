"""Digits that state no number: telephone, flight and section numbers, product names, scores, addresses, identifiers.

A false mention costs more than a missed one, so a bare number stays only where nothing speaks against it.
"""

from __future__ import annotations

import re

from checker.annotate.tokens import Chunk

_LABELS = frozenset(
    "flight section sec article chapter no nos number numbers num room rm page pages pp p route highway interstate "
    "channel version ver v psalm psalms verse case docket rule title box unit platform gate bus district ward precinct "
    "zone sector phase stage tier type model mark mk windows episode volume vol issue lot serial id isbn issn doi tel phone "
    "telephone call calls calling dial fax ext extension apt apartment suite floor figure fig table appendix annex schedule "
    "part step level paragraph para clause amendment proposition prop resolution order act code zip isotope carbon "
    "boeing airbus apollo iphone ipad galaxy xbox playstation ps formula opus track item question exhibit "
    "count counts h bill grade class lane pier terminal runway hangar building bldg block exit junction square "
    "cell tower area studio ch line train form area51 g group pool heat court ring dock berth camp hut barrack unit squad "
    "player jersey shirt seed ranked rank world pub section sections articles chapters u under".split()
)
"""Words that name what follows them by a number; most count only where they are written with a capital."""
_ALWAYS = frozenset(
    "flight section sec chapter no nos room page pages pp route highway interstate channel docket isbn issn doi "
    "tel phone telephone fax ext extension apt suite zip version psalm figure fig table paragraph para article dial "
    "isotope iphone ipad windows boeing airbus apollo xbox playstation appendix annex lane rule".split()
)
_NUMBER_WORDS = frozenset(("number", "numbers", "num", "no", "nos", "#", "№"))
_STREETS = frozenset(
    "street st road rd avenue ave lane ln drive dr boulevard blvd way court ct place pl square terrace crescent close "
    "highway hwy parkway pkwy".split()
)
_SCORING = frozenset(
    "win wins won beat beats beaten lose loses lost loss defeat defeated defeats victory draw drew draws lead leads led "
    "tied tie trail trailed trailing rout routed thrashed edged down up score scored scores halftime half-time match final "
    "game set sets aggregate vs v record series quarter inning innings vote voted voting ruling ruled decision split "
    "majority advantage sweep swept overtime shootout penalties upset".split()
)
_NAMED = {"911", "999", "112", "411", "9/11", "24/7", "50/50", "20/20", "360", "101"}
_GLUED_AFTER = re.compile(r"[A-Za-z_@#]")


def excluded(chunk: Chunk, first: int, last: int, counted: bool) -> bool:
    """The bare number at tokens `first` to `last` states no amount. `counted`: a noun phrase follows it."""
    words = chunk.words
    before, after = words[first - 1] if first else "", words[last]
    if before and chunk.glued(first) and (before in "/=&?_@#:.\\^" or before[0].isdigit()):
        return True
    if before in ("#", "№") or (before == ":" and chunk.glued(first - 1) and chunk.glued(first)):
        return True
    if (after and chunk.glued(last) and ((after[0].isalpha() and after != "'s") or after in "/=&_@:\\")) and (
        not (after == "/" and counted)
    ):
        return True
    if after == "-" and chunk.glued(last) and chunk.glued(last + 1) and not counted:
        following = words[last + 1]
        if following[:1].isdigit() or following[:1].isalpha():
            return True
    if (before == "-" and first > 1 and chunk.glued(first)) and (
        chunk.glued(first - 1) and (words[first - 2][:1].isalnum())
    ):
        return True
    if before and before[0].isalpha() and _labelled(chunk, first, counted):
        return True
    if (after == "block" and words[first].isdigit()) or (
        after == ")" and before == "(" and words[last + 1][:1].isdigit()
    ):
        return True
    if (
        last == first + 3
        and words[first + 1] in ("-", ".", "–")
        and len(words[first]) == 3
        and len(words[first + 2]) == 4
    ):
        return True
    if after in ("caliber", "calibre", "cal", "gauge") or (after == "-" and words[last + 1] in ("caliber", "calibre")):
        return True
    if (
        after == "."
        and words[first].isdigit()
        and last == first + 1
        and len(words[first]) < 3
        and chunk.upper(last + 1)
    ) and (first == 0 or before in ("…", ":", ";", "•") or (before == "," and words[first] != "1")):
        return True
    if (
        before == "."
        and first > 1
        and words[first - 2] in ("no", "nos", "p", "pp", "vol", "sec", "fig", "ext", "rev", "v", "art", "ch")
    ):
        return True
    if before == "(" and words[first - 2] in _NUMBER_WORDS:
        return True
    if before == "'s" and chunk.upper(first) and words[first].isalpha() and not counted:
        return True
    if (
        not counted
        and last == first + 3
        and words[first + 1] == "-"
        and words[first].isdigit()
        and before in ("the", "a", "an")
    ):
        return True
    if words[first] == "+" and after.isdigit():
        return True
    if not counted and words[first].isdigit() and last == first + 1:
        if (after.isdigit() or before.isdigit()) and (
            after[:1] == "0"
            or before[:1] == "0"
            or before == "+"
            or words[first - 2] == "+"
            or (first > 2 and words[first - 3] == "+")
            or (after.isdigit() and before.isdigit())
        ):
            return True
        if (
            _score(chunk, first, last)
            or _address(chunk, last)
            or words[first] in _NAMED
            or _telephone(chunk, first, last)
        ):
            return True
        if len(words[first]) > 1 and words[first][0] == "0":
            return True
    elif words[first].isdigit() and _address(chunk, last):
        return True
    return False


def _labelled(chunk: Chunk, first: int, counted: bool) -> bool:
    words = chunk.words
    before = words[first - 1]
    if before in _ALWAYS and not (before == "no" and not chunk.upper(first - 1)):
        return not (before == "phone" and counted)
    upper = chunk.upper(first - 1)
    if before in ("number", "numbers") and not counted:
        return True
    if (
        before in _LABELS
        and (upper or not counted)
        and not (
            before
            in (
                "call",
                "calls",
                "calling",
                "count",
                "under",
                "order",
                "act",
                "part",
                "line",
                "up",
                "rank",
                "ranked",
                "world",
                "pool",
                "down",
                "class",
                "building",
                "area",
                "order",
            )
            and not upper
        )
    ):
        return not (counted and first == 1)
    spelled = chunk.upper(first) and words[first].isalpha() and last_word_of(chunk, first)
    digits = words[first].isdigit() and len(words[first]) < 5
    if spelled and upper and before not in _FUNCTION:
        return True
    if (
        upper
        and digits
        and before in ("news", "radio", "bbc", "tv", "nbc", "cbs", "abc", "fox", "itv", "world", "air", "film")
    ):
        return True
    name = upper and first > 1 and digits and not counted
    return bool(name and before not in _FUNCTION and words[first - 2] not in (".", "?", "!", "\n", "“", '"', ":"))


def last_word_of(chunk: Chunk, first: int) -> bool:
    """A number in words with a capital closes a name (`World War Two`); at the head of a title it opens one."""
    after = chunk.words[first + 1]
    return not after[:1].isalpha() or not chunk.upper(first + 1)


_FUNCTION = frozenset(
    "in on at to of and or the a an from by for with about over under than is was are were only some nearly almost around "
    "but that who which as if when after before between until since its their his her our my your this these those "
    "another all just up down more less least most aged age i he she it they we you not no".split()
)


def _score(chunk: Chunk, first: int, last: int) -> bool:
    """One side of `21-14`, `3–2`, `6-4, 6-3`."""
    words = chunk.words
    for link, other in ((last, last + 1), (first - 1, first - 2)):
        if (
            words[link] in ("-", "–", ":")
            and words[other].isdigit()
            and len(words[other]) < 4
            and len(words[first]) < 4
        ) and link != -1:
            return True
    return False


def score_range(chunk: Chunk, first: int, last: int) -> bool:
    """A range in form that is a score or a vote by the words before it: `won 2-3`, `a 5-4 decision`."""
    words = chunk.words
    if not any(word in ("-", "–") for word in words[first:last]):
        return False
    near = words[max(0, first - 4) : first] + words[last : last + 3]
    return any(word in _SCORING for word in near)


def _address(chunk: Chunk, last: int) -> bool:
    words = chunk.words
    for at in range(last, last + 4):
        word = words[at]
        if not word or not (chunk.upper(at) or word.isdigit()):
            return False
        if at > last and word in _STREETS:
            return True
    return False


def _telephone(chunk: Chunk, first: int, last: int) -> bool:
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


def clean(chunk: Chunk, first: int) -> bool:
    """What is glued before a quantity does not make it part of a name or a path."""
    before = chunk.words[first - 1]
    if before in "([{<>~≈“\"'‘—–|*+±$£€=;:,…!-":
        return not (
            before in "-:"
            and first > 1
            and chunk.glued(first - 1)
            and chunk.words[first - 2][:1].isalnum()
            and before == "-"
        )
    return (before == "/" and chunk.words[first] in ("£", "$", "€", "¥")) or (
        before == "/" and chunk.words[first][0].isdigit()
    )


def year_like(words: list[str], first: int, last: int) -> bool:
    """Four digits alone that may be a year."""
    word = words[first]
    return last == first + 1 and len(word) == 4 and word.isdigit() and "1400" <= word <= "2199"
