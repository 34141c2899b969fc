"""The noun phrase after a number, by its shape: `1,000 prisoners of war each` counts prisoners.

No grammar and no tagger: after a number above one the head is the first word that looks like a plural, and words that
no noun phrase runs across stop the search. That is wrong for a few plurals (`five deer`) and right for nearly all news.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from checker.annotate.plurals import SAME, plural, singular
from checker.annotate.tokens import Chunk

STOP = frozenset(
    "the a an this that these those my your his her its our their whose which who whom what and or but nor yet so if "
    "in on at to from with without within into onto over under above below between among amid amidst against during "
    "before after since until till by for of off out up down through throughout across around about near behind beyond "
    "despite except per via as than because while when where why how is are was were be been being am has have had "
    "having do does did doing will would shall should can could may might must ought not no never it he she they we i "
    "you them him us me there here then now also just only even still already said says say saying told tells asked "
    "reported according including included includes include like unlike both either neither each every all any some "
    "ago later earlier away apart apiece altogether percent today yesterday tomorrow tonight made make makes took take "
    "takes came come comes went go goes got get gets gave give gives left found saw see sees seen known called named "
    "won lost beat died die dies killed wounded injured fell fall falls rose rise rises grew grow grows became become "
    "becomes began begin begins remain remains remained stood stand stands held hold holds kept keep keeps ran run "
    "runs set sets put puts led leads lead met meet meets paid pays pay sent sends sold sells bought hit hits hurt "
    "showed shown show shows seems seemed appeared wants wanted needs needed hopes hoped plans planned expects expected "
    "believes thinks knows helps helped tries tried works worked lives lived uses used turns turned looks looked starts "
    "started ends ended opens opened closes closed joins joined serves served wins loses plus minus times versus vs "
    "two three four five six seven eight nine ten eleven twelve hundred thousand million billion trillion dozen "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december wrote added explained noted replied tweeted commented argued admitted recalled insisted "
    "warned posted shouted agreed".split()
)
_EITHER = frozenset(
    "lives runs works leads starts turns looks uses takes holds falls wins plans hopes helps needs ends meets sets shows hits".split()
)
"""Verbs after a noun, but nouns right after a number."""
PARTICIPLES = frozenset(
    "dead killed injured wounded missing hurt arrested detained infected displaced evacuated hospitalized hospitalised".split()
)
_DESCRIBING = PARTICIPLES | frozenset(
    "homeless unemployed elderly poor sick disabled deceased works means others".split()
)
"""What looks like a plural but after a noun says something of it (`families homeless`)."""
_ADJECTIVE_ENDS = tuple("ed ing ian ish ese ical ional ive ous ful less able ible est ly".split())
_ADJECTIVES = frozenset(
    "longtime big small large little new old young good bad great high low long short early late major minor top key main local "
    "national federal foreign public private civil civilian female male black white red blue green other more additional "
    "such different separate single double more fewer further extra final full free human naval nuclear loyal rare real "
    "recent serious several similar special strong sure true various western eastern northern southern central former "
    "unknown teenage government security school army state city county fire family party company rebel opposition air "
    "current senior junior chief deputy military political police u.s. us uk british american french german israeli "
    "russian ukrainian chinese japanese indian iraqi afghan".split()
)


class NounPhrase(NamedTuple):
    """The head in the singular, and the tokens of the phrase."""

    head: str
    first: int
    last: int


def after(chunk: Chunk, i: int, one: bool) -> NounPhrase | None:
    """The noun phrase from token i on; `one`: it is counted once, so its head is singular."""
    words = chunk.words
    first = i
    if words[i] == "-":
        return None if one else _hyphenated(chunk, i)
    if words[i] == "of" and words[i + 1] in ("the", "these", "those", "its", "their", "his", "her", "our", "them"):
        at = i + 2
        first = at
        if words[at][:1].isdigit() or words[at] in _NUMBERS:
            at += 1
            first = at
        return _plural_head(chunk, at, first)
    i += words[i] == "out" and words[i + 1] == "of"  # `178 out of 240 men`
    if words[i] == "of" and chunk.upper(i + 1) and words[i + 2] == "'s":
        return _plural_head(chunk, i + 3, i + 3)  # `three of Rome's bridges`
    if words[i] == "of" and (words[i + 1][:1].isdigit() or words[i + 1] in _NUMBERS):
        whole = words[i + 2]
        if plural(whole) or _adjectival(whole) or not chunk.upper(i + 2):
            return _plural_head(chunk, i + 2, i + 2)  # `45 of 60 votes`
    return _singular_head(chunk, i) if one else _plural_head(chunk, i, first)


_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())


_JOINED = frozenset(
    "something strong figure digit odd plus fold pounder ish way time day year month week hour minute old star some style type tone tier magnitude".split()
)


def _hyphenated(chunk: Chunk, i: int) -> NounPhrase | None:
    """`a 12-member panel`, `two-state`: a noun in the singular, joined by a hyphen and followed by what it describes."""
    word = chunk.words[i + 1]
    if not (chunk.glued(i) and chunk.glued(i + 1) and word.isalpha() and len(word) > 2) or chunk.upper(i + 1):
        return None
    if (
        word in _JOINED
        or word in STOP
        or (len(word) > 4 and word.endswith(("ed", "ly", "s", "al")))
        or chunk.words[i + 2] == "-"
    ):
        return None
    return NounPhrase(word, i + 1, i + 2) if chunk.words[i + 2][:1].isalpha() else None


def _plural_head(chunk: Chunk, at: int, first: int) -> NounPhrase | None:
    words = chunk.words
    if words[at] == "times":
        return None if words[at - 1] == "several" else NounPhrase("time", at, at + 1)
    if words[at] in PARTICIPLES and (not plural(words[at + 1]) or words[at + 1] in STOP):
        return NounPhrase(words[at], at, at + 1)
    limit = at + 8
    while at < limit:
        word = words[at]
        if at > first and (word == "and" or word in _EITHER) and _goes_on(chunk, at):
            at += word == "and"
            word = words[at]
        elif not word or (word in STOP and not (at == first and _despite(words, at)) and not _hyphened(chunk, at)):
            return None
        if not word[0].isalpha():
            if word.isdigit() and words[at + 1] == "-" and _hyphened(chunk, at):
                at += 3  # `three new 30-minute scenes`, `nine 16-inch guns`
                continue
            calibre = words[at + 1] in _CALIBRES or (words[at + 1].isalpha() and chunk.glued(at + 1))
            if word[-1].isdigit() and calibre and words[at + 2].isalpha():
                at += 2  # `four 88mm guns`
                continue
            joined = at > first and chunk.glued(at) and chunk.glued(at + 1)
            if joined and (word == "/" or (word == "-" and words[at + 1][:1].isalpha())):
                at += 1
                continue
            if word == "'s" or (word in ('"', "“", "”", "'", "‘", "’") and at - first < 3):
                at += 1
                continue
            if (
                word == ","
                and at > first
                and not words[at + 1][:1].isdigit()
                and _adjectival(words[at - 1])
                and _adjectival(words[at + 1])
            ):
                at += 1
                continue
            return None
        if chunk.upper(at) and (model := _model(chunk, at)):
            at = model
            continue
        initials = _initials(chunk, at)
        if (initials or plural(word)) and not (words[at + 1] == "-" and chunk.glued(at + 1)) and words[at + 1] != "'s":
            if initials:
                return NounPhrase(words[at][:-1], first, _complement(chunk, at + 1))
            while plural(words[at + 1]) and words[at + 1] not in STOP and words[at + 1] not in _DESCRIBING:
                at += 1
            return NounPhrase(singular(words[at]), first, _complement(chunk, at + 1))
        at += 1
    return None


_CALIBRES = frozenset("mm caliber calibre gauge".split())


def _model(chunk: Chunk, at: int) -> int:
    """The token after a name of letters and digits that what is counted bears: `six CF-18 jets`, `five K5 robots`."""
    words, last = chunk.words, at + 1 + (chunk.words[at + 1] == "-")
    glued = chunk.glued(at + 1) and chunk.glued(last) and words[last].isdigit()
    return last + 1 if glued and words[last + 1].isalpha() and not chunk.glued(last + 1) else 0


def _goes_on(chunk: Chunk, at: int) -> bool:
    """An `and` that joins two adjectives (`German and Axis troops`), a verb that is a noun here (`home runs`)."""
    words, after = chunk.words, chunk.words[at + 1]
    if words[at] == "and":
        if _adjectival(words[at - 1]) and _adjectival(after) and after not in STOP and after.isalpha():
            return words[at + 2].isalpha() and words[at + 2] not in STOP
        pair = (_adjectival(after) and after.isalpha()) or (chunk.upper(at - 1) and chunk.upper(at + 1))
        return pair and after not in STOP and plural(words[at + 2]) and words[at + 2] not in STOP
    return not after.isalpha() or after in _AFTER_NOUNS


_AFTER_NOUNS = frozenset("and or in for with that since to from at on last this".split())


def _hyphened(chunk: Chunk, at: int) -> bool:
    """A word joined to what follows is part of an adjective: `off-duty`, `all-star`."""
    return chunk.words[at + 1] == "-" and chunk.glued(at + 1) and chunk.glued(at + 2)


def _despite(words: list[str], at: int) -> bool:
    """A word that elsewhere ends a noun phrase may begin one: `lives`, `wounded people`, `reported cases`."""
    word = words[at]
    return (
        word in _EITHER or word in PARTICIPLES or ((word.endswith("ed") or word == "known") and plural(words[at + 1]))
    )


def _initials(chunk: Chunk, at: int) -> bool:
    """`MPs`, `NGOs`."""
    raw = chunk.raw(at)
    return len(raw) > 2 and raw[-1] == "s" and raw[:-1].isupper()


def _complement(chunk: Chunk, at: int) -> int:
    """Past `of war` in `prisoners of war`."""
    words = chunk.words
    if words[at] == "of" and words[at + 1].isalpha() and words[at + 1] not in STOP and not chunk.upper(at + 1):
        return at + 2
    return at


def _adjectival(word: str) -> bool:
    return word in _ADJECTIVES or word.endswith(_ADJECTIVE_ENDS)


def _singular_head(chunk: Chunk, at: int) -> NounPhrase | None:
    words, first = chunk.words, at
    limit = at + 5
    while at < limit:
        word = words[at]
        if not word or not word[0].isalpha() or (word in STOP and not (at == first and word in PARTICIPLES)):
            return None
        following = words[at + 1]
        if following == "-" and chunk.glued(at + 1):
            at += 2
            continue
        if plural(word) and word not in SAME:
            return None
        modifier = _adjectival(word) or chunk.upper(at)
        if modifier and following[:1].isalpha() and following not in STOP:
            at += 1
            continue
        if modifier:
            return None
        if following.endswith(_HEAD_ENDS) and len(following) > 4 and following not in _NO_HEADS:
            at += 1  # `one security worker`, `one dissident blogger`
            continue
        return NounPhrase(word, first, _complement(chunk, at + 1))
    return None


_HEAD_ENDS = tuple("er or ist ian man woman dent nent ient gent tant dant tion ment ship ity".split())
"""Endings of what another noun stands before: somebody who does something, or what is done."""
_NO_HEADS = STOP.union(
    "together however another never rather further earlier farther longer sooner faster better moreover".split()
)


def share(chunk: Chunk, first: int, last: int) -> Literal["each", "total"] | None:
    """`each` after or `a total of` before an amount at tokens `first` to `last`."""
    words = chunk.words
    after_ = words[last]
    if after_ in ("each", "apiece") or (
        after_ == "per" and words[last + 1] in ("side", "person", "head", "capita", "party")
    ):
        return "each"
    if after_ == "altogether" or (
        after_ == "in" and words[last + 1] in ("all", "total") and not words[last + 2][:1].isalpha()
    ):
        return "total"
    if (
        after_ in ("from", "on", "by", "for")
        and words[last + 1] in ("each", "either")
        and words[last + 2] in ("side", "of", "party")
    ):
        return "each"
    if (words[first - 1] == "of" and words[first - 2] in ("total", "totals")) or words[first - 1] in (
        "totaling",
        "totalling",
    ):
        return "total"
    return None
