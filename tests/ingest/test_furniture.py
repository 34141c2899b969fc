"""What is no article, and what looks like it and is one: rows of one page each, `-` before each line to be left out."""

import pytest

from checker.ingest import from_text

PAGES = {
    "share bar": """
- Share and Follow
The bridge fell at 6 a.m., police said.
""",
    "share counts": """
- 1.2K shares
- 34 comments
- Share 120 Tweet
The bridge fell at 6 a.m., police said.
""",
    "networks": """
- Facebook | Twitter | WhatsApp | Email
The bridge fell at 6 a.m., police said.
""",
    "links below a heading": """
The bridge fell at 6 a.m., police said.

- More on Infrastructure
- Four dead as tunnel floods in Norby
- Toll rises 20% from May 1

Engineers had warned of cracks in 2019 already.
""",
    "links to the end": """
The bridge fell at 6 a.m., police said.

- Most read
- Ten things to do in Norby in 2025
- 3,000 march for lower rents
""",
    "links as a list": """
The bridge fell at 6 a.m., police said.

- • Share
- • Related: Council put off 3 repairs in 2022
""",
    "a link in a line": """
The bridge fell at 6 a.m., police said.
- RELATED: Bridge closed for 14 days in 2021
- Read more: Council spends $3 million on paint
Engineers had warned of cracks.
""",
    "back issues": """
The bridge fell at 6 a.m., police said.

- Latest Magazine

- VOL. 3, No. 4, Apr.04, 2025 (Spring) Editor: A. Rana
- Vol. 3, No. 3, Mar.21, 2025 (Spring) Editor: A. Rana
- Issue 212, March 2, 2025
""",
    "caption with its agency": """
The bridge fell at 6 a.m., police said.

- Divers search the river below the bridge, where 12 cars went down (Ana Brandt/AP)

- The bridge in 2019. (AP Photo/Ana Brandt)

- A crane lifts one of 12 cars on Monday, June 2, 2025. (Photo: Ana Brandt, Norby Post)
""",
    "caption repeated": """
Divers search the river below the fallen bridge

The bridge fell at 6 a.m., police said.

- Divers search the river below the fallen bridge
""",
    "date marker": """
-date 2025-06-04 |The bridge fell at 6 a.m., police said.
""",
    "date line": """
Bridge falls

- June 3, 2025, 8:08 a.m.

The bridge fell on May 30.
""",
    "byline with a date": """
- By Ana Brandt | June 3, 2025
The bridge fell on May 30.
""",
    "byline and update": """
- by: Ana Brandt Updated: Jun 3, 2025 - 2:18 PM
The bridge fell on May 30.
""",
    "byline": """
- By Ana Brandt and Joe Kim
The bridge fell on May 30.
""",
    "published and updated": """
- Published: 3 June 2025, 14:10 BST
- Last updated on 4 June 2025
The bridge fell on May 30.
""",
    "updated at an hour": """
- Updated 2:30 p.m. ET
The bridge fell on May 30.
""",
    "in print": """
The bridge fell on May 30.
- A version of this article appears in print on June 4, 2025, Section A, Page 1.
""",
    "dateline": """
-NORBY, May 31, 2025 (Reuters) - |The bridge fell on May 30.
""",
    "reading time": """
- 4 min read
- Estimated reading time: 4 minutes
The bridge fell at 6 a.m., police said.
""",
    "paywall": """
The bridge fell at 6 a.m., police said.
- You have 2 free articles remaining this month.
- Get 3 months for just $1 a week
- Already a subscriber? Log in
""",
    "newsletter": """
- Sign up for our newsletter and get 5 stories every day at 7 a.m.
The bridge fell at 6 a.m., police said.
""",
    "cookies": """
- We use cookies and share data with 846 partners.
- Accept all
The bridge fell at 6 a.m., police said.
""",
    "copyright": """
The bridge fell at 6 a.m., police said.
- © 2025 Norby Post
- Copyright 2025 The Norby Post. All rights reserved.
""",
    "source": """
The bridge fell at 6 a.m., police said.
- Source: https://example.com/2025/06/03/bridge
""",
    "bare address": """
- https://example.com/2025/06/03/bridge-12-cars
The bridge fell at 6 a.m., police said.
""",
    "page number": """
The bridge fell at 6 a.m., police said.
- Page 1 of 4
- Slide 3 of 20
""",
    "embedded post": """
"Crossed it an hour ago, 40 people on it!"
- — Ana Brandt (@anabrandt) May 30, 2025
The bridge fell at 6 a.m., police said.
""",
    "list of films": """
- 1:05 Ana Brandt on the day the bridge fell
- 0:42 Four things to know about the ferry
- 2:10 Mayor speaks at the river
The bridge fell at 6 a.m., police said.
""",
    "agency without brackets": """
The bridge fell at 6 a.m., police said.
- A crane lifts one of 12 cars on Monday, June 2, 2025. REUTERS/Ana Brandt
""",
    "correction": """
The bridge fell at 6 a.m., police said.
- Correction: June 5, 2025
""",
    "advertisement": """
The bridge fell at 6 a.m., police said.
- Advertisement
- Story continues below
- Scroll down for video
Engineers had warned of cracks.
""",
    "breadcrumbs": """
- Home > News > Norby
The bridge fell at 6 a.m., police said.
""",
    "tags": """
The bridge fell at 6 a.m., police said.
- Tags: bridge, norby, 2025
- Filed under: Norby
""",
    "credits": """
The bridge fell at 6 a.m., police said.
- (Reporting by Ana Brandt and Joe Kim; Editing by Lee Park)
""",
    "broadcaster's tail": """
The bridge fell at 6 a.m., police said.
- For the latest from Norby News, and .
- Read more
""",
    "hours ago": """
- Published 3 hours ago
- 5 minutes ago
The bridge fell at 6 a.m., police said.
""",
    # From here on, twins that are article.
    "shares of a company": """
Share prices rose 5%.
Shares in Norby Steel fell 3% to $12.
""",
    "by Friday": """
By Friday
By Friday, 20 people had been found.
""",
    "updated guidance": """
Updated guidance puts profit at $5 million.
""",
    "related industries": """
Related industries grew by 5% in 2024.
""",
    "more on sentences": """
More on defence would be spent in 2026, the minister said.
""",
    "more as a verb": """
The ministry said that it would spend
more on roads in 2026
than in any year since 1999.
""",
    "the latest": """
The latest figures show 40 dead.
The latest talks ended on May 16.
""",
    "follow the steps": """
Follow the 3 steps on page 12.
Subscribe 2 users at most.
""",
    "figure in brackets": """
He drove at 55 miles an hour (88 km/h)
The share was 40% (Reuters/Ipsos poll of 1,200 adults)
""",
    "copyright law": """
Copyright claims rose to 4,000 in 2024.
""",
    "source of a quote": """
Source: Norby Statistics Office, 2024 report, 12 of 40 bridges.
""",
    "published in prose": """
The report, published on June 3, 2025, lists 12 bridges.
""",
    "chronology": """
The fall of a bridge

March 3, 2024

Cracks are seen in 2 piers.

May 1, 2024

The bridge closes for 4 days.

May 30, 2025

It falls, and 12 cars with it.
""",
    "the hours of a day": """
05:50 A crack is heard
06:40 The bridge falls
09:15 Divers find 3 cars
""",
    "ratio with a slash": """
Readers split 50/50
The ferry is run by Norby Lines/Vell
""",
    "a list with figures": """
What is known:

- 12 cars
- 4 lorries
""".replace("- ", "• "),
    "repeated sentence": """
The bridge fell at 6 a.m.

The bridge fell at 6 a.m.
""",
    "a manual": """
Get 2 metres of cable ready.
Start 3 days before the test.
Save the settings after 10 seconds.
Log in to the router with the 4-digit code.
Enlarge the hole to 12 mm.
""",
    "wrapped text": """
The operator of the bridge, which took over in 1999, said it would
share on average 40% of its income with the town, and would make
more from tolls in 2026
than it had in 2025.
""",
}


def expected_spans(page: str) -> tuple[str, list[str]]:
    """The page as it is read, and the pieces that must be left out."""
    lines, out = [], []
    for line in page.strip().split("\n"):
        if line.startswith("-") and "|" in line and not line.startswith("- "):
            marked, rest = line[1:].split("|", 1)
            lines.append(marked + rest)
            out.append(marked)
        elif line.startswith("- "):
            lines.append(line[2:])
            out.append(line[2:])
        else:
            lines.append(line)
    return "\n".join(lines), out


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    text, expected = expected_spans(PAGES[name])
    document = from_text(text)
    found = [line.strip() for start, end in document.furniture for line in text[start:end].split("\n") if line.strip()]
    assert found == [line.strip() for line in expected]
