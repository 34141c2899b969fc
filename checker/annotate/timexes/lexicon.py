"""The words of dates and times: what kind of word each is (its sign, one character) and what it stands for.

The grammar is written over signs, so that `on Monday, May 16, 2025` is the string `jW,Md,y`:

    numbers   d digits 1 to 31, e digits 0 and 32 to 99, y four digits of a year, n other digits, f decimals,
              w words 1 to 31, v other number words, o ordinals to 31st, O beyond, a `a` or `an`, h half, g quarter,
              z vague (few, several), J what may stand between number and unit (more, full, business)
    names     M month, W weekday, S season, H holiday, B part of the day, U unit of a day or more, u of less, Z zone
    words     R next, last, this; X early, mid, late; r later, earlier, before, after; A ago; p am, pm; c o'clock;
              V every; t the; k of; i in; @ at; j on; F from; s since; > to, until; b between; + and; | or; N now
    read      D date, C clock, T time, P amount of time, I interval, Q date that repeats, K quarter, l era (BC, AD), m vaguely now or ahead
    other     , - / : . ( ) ' "  stand for themselves, x for any other word, ; for any other mark
"""

from __future__ import annotations

from typing import Any

from checker.annotate.timexes.spec import Current, Part

Entry = tuple[str, Any]

_MONTHS = (
    "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS = ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
             "saturday sat", "sunday sun")  # fmt: skip
_UNITS = {
    "day": "day days dys", "week": "week weeks wk wks", "fortnight": "fortnight fortnights",
    "weekend": "weekend weekends wkend wknd", "month": "month months mth mths", "year": "year years yr yrs y.o.",
    "decade": "decade decades", "century": "century centuries", "millennium": "millennium millennia",
}  # fmt: skip
_SHORT_UNITS = {"second": "second seconds sec secs", "minute": "minute minutes min mins", "hour": "hour hours hr hrs"}
_SEASONS = {"SP": "spring springtime", "SU": "summer summertime", "FA": "fall autumn", "WI": "winter wintertime"}
_PARTS = {
    "MO": "morning mornings mornin morn", "AF": "afternoon afternoons", "EV": "evening evenings", "NI": "night nights nite",
    "DT": "daytime", "DA": "dawn daybreak sunrise sunup", "DU": "dusk nightfall sunset sundown twilight", "MI": "lunchtime lunch", "DI": "dinnertime",
}  # fmt: skip
_ZONES = {
    "gmt": 0, "utc": 0, "ut": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "aest": 600, "aedt": 660, "pt": -480, "et": -300, "sgt": 480, "hkt": 480,
}  # fmt: skip
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBERS: dict[str, int] = {word: i for i, word in enumerate(_ONES)} | {w: 20 + 10 * i for i, w in enumerate(_TENS)}
ORDINAL: dict[str, int] = {word: i + 1 for i, word in enumerate(ORDINALS)} | {"thirtieth": 30, "hundredth": 100,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90}  # fmt: skip
DECADES: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
GLUED_UNITS: dict[str, tuple[str, str]] = {
    "d": ("U", "day"), "w": ("U", "week"), "y": ("U", "year"), "yo": ("U", "year"), "h": ("u", "hour"),
    "m": ("u", "minute"), "s": ("u", "second"), "mo": ("U", "month"),
}  # fmt: skip
"""Units that count as such only right after digits: `3h`, `2W`."""
SPACED = frozenset("dsy")
MEASURING = frozenset("for after within of over at than to and or every about until lasts lasted -".split()) | {
    "–",
    "=",
}
"""Letters that are units after digits, where this stands before the number: `for 10 d`, `30 to 60 s`."""
COUNTED = frozenset(
    "acres beds block blocks bottles calories cars cells children cm copies delegates dollars employees euros fans feet "
    "genes guests homes hotels houses households hp hz inches jobs kcal kg kilometers kilometres km lbs members men meters "
    "metres mg miles ml mm mph nm pages participants passengers patients people percent pieces players points pounds "
    "prisoners pupils refugees residents respondents rooms rpm samples seats soldiers spectators steps students subjects "
    "tickets times tons troops units visitors voters votes women words workers".split()
)
"""What four digits before it count: they are no year."""
CARS = frozenset(
    "chevrolet chevy chrysler dodge ford honda hyundai jeep mazda nissan subaru toyota volkswagen volvo".split()
)
"""Makes whose models are known by their year: `a 1987 Volvo`."""
ABBREVIATED = frozenset(
    "jan feb mar apr jun jul aug sep oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
ROMAN: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split(), 2
    )
}
"""Numbers of centuries in letters; `I` alone is somebody speaking."""
FUNCTION_WORDS = frozenset(
    "he she it they we you i who which there this these those his her their its our was were is are had has have did does "
    "do will would could should can might must not as when while where after before because but so if though although "
    "with without all some many most both two three several no an than then also only ".split()
) | {"xxf"}
"""What may follow a whole phrase and is no noun; `xxf` stands for any of them in a run that `segments` cuts out."""
COMMON = frozenset({"may", "march", "mar", "sat", "sun", "mon", "wed", "fall", "spring", "second", "jan", "dec"})
"""Words that are more often something else: read as dates only in company that says so."""


def _table() -> dict[str, Entry]:
    table: dict[str, Entry] = {}

    def put(sign: str, value: Any, words: str) -> None:
        for word in words.split():
            table[word] = (sign, value)

    for number, names in enumerate(_MONTHS, 1):
        put("M", number, names)
    for number, names in enumerate(_WEEKDAYS, 1):
        put("W", number, names)
        table[names.split()[0] + "s"] = ("W", -number)
    for unit, names in _UNITS.items():
        put("U", unit, names)
    for unit, names in _SHORT_UNITS.items():
        put("u", unit, names)
    for value, names in _SEASONS.items():
        put("S", value, names)
    for value, names in _PARTS.items():
        put("B", value, names)
    for zone, minutes in _ZONES.items():
        table[zone] = ("Z", minutes)
    for word, number in NUMBERS.items():
        table[word] = ("w" if 0 < number <= 31 else "v", number)
    for word, number in ORDINAL.items():
        table[word] = ("o" if number <= 31 else "O", number)
    put("D", Current("day", 0), "today")
    put("D", Current("day", 1), "tomorrow tomorrows tmrw tmrrw tmr tmw tmro tomorow")
    put("D", Current("day", -1), "yesterday yday yest")
    for unit, letter in (("month", "m"), ("year", "y"), ("week", "w")):
        put("D", Part("CLOSE", Current(unit, 0)), "eo" + letter)
    put("E", "tonight", "tonight tonite")
    put("N", "now", "now")
    put("m", "PRESENT_REF", "currently nowadays presently moment present")
    put("m", "FUTURE_REF", "future")
    put("C", (12, 0, 0, True), "noon midday noonish")
    put("C", (10, 0, 0, True), "midmorning")
    put("C", (14, 0, 0, True), "midafternoon")
    put("C", (24, 0, 0, True), "midnight")
    for words, value in (("daily everyday", "P1D"), ("weekly", "P1W"), ("monthly", "P1M"), ("quarterly", "P3M"),
                         ("annual annually yearly", "P1Y"), ("nightly", "TNI"), ("hourly", "PT1H"),
                         ("semiannual semiannually", "P6M"), ("biweekly fortnightly", "P2W")):  # fmt: skip
        put("Q", value, words)
    put("K", None, "quarter quarters qtr qtrs")
    put("R", "next", "next nxt")
    put("R", "last", "last")
    put("R", "past", "past")
    put("R", "previous", "previous prior preceding")
    put("R", "this", "this current")
    put("R", "coming", "coming upcoming forthcoming")
    put("R", "following", "following")
    put("R", "that", "that")
    put("R", "same", "same")
    put("R", "recent", "recent")
    put("X", "START", "early beginning start")
    put("X", "MID", "mid middle midway")
    put("X", "END", "late")
    put("X", "CLOSE", "end close")
    put("X", "EARLIER", "earlier")
    put("X", "LATER", "later")
    put("r", -1, "before prior")
    put("r", 1, "after following hence")
    put("A", -1, "ago back")
    put("p", "am", "am")
    put("p", "pm", "pm")
    put("p", "", "ampm")
    put("c", None, "o'clock oclock")
    put("V", "every", "every each")
    put("V", "any", "any")
    put("t", None, "the")
    put("k", None, "of")
    put("i", "in", "in during over within throughout for inside")
    put("@", None, "at @")
    put("j", None, "on")
    put("F", None, "from")
    put("s", None, "since")
    put(">", "to", "to")
    put(">", "through", "through thru")
    put(">", "until", "until till til untill")
    put("b", None, "between")
    put("+", None, "and &")
    put("|", None, "or")
    put("a", 1, "a an")
    put("w", 1, "another")
    put("h", None, "half")
    put("z", None, "few several couple many some numerous dozen dozens tens scores hundreds thousands millions")
    put("J", None, "more extra less straight consecutive full whole additional long solid calendar successive entire")
    put("J", "business", "business working")
    put("l", -1, "bc b.c. bce b.c.e.")
    put("l", 1, "ad a.d. ce c.e.")
    put("x", None, " ".join(COUNTED))
    for mark in ",-/:.()'\"":
        table[mark] = (mark, None)
    table["–"] = table["—"] = table["~"] = ("-", None)
    table["prior"] = ("r", -1)
    table["following"] = ("R", "following")
    return table


WORDS: dict[str, Entry] = _table()
ERAS = frozenset(word for word, (sign, _) in WORDS.items() if sign == "l")
