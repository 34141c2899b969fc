"""A rule file that uses all of the language, on a subject of its own."""

GOOD = """\
# yaml-language-server: $schema=checker-rules.schema.json
schema: 1
pack: lighthouse
title: The lighthouse of Skerry Point
checks: [weekday]

vocabulary:
  repair: [repair, renovation, overhaul of <tower>]
  tower: [lighthouse, tower, (old) light]

events:
  phase:
    "1": {cues: [first phase, phase one], around: 2024-03-01}
    2: [second phase]
    no: {cues: =NO}

facts:
  reopened:
    title: Day on which the lighthouse opened again
    value: date
    match:
      - "<tower> (finally) (reopened|opened again|) ... {date}"
      - {pattern: "open since {date}", status: asserted, phase: 2}
      - {pattern: "open since {value}", qualifiers: {phase: "1"}}
      - regex: '(?i)reopening:\\s+(?P<value>\\w+ \\d+)'
      - {pattern: the day that (the) <repair> ended, means: repair-end}
    not: [museum]
    qualifiers: {phase: {is: 1}, person: }
    tolerance: 1 day
    require: 2
    severity: warning
    why: Tours are sold from this day.
    link: https://example.org/light
    owner: harbour office
    tags: tourism
    aliases: [opened-again]
    known: [{values: [May 3, May 4], reason: two ceremonies, until: 2027-01-31}]
    examples:
      - name: the same day
        texts: [The lighthouse reopened on May 3., The tower opened again on 3 May.]
        published: 2024-06-01
        expect: consistent
        values: [May 3, 3 May]
      - {name: days apart, texts: [a, b], published: [2024-06-01, ~], expect: conflicting, todo: yes}
      - {name: another place, texts: The museum reopened on May 3., expect: nothing}
  repair-end: {value: date, find: {all: [<repair>, ended], within: clause}}
  visitors:
    value: {kind: count, noun: [visitor, <tower> guest], plausible: [1, 1_000_000]}
    find: {any: [came, visited], near: [{any: <tower>, within: 6 words}, climbed], not: [expected], within: paragraph}
    qualifiers: {phase: {from: event, missing: incomparable}}
    precision: 2
    as-of: [phrase, published]
    trend: non-decreasing
  volunteers: {value: {kind: count, noun: volunteer, per: shift, parties: 3}, find: [helped], status: planned}
  all-people: {value: count, match: "{count (visitor|volunteer)} in all", qualifiers: {phase: {default: 2}}}
  cost: {value: {kind: money, unit: GBP, plausible: [~, 5e6]}, find: [cost], precision: exact, tolerance: 2%}
  grant: {value: {kind: money, unit: GBP}, find: [grant, lottery money], tolerance: 500}
  grant-share: {value: percent, find: [grant]}
  height: {value: {kind: quantity, unit: feet, plausible: [10, 300]}, find: [tall, high], tolerance: 3 m}
  closed-for: {value: {kind: duration, unit: week}, match: "closed for {duration}", tolerance: 2}
  until-opening: {value: offset, match: "reopened {value} <repair>"}

relations:
  grant-within: grant <= cost
  closure: {expression: reopened - repair-end < 3 weeks, severity: note, why: so it was promised}
  in-order: {order: [repair-end, reopened, published], title: 'First repaired, then opened'}
  people: {sum: [visitors, volunteers], of: all-people}
  grant-part: {part: grant, of: cost}
  waited: {elapsed: [repair-end, reopened], is: closed-for}
  granted: {share: [grant, cost], is: grant-share}
  grew: {growth: [grant, cost], is: 20%}
  pounds: {rate: [cost, grant], between: [GBP, USD]}
  tall: height > 2 * (10 m + 5 m)
  new-enough: reopened >= 2024-01-01
"""
