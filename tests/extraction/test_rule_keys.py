"""Keys of the rule language that decide what is read and what is held against what, each by a small rule of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import api, ingest, pipeline
from checker.model.comparison import Comparison
from checker.model.document import Sources

CRASH = """
facts:
  day: {value: {kind: date, grain: month}, several: choose, as-of: published, match: ["crash ... {date}"]}
  dead: {value: {kind: count, noun: person}, several: choose, same: day, match: ["{count} die"]}
"""
AGE = """
facts:
  age: {value: {kind: duration, unit: year}, trend: with-time, as-of: published, match: ["keeper be {duration}"]}
"""
HURT = """
facts:
  hurt:
    value: {kind: count, noun: person}
    match: ["{count} be hurt", {pattern: "{count} be hit", bound: at-most}]
"""
QUAKE = """
facts:
  dead: {value: {kind: count, noun: [person, people]}, recent: true, match: ["kill {count}", "{count} die"]}
"""
LISTED = """
facts:
  hurt: {value: {kind: count, noun: [person, man, woman, girl, other]}, match: ["(injure|hurt) {count}", "{count} be hurt"]}
"""
RELEASE = """
facts:
  release: {value: {kind: ordinal, unit: version}, match: ["(version|release|python) {ordinal}"]}
  port: {value: {kind: number, plausible: [1, 65535]}, match: ["port {number}"]}
"""
SHARE = """
facts:
  eps: {value: money, match: ["(earnings|profit) per share (be|of) {money}", "{money} per share ... earn", "earn {money} (per|a) share"]}
"""
MAST = """
events:
  mast: {north: [north mast], south: [south mast]}
facts:
  height: {value: {kind: quantity, unit: m}, qualifiers: {mast: {missing: own-document, default: south}}, match: ["be {quantity} high"]}
"""
HOURS = """
facts:
  opens: {value: time, tolerance: 10 minutes, match: ["open (at|from) {time}"]}
  show: {value: date, match: ["show from {date}", "show begin on {date}"]}
  entry: {value: time, match: ["last entry ... {time}"]}
  shuts: {value: time, match: ["shut at {time}"]}
relations:
  in-time: entry < shuts
  open-for: shuts - opens ~ 8 hours
"""
DOSE = """
facts:
  strength: {value: {kind: quantity, unit: mg}, match: ["tablet {quantity}"]}
  apart: {value: {kind: duration, unit: hour}, match: ["every {duration}", "dose ... {duration} apart"]}
  claim: {value: {kind: duration, unit: day, limit: true}, match: ["claim ... {duration}"]}
  stored: {value: {kind: quantity, unit: degC, limit: true}, match: ["store ... {quantity}"]}
  packed: {value: date, match: ["packed ... {date}"]}
  pages: {value: number, match: ["pages: {number}"]}
  weeks: {value: {kind: duration, unit: week}, match: ["pup be {duration} old"]}
  plot: {value: {kind: quantity, unit: km2}, tolerance: 1%, match: ["cover {quantity}"]}
  flour: {value: {kind: quantity, unit: g}, match: ["{quantity} of flour", "flour {quantity}"]}
"""
TAKINGS = """
facts:
  abroad: {value: {kind: money, unit: USD}, find: {any: [abroad, overseas], within: clause}}
  in-all: {value: {kind: money, unit: USD}, match: ["worldwide total of {money}"]}
  owed: {value: percent, match: ["{percent} of any sale"]}
  cars: {value: {kind: count, noun: car}, match: ["{count car} ... (crash|collide)"]}
"""


def run(rules: str, texts: list[str], days: list[str | None], folder: Path) -> Comparison:
    (folder / "own.yaml").write_text(rules, encoding="utf-8")
    book = api.load_rules([str(folder / "own.yaml")], [])
    documents = tuple(
        ingest.from_text(text, id=f"{n}.txt", published=day)
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    )
    return pipeline.run(Sources(documents), book, jobs=1)


@pytest.mark.parametrize(
    ("rules", "fact", "texts", "days", "verdict"),
    [
        # What had still to come when one source appeared is another event.
        (CRASH, "day", ["The crash was on May 3.", "The crash was on May 9."], ["2025-05-10", "2025-05-11"], "conflicting"),
        (CRASH, "day", ["The crash was on May 3.", "The crash was on May 9."], ["2025-05-04", "2025-05-11"], "incomparable"),
        (CRASH, "day", ["The crash was in May.", "The crash was on May 9."], ["2025-05-10", "2025-05-11"], "consistent"),
        (CRASH, "day", ["The crash was in 2024.", "The crash was on May 9."], ["2025-05-10", "2025-05-11"], "single_source"),
        (CRASH, "day", ["The crash was loud, she said Friday.", "The crash was on May 7."], ["2025-05-10"] * 2, "single_source"),
        (CRASH, "day", ["Six crashes since May 2.", "The crash was on May 7."], ["2025-05-10"] * 2, "single_source"),
        (CRASH, "day", ["The crash filled their May 2 meeting.", "The crash was on May 7."], ["2025-05-10"] * 2, "single_source"),
        # Those who tell of another event are not asked how many died in this one.
        (CRASH, "dead", ["The crash was on May 3. Six people died.", "The crash was on May 9. Ten people died."], ["2025-05-04", "2025-05-11"], "incomparable"),
        (CRASH, "dead", ["The crash was on May 9. Six people died.", "The crash was on May 9. Ten people died."], ["2025-05-10", "2025-05-11"], "conflicting"),
        # Who is 23 in March may be 24 in December, and not 25.
        (AGE, "age", ["The keeper is 23 years old.", "The keeper is 24 years old."], ["2025-03-01", "2025-12-01"], "consistent"),
        (AGE, "age", ["The keeper is 23 years old.", "The keeper is 25 years old."], ["2025-03-01", "2025-12-01"], "conflicting"),
        (AGE, "age", ["The keeper is 24 years old.", "The keeper is 23 years old."], ["2025-03-01", "2025-12-01"], "conflicting"),
        (AGE, "age", ["The keeper is 23 years old.", "The keeper is 24 years old."], [None, None], "conflicting"),
        # A bound: of five that were hit no more than five were hurt.
        (HURT, "hurt", ["Four people were hurt.", "Five people were hit."], [None, None], "consistent"),
        (HURT, "hurt", ["Six people were hurt.", "Five people were hit."], [None, None], "conflicting"),
        # What a sentence dates long before its source is of another time; how long ago something else was is not.
        (QUAKE, "dead", ["In 1987 a quake killed 900 people.", "The quake killed 12 people."], ["2025-05-10"] * 2, "single_source"),
        (QUAKE, "dead", ["The last one killed 900 people in 1987.", "The quake killed 12 people."], ["2025-05-10"] * 2, "single_source"),
        (QUAKE, "dead", ["Last year 900 people died.", "The quake killed 12 people."], ["2025-05-10"] * 2, "single_source"),
        (QUAKE, "dead", ["Last Friday 14 people died.", "The quake killed 12 people."], ["2025-05-10"] * 2, "conflicting"),
        (QUAKE, "dead", ["The quake, the strongest since 1987, killed 14 people.", "It killed 12 people."], ["2025-05-10"] * 2, "conflicting"),
        (QUAKE, "dead", ["The quake killed 14 people in a house built in 1987.", "It killed 12 people."], ["2025-05-10"] * 2, "conflicting"),
        (QUAKE, "dead", ["In 1987 a quake killed 900 people.", "The quake killed 12 people."], [None, None], "conflicting"),
        # What has happened happened; what stands before a comma is said of the value before it.
        (QUAKE, "dead", ["12 people have died.", "14 people died."], ["2025-05-10"] * 2, "conflicting"),
        (QUAKE, "dead", ["12 people have not died.", "14 people died."], ["2025-05-10"] * 2, "single_source"),
        (QUAKE, "dead", ["9 killed, 140 people hurt.", "14 people died."], ["2025-05-10"] * 2, "single_source"),
        # What others are listed with is no total, and what has a clause of its own is.
        (LISTED, "hurt", ["It injured two men as well as a 10-year-old girl.", "Three people were hurt."], [None, None], "consistent"),
        (LISTED, "hurt", ["It injured seven men and six women.", "Thirteen people were hurt."], [None, None], "consistent"),
        (LISTED, "hurt", ["It injured one man, a woman and two others.", "Four people were hurt."], [None, None], "consistent"),
        (LISTED, "hurt", ["A girl and two men were hurt.", "Three people were hurt."], [None, None], "consistent"),
        (LISTED, "hurt", ["It injured two men and a girl.", "One man was hurt."], [None, None], "conflicting"),
        (LISTED, "hurt", ["It injured two men and a dog.", "Three people were hurt."], [None, None], "conflicting"),
        (LISTED, "hurt", ["It injured two men and three women were there.", "Five people were hurt."], [None, None], "conflicting"),
        # A cue behind another value, or in another clause behind, is not that of the value before.
        (MAST, "height", ["The south mast is new. It is 40 m high, against 50 m at the north mast.", "The south mast is 40 m high."], [None, None], "consistent"),
        (MAST, "height", ["The south mast is new. It is 40 m high; the north mast has 50 m.", "The south mast is 40 m high."], [None, None], "consistent"),
        (MAST, "height", ["It is 50 m high at the north mast.", "The south mast is 40 m high."], [None, None], "single_source"),
        # Versions and ports.
        (RELEASE, "release", ["Version 3.10 is out.", "Python 3.10.2 is out, an app."], [None, None], "consistent"),
        (RELEASE, "release", ["Version 3.10 is out.", "Release 3.1 is out."], [None, None], "conflicting"),
        (RELEASE, "release", ["Version 3.10 is out.", "Python 3 is out."], [None, None], "consistent"),
        (RELEASE, "port", ["It is on port 8080.", "Port: 8080"], [None, None], "consistent"),
        (RELEASE, "port", ["It is on port 8080.", "Port: 8081"], [None, None], "conflicting"),
        # What a value is for each of, in the words of the line or in those of the value.
        (SHARE, "eps", ["Earnings per share were $2.15.", "It earned $2.15 a share."], [None, None], "consistent"),
        (SHARE, "eps", ["Profit per share was $2.15.", "It was $2.51 per share that it earned."], [None, None], "conflicting"),
        # What stands in for a missing case: the document's own, else the rule's default.
        (MAST, "height", ["It is 40 m high.", "The south mast is 50 m high."], [None, None], "conflicting"),
        (MAST, "height", ["The north mast is new.\n\nIt is 40 m high.", "The south mast is 50 m high."], [None, None], "single_source"),
        # An hour that names no day is one of any day, whenever its source appeared.
        (HOURS, "opens", ["It opens at 9 a.m.", "It opens at 9.05 am."], ["2025-05-10", "2025-05-14"], "consistent"),
        (HOURS, "opens", ["It opens at 9 a.m.", "It opens at 10 a.m."], [None, None], "conflicting"),
        (HOURS, "opens", ["It opens at 9 a.m.", "It opens at 9 p.m."], [None, "2025-05-14"], "conflicting"),
        (HOURS, "opens", ["It opens at 9 a.m. on 3 May 2025.", "It opens at 9 a.m."], [None, "2025-05-14"], "consistent"),
        (HOURS, "opens", ["It opens at 9 a.m. on 3 May 2025.", "It opens at 9 a.m. on 4 May 2025."], [None, None], "conflicting"),
        # From one to another: the line asks for the first of them.
        (HOURS, "opens", ["It is open from 10 a.m. to 6 p.m.", "It opens at 10 a.m."], [None, None], "consistent"),
        (HOURS, "opens", ["It is open from 10 a.m. to 6 p.m.", "It opens at 11 a.m."], [None, None], "conflicting"),
        (HOURS, "show", ["It is on show from 3 to 9 May 2025.", "The show begins on May 5, 2025."], [None, None], "conflicting"),
        (HOURS, "show", ["It is on show from May 2025 on.", "The show begins on May 5, 2025."], [None, None], "consistent"),
        # A value alone in brackets is said of the words before them; what is more than a value is not.
        (DOSE, "strength", ["It is one tablet (500 mg).", "Take a tablet (about 500 mg) at night."], [None, None], "consistent"),
        (DOSE, "strength", ["It is one tablet (500 mg).", "Take one tablet (250 mg)."], [None, None], "conflicting"),
        (DOSE, "strength", ["It is one tablet (500 mg).", "Take one tablet (with 250 mg of salt)."], [None, None], "single_source"),
        # How often is how far apart, where the line says so; `within` is a bound whichever unit of time it has.
        (DOSE, "apart", ["Take it every 6 hours.", "Take it every six hours."], [None, None], "consistent"),
        (DOSE, "apart", ["Take it every 6 hours.", "Take it every 8 hours."], [None, None], "conflicting"),
        (DOSE, "claim", ["Claims must come within 30 days.", "You can claim for up to thirty days."], ["2025-05-10", None], "consistent"),
        (DOSE, "claim", ["Claims must come within 30 days.", "You can claim within 60 days."], [None, "2025-05-10"], "conflicting"),
        (DOSE, "claim", ["Claims are read every 30 days.", "You can claim within 60 days."], [None, None], "single_source"),
        # Degrees alone are those of the rule.
        (DOSE, "stored", ["Store it below 25 degrees.", "Store it at no more than 25 °C."], [None, None], "consistent"),
        (DOSE, "stored", ["Store it below 30 degrees.", "Store it at no more than 25 °C."], [None, None], "conflicting"),
        # A colon ends a clause, but not inside a value, and not where a line has one itself.
        (DOSE, "packed", ["Packed in Norby at 06:42 local time on 3 June 2025.", "It was packed on June 3, 2025."], [None, None], "consistent"),
        (DOSE, "weeks", ["The pup is eight weeks old.", "The pup was 8 weeks old."], [None, None], "consistent"),
        (DOSE, "plot", ["It covers 84 square kilometres.", "It covers 8,400 hectares."], [None, None], "consistent"),
        (DOSE, "flour", ["You need 250 g of flour, 125 g of butter.", "Flour: 250 g"], [None, None], "consistent"),
        (DOSE, "pages", ["Pages: 12", "The pages: 12, all told."], [None, None], "consistent"),
        # What a line takes for one fact, words alone do not take for another.
        (TAKINGS, "abroad", ["It earned $31m abroad, for a worldwide total of $79m.", "Overseas it earned $31m."], [None, None], "consistent"),
        (TAKINGS, "abroad", ["It earned $31m abroad, and $79m in all.", "Overseas it earned $31m."], [None, None], "conflicting"),
        # A noun further on is counted by nothing before it.
        (TAKINGS, "cars", ["A driver of 34 died as his car crashed.", "Two cars crashed."], [None, None], "single_source"),
        (TAKINGS, "cars", ["Of the cars on the road 34 old cars collided.", "Two cars crashed."], [None, None], "conflicting"),
        # What is due to somebody is owed, and no plan.
        (TAKINGS, "owed", ["They are due 20% of any sale.", "They get 15% of any sale."], [None, None], "conflicting"),
    ],
)  # fmt: skip
def test_verdict(
    rules: str, fact: str, texts: list[str], *, days: list[str | None], verdict: str, tmp_path: Path
) -> None:
    comparison = run(rules, texts, days, tmp_path)
    assert {one.verdict for one in comparison.facts if one.id == fact} == {verdict}


@pytest.mark.parametrize(
    ("name", "texts", "outcome"),
    [
        ("in-time", ["Last entry is at 5.30 p.m.", "It shuts at 6 p.m."], "holds"),
        ("in-time", ["Last entry is at 6.30 p.m.", "It shuts at 6 p.m."], "broken"),
        ("in-time", ["Last entry is at 6.30 p.m. on May 3, 2025.", "It shuts at 6 p.m."], "not_judged"),
        ("open-for", ["It opens at 10 a.m.", "It shuts at 6 p.m."], "holds"),
        ("open-for", ["It opens at 9 a.m.", "It shuts at 6 p.m."], "broken"),
    ],
)
def test_hours_of_any_day_can_be_reckoned_with(name: str, texts: list[str], outcome: str, tmp_path: Path) -> None:
    comparison = run(HOURS, texts, ["2025-05-10", "2025-05-14"], tmp_path)
    assert {one.outcome for one in comparison.relations if one.id == name} == {outcome}
