"""Five sources on an invented ferry accident, and what a report shows of them beside their assertions."""

from __future__ import annotations

from itertools import accumulate

from checker.model.comparison import Assertion
from checker.model.document import Document
from checker.model.page import Mark, NearMiss, Page, RuleText
from checker.model.rule import Example

PACK = "ferry"

HERALD, WIRE, RADIO, POST, BLOG = (
    "ferry/harbour-herald.txt",
    "ferry/northwire.md",
    "ferry/radio-skerry.txt",
    "ferry/evening-post.txt",
    "ferry/island-notes.txt",
)

TEXTS = {
    HERALD: (
        "Ferry Marrow Star aground off Skerry Point\n\n"
        "The Marrow Star struck the reef on October 3 with 212 people on board. "
        "Rescuers brought 47 passengers to hospital. "
        "The evacuation took just under three hours. "
        "The ship had been carrying about 1,900 tonnes of freight. "
        "Owners put the damage at $18 million, of which insurers cover $11 million. "
        "An inquiry is set to open on November 10.\n"
    ),
    WIRE: (
        "# All safe after Skerry grounding\n\n"
        "All 212 people aboard the ferry Marrow Star were taken off after it ran onto rocks on October 3. "
        "Hospitals admitted 47 passengers, most with cold. "
        "The ferry entered service in 1994, 31 years ago. "
        "Lifeboats needed nearly three hours to empty the ship. "
        "Uninsured losses stand at $7 million.\n"
    ),
    RADIO: (
        "Good evening, here is Radio Skerry.\n\n"
        "It was on Saturday night that our ferry hit the reef. "
        "We count 63 neighbours in hospital beds tonight. "
        "Nobody here will forget the two or three hours <script>alert(1)</script> it took to clear the decks. "
        "The captain says she slowed to 6 knots; the harbour master says 11 knots.\n"
    ),
    POST: (
        "Marrow Star: what we know\n\n"
        "The ferry grounded on Saturday, October 4, a police log shows. "
        "A total of 212 passengers and crew were counted off. "
        "By Sunday 2,100 litres of oil had been pumped from the sea. "
        "Freight on board came to 1,870 tonnes. "
        "The inquiry opened on November 12.\n"
    ),
    BLOG: (
        "Notes from the island\n\n"
        "They got everyone off in less than three hours. "
        "On Friday the reef claimed its ship. "
        "More than 4,800 litres of oil have been pumped out by now. "
        "She is a ship of the early nineties. "
        "The crossing, 26 miles (42 km), is the longest of the line; the winter one, 26 miles (48 km), is not.\n"
    ),
}

DOCUMENTS = (
    Document(HERALD, TEXTS[HERALD], HERALD, "", "2025-10-05", "text", "Ferry Marrow Star aground off Skerry Point",
             "Harbour Herald"),
    Document(WIRE, TEXTS[WIRE], WIRE, "", "2025-10-06", "metadata", "All safe after Skerry grounding", "Northwire",
             "https://example.org/2025/10/06/skerry"),
    Document(RADIO, TEXTS[RADIO], RADIO, "", "2025-10-05", "filename", 'Evening bulletin "><img src=x onerror=alert(1)>', "Radio Skerry"),
    Document(POST, TEXTS[POST], POST, "", "2025-11-13", "option", "Marrow Star: what we know", "Evening Post"),
    Document(BLOG, TEXTS[BLOG], BLOG, "", None, None, "Notes from the island", None),
)  # fmt: skip


def lines(text: str) -> tuple[int, ...]:
    return tuple(accumulate((len(line) for line in text.splitlines(keepends=True)), initial=0))[:-1]


UNCLAIMED = {
    RADIO: (("two or three", "2–3"),),
    WIRE: (("1994", "1994"), ("31 years ago", "31 years")),
    POST: (("Sunday", "Nov 9, 2025"),),
}
"""Values that no rule of the sample takes, but for two that lie under what one takes."""

MISSES = {
    WIRE: NearMiss("ferry/in-hospital", TEXTS[WIRE].index("All 212"), TEXTS[WIRE].index(" Hospitals"),
                   "in hospital ... {count <people>}", "212 people aboard the ferry", "`in hospital` is missing",
                   "if the text says it with `aboard`, allow that: `(in hospital|aboard)`"),
    POST: NearMiss("ferry/oil", TEXTS[POST].index("Freight on"), TEXTS[POST].index(" The inquiry"), "find",
                   "came to", "“1,870 tonnes” does not fit: another unit than the rule asks for"),
}  # fmt: skip

RULES = (
    RuleText(f"{PACK}/in-hospital", "Passengers taken to hospital", "ferry/ferry.yaml:4:3",
             ("value  count, of <people>", "match  in hospital ... {count <people>}", "not    discharged"),
             (Example("a round figure <and> an exact one", ("About 50 were in hospital.", "In hospital lay 47 people."),
                      (None, None), "consistent"),
              Example("two figures", ("In hospital lay 47 people.", "In hospital lay 63 people."), (None, None),
                      "conflicting"))),
    RuleText(f"{PACK}/oil", "Oil pumped from the sea", "ferry/ferry.yaml:19:3", ("value  quantity, in litre",)),
    RuleText(f"{PACK}/parts", "Insured and uninsured parts make up the damage", "ferry/ferry.yaml:40:3",
             ("holds  insured + uninsured ~ damage",)),
)  # fmt: skip


def pages(assertions: list[Assertion]) -> tuple[Page, ...]:
    made = []
    for each in DOCUMENTS:
        marks = [Mark(one.start, one.end, one.kind, one.label) for one in assertions if one.document == each.id]
        free = [(each.text.index(words), words, allows) for words, allows in UNCLAIMED.get(each.id, ())]
        marks += [Mark(at, at + len(words), "number", allows) for at, words, allows in free]
        misses = (MISSES[each.id],) if each.id in MISSES else ()
        made.append(Page(each.id, tuple(sorted(marks)), misses))
    return tuple(made)
