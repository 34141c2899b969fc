"""What has no lines of its own is placed by its page or paragraph."""

import json
from pathlib import Path

from checker.annotate import annotate
from checker.ingest import read
from checker.report.mentions import lines, rows

SAMPLES = Path(__file__).parents[2] / "fixtures" / "formats"


def test_a_mention_says_on_which_page_or_in_which_paragraph_it_stands() -> None:
    places = {"sample.pdf": "page 2", "sample.docx": "paragraph 6", "sample.html": None}
    for name, place in places.items():
        (document,) = read([SAMPLES / name]).documents
        annotated = annotate(document)
        last = json.loads(list(lines(annotated))[-1])
        assert last.get("part") == place
        assert list(rows(annotated))[-1].startswith(f"  {place or '{line}:{column}'.format(**last)}")
