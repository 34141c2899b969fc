"""A run written by hand: five sources on an invented ferry accident, with one of every thing a report can show."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from checker.model.comparison import Assertion, Comparison, FactResult, Finding, RelationResult, Side
from checker.model.document import Document, Failure
from checker.model.mention import Interval, Kind, Quantity, Timex, Value
from checker.model.rule import Pack, Severity, Status
from tests.report.texts import BLOG, DOCUMENTS, HERALD, PACK, POST, RADIO, RULES, TEXTS, WIRE, lines, pages

MINUTE, HOUR = 60.0, 3600.0


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def exact(number: float, unit: str, per: str | None = None) -> Quantity:
    point = Interval(number, number)
    return Quantity(point, point, point, unit, number, unit_written=unit, per=per)


def knots(number: float) -> Quantity:
    point = Interval(number * 0.514444, number * 0.514444)
    return Quantity(point, point, point, "meter / second", number, unit_written="knot")


def between(  # noqa: PLR0917 - samples read best in columns
    low: float | None, high: float | None, unit: str, number: float | None, written: str, scale: float = 1.0,
    soft: tuple[float, float] | None = None, high_open: bool = False,
) -> Quantity:  # fmt: skip
    hard = Interval(low, high, upper_open=high_open)
    point = number * scale if number is not None else None
    return Quantity(hard, Interval(*soft) if soft else hard, Interval(point, point), unit, number, None, None, written)


def day(first: str, last: str | None = None, grain: str = "day", mod: str | None = None) -> Timex:
    return Timex(first, last or first, grain, first if grain == "day" else first[:7], mod)


class Builder:
    """Finds every quote in its text, so that spans and lines are true."""

    def __init__(self) -> None:
        self.assertions: list[Assertion] = []

    def say(  # noqa: PLR0917 - the same
        self, document: str, fact: str, quote: str, kind: Kind, value: Value, label: str, *, within: str = "",
        qualifiers: tuple[tuple[str, str], ...] = (), status: Status = "asserted", speaker: str | None = None,
        as_of: str | None = None, matched: str = "", notes: tuple[str, ...] = (), missing: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        text = TEXTS[document]
        start = text.index(quote, text.index(within) if within else 0)
        first = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1)
        last = min(at for at in (text.find(". ", start) + 1, text.find(".\n", start) + 1, len(text)) if at > start)
        line = text.count("\n", 0, start) + 1
        identity = f"a-{len(self.assertions) + 1}"
        self.assertions.append(
            Assertion(
                identity, fact, PACK, document, start, start + len(quote), line, start - text.rfind("\n", 0, start),
                quote, text[first:last], (first, last), kind, value, label, qualifiers, status, speaker, as_of,
                matched, notes, None, missing,
            )
        )  # fmt: skip
        return identity

    def side(self, label: str, value: Value, *assertions: str) -> Side:
        by_id = {each.id: each.document for each in self.assertions}
        return Side(label, value, assertions, tuple(dict.fromkeys(by_id[each] for each in assertions)))


def comparison(known: bool = True) -> Comparison:
    """The run; `known=False` is the same without a baseline."""
    make = Builder()
    say, side = make.say, make.side
    facts: list[FactResult] = []

    def fact(
        name: str, title: str, verdict: str, *sides: Side, beside: tuple[str, ...] = (), severity: Severity = "error",
        **more: object,
    ) -> None:  # fmt: skip
        ids = tuple(each for one in sides for each in one.assertions) + beside
        facts.append(FactResult(name, PACK, title, more.pop("qualifiers", ()), verdict, severity, ids, sides, **more))  # type: ignore[arg-type]

    patient = "in hospital ... {count <people>}"
    h1 = say(HERALD, "in-hospital", "47 passengers", "count", exact(47, "passenger"), "47", matched=patient)
    h2 = say(WIRE, "in-hospital", "47 passengers", "count", exact(47, "passenger"), "47", matched=patient)
    h3 = say(RADIO, "in-hospital", "63 neighbours", "count", exact(63, "neighbour"), "63", matched=patient)
    fact("in-hospital", "Passengers taken to hospital", "conflicting", side("47", exact(47, "passenger"), h1, h2),
         side("63", exact(63, "neighbour"), h3), wrong=(RADIO,),
         why="Families were told one figure; the inquiry will be asked about the other.")  # fmt: skip

    third, fourth = day("2025-10-03"), day("2025-10-04")
    strike = "(struck|hit|ran onto) ... {date}"
    published = "anchored to the publication date, October 5, 2025, found in the file name"
    d1 = say(HERALD, "grounding-date", "on October 3", "date", third, "October 3, 2025", matched=strike,
             notes=("no year is written: 2025 is the nearest to the publication date",))  # fmt: skip
    d2 = say(WIRE, "grounding-date", "on October 3", "date", third, "October 3, 2025", matched=strike)
    d3 = say(RADIO, "grounding-date", "on Saturday night", "date", fourth, "October 4, 2025", matched=strike,
             notes=(published, "a past Saturday: the latest one not after publication"))  # fmt: skip
    d4 = say(POST, "grounding-date", "on Saturday, October 4", "date", fourth, "October 4, 2025", matched=strike)
    d5 = say(BLOG, "grounding-date", "On Friday", "date", Timex(None, None, "day", "XXXX-WXX-5"), "a Friday",
             matched=strike, missing=("no publication date anchors `On Friday`",))  # fmt: skip
    fact("grounding-date", "Day the ferry struck the reef", "conflicting", side("October 3, 2025", third, d1, d2),
         side("October 4, 2025", fourth, d3, d4), beside=(d5,),
         reason="either two sources must be wrong, or the other two: the sets are equally small",
         why="Tide and crew rota differ from one day to the next.")  # fmt: skip

    aboard = "{count <people>} ... (aboard|on board|counted off)"
    p = [
        say(HERALD, "aboard", "212 people", "count", exact(212, "person"), "212", matched=aboard),
        say(WIRE, "aboard", "All 212 people", "count", exact(212, "person"), "212", matched=aboard),
        say(POST, "aboard", "A total of 212 passengers and crew", "count", exact(212, "person"), "212",
            matched=aboard),
    ]  # fmt: skip
    fact("aboard", "People on board", "consistent", side("212", exact(212, "person"), *p))

    long = "(evacuation|empty|clear|got everyone off) ... {duration}"
    under = between(2.5 * HOUR, 3 * HOUR, "second", 3, "hour", HOUR, high_open=True)
    e = [
        say(HERALD, "evacuation-length", "just under three hours", "duration", under, "just under 3 hours",
            matched=long),
        say(WIRE, "evacuation-length", "nearly three hours", "duration", under, "nearly 3 hours", matched=long),
        say(RADIO, "evacuation-length", "two or three hours", "duration",
            between(1.5 * HOUR, 3.5 * HOUR, "second", None, "hour"), "2 or 3 hours", matched=long),
        say(BLOG, "evacuation-length", "less than three hours", "duration",
            between(None, 3 * HOUR, "second", 3, "hour", HOUR, (1.5 * HOUR, 3 * HOUR), True),
            "less than 3 hours", matched=long, notes=("a plain bound: `less than` alone says nothing of how much",)),
    ]  # fmt: skip
    fact("evacuation-length", "How long the evacuation took", "consistent", side("just under 3 hours", under, *e))

    freight = "(freight|carrying) ... {quantity}"
    about, tonnes = between(1.8e6, 2.0e6, "kilogram", 1900, "tonne", 1000), between(
        1.865e6, 1.875e6, "kilogram", 1870, "tonne", 1000, high_open=True)  # fmt: skip
    f1 = say(HERALD, "freight", "about 1,900 tonnes", "quantity", about, "about 1,900 tonnes", matched=freight)
    f2 = say(POST, "freight", "1,870 tonnes", "quantity", tonnes, "1,870 tonnes", matched=freight)
    fact("freight", "Freight on board", "consistent", side("1,870 tonnes", tonnes, f1, f2))

    nineties = Timex("1990-01-01", "1994-12-31", "decade", "199X", "START")
    s1 = say(WIRE, "in-service", "in 1994", "date", day("1994-01-01", "1994-12-31", "year"), "1994")
    s2 = say(BLOG, "in-service", "the early nineties", "date", nineties, "early 1990s")
    fact("in-service", "Year the ferry entered service", "consistent",
         side("1994", day("1994-01-01", "1994-12-31", "year"), s1, s2))  # fmt: skip

    litres = "{quantity} ... pumped"
    early = between(2.05, 2.15, "meter ** 3", 2100, "litre", 0.001, high_open=True)
    late = between(4.8, None, "meter ** 3", 4800, "litre", 0.001, (4.8, 5.3))
    o1 = say(POST, "oil", "2,100 litres", "quantity", early, "2,100 litres", as_of="2025-10-05", matched=litres)
    o2 = say(BLOG, "oil", "More than 4,800 litres", "quantity", late, "more than 4,800 litres", matched=litres,
             as_of="2025-10-09")  # fmt: skip
    fact("oil", "Oil pumped from the sea", "updated", side("2,100 litres", early, o1),
         side("more than 4,800 litres", late, o2), severity="note",
         reason="a running total that grew from October 5 to October 9, 2025")  # fmt: skip

    six, eleven = knots(6), knots(11)
    k1 = say(RADIO, "speed", "6 knots", "quantity", six, "6 knots", speaker="the captain")
    k2 = say(RADIO, "speed", "11 knots", "quantity", eleven, "11 knots", speaker="the harbour master")
    fact("speed", "Speed at the reef", "disputed", side("6 knots", six, k1), side("11 knots", eleven, k2),
         severity="warning", reason="the captain and the harbour master disagree; both may have been quoted rightly")  # fmt: skip

    i1 = say(HERALD, "inquiry-opens", "on November 10", "date", day("2025-11-10"), "November 10, 2025",
             status="planned", notes=("a plan: `is set to`",))  # fmt: skip
    i2 = say(POST, "inquiry-opens", "on November 12", "date", day("2025-11-12"), "November 12, 2025")
    fact("inquiry-opens", "Day the inquiry opened", "single_source",
         side("November 12, 2025", day("2025-11-12"), i2), beside=(i1,))  # fmt: skip

    money = "{money}"
    m1 = say(HERALD, "damage", "$18 million", "money", between(17.5e6, 18.5e6, "USD", 18e6, "dollar"), "$18 million",
             matched=money)  # fmt: skip
    m2 = say(HERALD, "insured", "$11 million", "money", between(10.5e6, 11.5e6, "USD", 11e6, "dollar"),
             "$11 million", matched=money)  # fmt: skip
    m3 = say(WIRE, "uninsured", "$7 million", "money", between(6.5e6, 7.5e6, "USD", 7e6, "dollar"), "$7 million",
             matched=money)  # fmt: skip
    for name, title, one in (("damage", "Damage to ship and cargo", m1), ("insured", "Insured part", m2),
                             ("uninsured", "Uninsured part", m3)):  # fmt: skip
        found = make.assertions[int(one[2:]) - 1]
        fact(name, title, "single_source", side(found.label, found.value, one))

    w1 = say(BLOG, "crossing", "26 miles", "quantity", between(41038, 42647, "meter", 26, "mile", 1609.344),
             "26 miles", missing=("the summer or the winter crossing: the text does not say which",))  # fmt: skip
    fact("crossing", "Length of the crossing", "incomparable", beside=(w1,), severity="note",
         reason="the qualifier `season` is missing and nothing in the document fills it")  # fmt: skip
    fact("crew", "Number of crew", "missing", reason="no source states it, and the rule asks for two")

    x1 = say(WIRE, "in-service", "31 years ago", "duration", between(
        30.5 * 365.25 * 86400, 31.5 * 365.25 * 86400, "second", 31, "year", 365.25 * 86400), "31 years ago")  # fmt: skip
    relations = (
        RelationResult("parts", PACK, "Insured and uninsured parts make up the damage", "insured + uninsured ~ damage",
                       "holds", "error", ("$11 million + $7 million = $17 million to $19 million",
                                          "meets $18 million, which allows $17.5 million to $18.5 million"),
                       (m2, m3, m1)),
        RelationResult("age", PACK, "The ferry's age fits its first year", "published - in-service ~ age", "doubtful",
                       "note", ("October 6, 2025 − (January 1 to December 31, 1994) = 30.8 to 31.8 years",
                                "31 years ago allows 30.5 to 31.5 years; they meet only from 30.8 to 31.5"),
                       (s1, x1)),
        RelationResult("cold", PACK, "No more in hospital than on board", "in-hospital <= aboard", "not_judged",
                       "error", (), (h1, h3), "in-hospital is itself conflicting"),
        RelationResult("inquiry-after", PACK, "The inquiry opens within five weeks of the grounding",
                       "inquiry-opens - grounding-date <= 5 weeks", "broken", "warning",
                       ("November 12, 2025 − October 3 to 4, 2025 = 39 to 40 days",
                        "5 weeks = 35 days", "39 days is more than 35 days"), (i2, d1, d4),
                       why="The Shipping Act gives the minister five weeks."),
    )  # fmt: skip
    c1 = say(BLOG, "general/two-units", "26 miles (48 km)", "quantity",
             between(41038, 42647, "meter", 26, "mile", 1609.344), "26 miles (48 km)")  # fmt: skip
    state: Literal["new", "known"] = "known" if known else "new"
    findings = (
        Finding("f-3d1c07aa", "conflict", "in-hospital", "ferry/in-hospital", "error", "conflicting",
                "47 in two sources, 63 in one: no number of passengers fits all three", (h1, h2, h3),
                title="Passengers taken to hospital"),
        Finding("f-77e0b2c4", "conflict", "grounding-date", "ferry/grounding-date", "error", "conflicting",
                "October 3 in two sources, October 4 in two", (d1, d2, d3, d4), state,
                title="Day the ferry struck the reef"),
        Finding("f-0cc91e55", "internal", "two-units", "general/two-units", "error", "broken",
                "26 miles are 41.0 to 42.6 km, not 48 km", (c1,),
                steps=("26 miles × 1.609 = 41.8 km, as written 41.0 to 42.6 km", "48 km allows 47.5 to 48.5 km",
                       "the two do not meet"), title="Two units for one distance"),
        Finding("f-9b1d4f02", "relation", "inquiry-after", "ferry/inquiry-after", "warning", "broken",
                "39 to 40 days lie between them, and 5 weeks are 35", (i2, d1, d4), steps=relations[3].steps,
                title=relations[3].title),
        Finding("f-5a6e8810", "conflict", "speed", "ferry/speed", "warning", "disputed",
                "6 knots by the captain, 11 knots by the harbour master", (k1, k2), title="Speed at the reef"),
        Finding("f-e1470b3d", "missing", "crew", "ferry/crew", "warning", "missing",
                "no source states it, and the rule asks for two", (), title="Number of crew"),
        Finding("f-2f93ab61", "relation", "age", "ferry/age", "note", "doubtful",
                "the bounds only just meet", (s1, x1), steps=relations[1].steps, title=relations[1].title),
        Finding("f-c6d2a7e9", "conflict", "oil", "ferry/oil", "note", "updated",
                "2,100 litres on October 5, more than 4,800 on October 9", (o1, o2), title="Oil pumped from the sea"),
    )  # fmt: skip
    documents = tuple(
        Document(each.id, each.text, each.path, digest(each.text), each.published, each.published_from, each.title,
                 each.publisher, each.url, furniture=((0, each.text.index("\n")),), line_starts=lines(each.text))
        for each in DOCUMENTS
    )  # fmt: skip
    failures = (Failure("ferry/scan.pdf", "no text in the file: run it through OCR first", "page 1"),)
    files = (("ferry/ferry.yaml", digest("rules of the sample")),)
    options = (("packs", PACK), ("fail-on", "error"), *((("baseline", ".checker-baseline.json"),) if known else ()))
    return Comparison(documents, failures, (Pack(PACK, "Ferry accident", files),), 41, tuple(make.assertions),
                      tuple(facts), relations, findings, options, pages(make.assertions), RULES)  # fmt: skip
