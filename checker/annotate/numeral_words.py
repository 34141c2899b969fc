"""The words that numerals are made of."""

from __future__ import annotations

SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"nought": 0.0, "naught": 0.0}
TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
HUNDRED = {"hundred": 100.0, "hundreds": 100.0}
SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "quintillion": 1e18,
    "doz": 12.0, "dozs": 12.0, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7, "krore": 1e7, "krores": 1e7, "dozen": 12.0,
    "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "dozens": 12.0,
    "bn": 1e9, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bln": 1e9, "tn": 1e12, "trn": 1e12, "bil": 1e9, "mil": 1e6,
}  # fmt: skip
GLUED = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mm": 1e6, "g": 1e9, "cr": 1e7}
"""Letters that are a scale where a currency or nothing else claims them (`$5m`, `10k`)."""
SHORT = frozenset(("bn", "mn", "mln", "mio", "bln", "tn", "trn", "bil", "mil", "k", "doz", "dozs"))
_ORDINAL_STEMS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
PARTS = {"half": 2.0, "halves": 2.0} | {
    word + end: float(value) for word, value in _ORDINAL_STEMS.items() for end in ("", "s")
}
"""Denominators in words; `second` is none, it is an ordinal or a time."""
ORDINALS = {"first": 1.0, "second": 2.0} | {w: float(v) for w, v in _ORDINAL_STEMS.items() if w != "quarter"}
VULGAR = {
    "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
    "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6,
}  # fmt: skip
ARTICLES = ("a", "an", "one")
MANY = {"dozens": 12.0, "tens": 10.0, "scores": 20.0, "hundreds": 100.0} | {
    w + "s": SCALES[w] for w in ("thousand", "million", "billion", "trillion")
}
FEW = {"several": (3.0, 7.0), "few": (3.0, 6.0), "handful": (3.0, 7.0), "couple": (2.0, 2.0), "pair": (2.0, 2.0)}
NEGATIVE = ("minus", "negative")
CLOSING = (")", "]", "%", "'", '"', "’", "”")
WORDS = frozenset(SMALL) | frozenset(TENS) | frozenset(HUNDRED) | frozenset(MANY) | frozenset(FEW) | frozenset(
    w for w in SCALES if w not in SHORT
) | frozenset(VULGAR) | frozenset(PARTS)  # fmt: skip
"""Every word that a numeral may begin with."""
