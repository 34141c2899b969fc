"""Text to measure with: articles of a folder, or the stories of the fixtures, every figure another one each time."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from checker.ingest import read

ROOT = Path(__file__).parents[2]
STORIES = ("bridge-collapse", "election-count", "istanbul-talks", "quarterly-results", "storm-ilse", "vaccine-trial")


def varied(size: int, seed: int = 1) -> str:
    """At least `size` characters of news, the same for the same seed; no sentence comes twice with the same figures."""
    pieces: list[str] = []
    length = 0
    for piece in _pieces(random.Random(seed)):
        pieces.append(piece)
        length += len(piece) + 2
        if length >= size:
            break
    return "\n\n".join(pieces)


def articles(folder: Path) -> list[str]:
    """The articles in the JSON Lines of a folder (`text`, or the texts of `docs`), in an order by chance that is always
    the same. A paragraph that another article has too, as wire reports do, is left out: nothing comes twice."""
    seen: set[str] = set()
    found = []
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            for text in [one["text"] for one in record.get("docs", [record]) if isinstance(one.get("text"), str)]:
                new = [part for part in text.split("\n") if part not in seen]
                seen.update(new)
                if len(text) >= _ARTICLE:
                    found.append("\n".join(new))
    random.Random(1).shuffle(found)
    return found


_ARTICLE = 800
"""Characters from which a text is an article and not an example of a sentence."""


def _pieces(chance: random.Random) -> Iterator[str]:
    texts = [document.text for story in STORIES for document in read([ROOT / "fixtures" / story]).documents]

    def other(match: re.Match[str]) -> str:
        digits = match[0]
        # Years stay years and no number gains a leading zero: the text must go on reading like news.
        if len(digits) == 4 and digits[:2] in {"19", "20"}:
            return f"20{chance.randint(10, 29)}"
        return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in digits[1:])

    while True:
        chance.shuffle(texts)
        for text in texts:
            yield re.sub(r"(?<![\d.,])\d+(?![\d.,]*\d)", other, text)
