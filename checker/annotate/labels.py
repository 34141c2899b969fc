"""Words that name what follows them by a number: `Flight 207`, `Section 4`, `type 2 diabetes`."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.numeral_words import ORDINALS
from checker.annotate.tokens import Chunk

LABELS = frozenset(
    "flight section sec article chapter no nos number numbers num room rm page pages pp p route highway interstate "
    "channel version ver v psalm psalms verse case docket rule title box unit platform gate bus district ward precinct "
    "zone sector phase stage tier type model mark mk windows episode volume vol issue lot serial id isbn issn doi tel phone "
    "telephone call calls calling dial fax ext extension apt apartment suite floor figure fig table appendix annex schedule "
    "part step level paragraph para clause amendment proposition prop resolution order act code zip isotope carbon "
    "boeing airbus apollo iphone ipad galaxy xbox playstation ps formula opus track item question exhibit "
    "count counts h bill grade class lane pier terminal runway hangar building bldg block exit junction square "
    "cell tower area studio ch line train form area51 g group pool heat court ring dock berth camp hut barrack unit squad "
    "player jersey shirt seed ranked rank world pub section sections articles chapters u under column row fraction equation "
    "definition theorem lemma listing borehole station sample subject patient experiment study trial reaction compound complex "
    "category scenario note text condition port round season release site module lesson war book schedule day month mutant species variant cluster node bin option chart algorithm error cloud image photo slide ep seat".split()
)
"""Words that name what follows them by a number; most count only where they are written with a capital."""
ALWAYS = frozenset(
    "flight section sec chapter no nos room page pages pp route highway interstate channel docket isbn issn doi "
    "tel phone telephone fax ext extension apt suite zip version psalm figure fig table paragraph para article dial "
    "isotope iphone ipad ios windows boeing airbus apollo xbox playstation appendix annex lane rule iso iec ieee rfc astm ansi http usb hdmi bluetooth pcie".split()
)
PLACES = frozenset(
    "phase column row fraction equation theorem lemma paragraph verse chapter section tier category scenario line port site "
    "numbered".split()
)
"""Labels that stand for no verb, so that a plural after their number counts nothing (`Column 3 lists`)."""
KINDS = frozenset("type stage grade level class tier".split())
"""Labels that only a single digit makes sure of: `type 2 diabetes`, but `in class 30 pupils`."""
_COMMON_LABELS = frozenset("call calls calling count under order act part up rank ranked world pool down area".split())
"""Labels that are common words where they have no capital."""
LINKS = frozenset((",", "and", "or", "&", "-", "–", "to"))


class Bare(NamedTuple):
    """A number at tokens `first` to `last` that no unit follows, and the words beside it; `counted`: a noun follows."""

    chunk: Chunk
    first: int
    last: int
    counted: bool
    before: str
    after: str

    @property
    def digits(self) -> str:
        """The number, where it is one token of digits, else nothing."""
        word = self.chunk.words[self.first]
        return word if self.last == self.first + 1 and word.isdigit() else ""


def label(bare: Bare) -> bool:
    """`Flight 207`, `Section 4`, `page 9`, `phases 3`."""
    chunk, first, _, counted, before, _ = bare
    if not before[:1].isalpha():
        return False
    upper = chunk.upper(first - 1)
    if first > 1 and chunk.words[first - 2] in ORDINALS:
        return False  # `in the second round 282 votes were spoiled`
    if before in ALWAYS and not (before == "no" and not upper):
        return not (before == "phone" and counted)
    if before in ("number", "numbers"):
        return not counted
    if (before in PLACES and bare.digits) or (before in KINDS and len(bare.digits) == 1):
        return True
    named = before in LABELS or (before[-1] == "s" and before[:-1] in LABELS and not counted)
    if named and (upper or not (counted or before in _COMMON_LABELS)):
        return not (counted and first == 1)
    return False


def labelled(chunk: Chunk, first: int, at: int) -> bool:
    """A label stands before the number: the letter at token `at`, behind it, is no unit (`Item 1A`, `runway 27L`)."""
    before = chunk.words[first - 1] if first else ""
    if before in LABELS and before not in _COMMON_LABELS and chunk.upper(at) and chunk.glued(at):
        return True
    return (before in LABELS or before in ALWAYS) and chunk.upper(first - 1)


def listed(bare: Bare) -> bool:
    """The later numbers of `phases 3, 5 and 7`."""
    chunk, first, _, counted, before, _ = bare
    if counted or before not in LINKS or not bare.digits:
        return False
    words, at = chunk.words, first
    while at > 1 and words[at - 1] in LINKS and first - at < 12:
        at -= 1 + (words[at - 2] == ",")
        if words[at - 1].isdigit():
            at -= 1
    return (
        at < first - 1 and words[at].isdigit() and label(Bare(chunk, at, at + 1, False, words[at - 1], words[at + 1]))
    )
