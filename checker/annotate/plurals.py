"""Whether a word looks like a plural, and what its singular is; by its ending, with the exceptions that matter."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "wolves": "wolf", "halves": "half", "thieves": "thief", "shelves": "shelf", "loaves": "loaf",
    "calves": "calf", "selves": "self", "criteria": "criterion", "phenomena": "phenomenon", "alumni": "alumnus",
    "bacteria": "bacterium", "cacti": "cactus", "fungi": "fungus", "crises": "crisis", "analyses": "analysis",
    "bases": "base", "theses": "thesis", "oases": "oasis", "buses": "bus", "gases": "gas", "viruses": "virus",
    "campuses": "campus", "bonuses": "bonus", "statuses": "status", "atlases": "atlas", "axes": "axe",
    "shoes": "shoe", "movies": "movie", "cookies": "cookie", "zombies": "zombie", "ties": "tie", "pies": "pie",
    "others": "other", "calories": "calorie", "rookies": "rookie", "selfies": "selfie", "sorties": "sortie", "hippies": "hippie", "junkies": "junkie", "dice": "die", "lice": "louse",
    "syllabi": "syllabus", "stimuli": "stimulus", "nuclei": "nucleus", "pence": "penny", "caches": "cache",
    "headaches": "headache", "ppl": "person", "pts": "point", "avalanches": "avalanche", "aliases": "alias", "biases": "bias", "canvases": "canvas", "axles": "axle", "clothes": "clothes", "drones": "drone",
}  # fmt: skip
SAME = frozenset(
    "aircraft spacecraft hovercraft personnel dead wounded injured missing killed deceased police cattle deer sheep fish "
    "species series staff crew troops offspring salmon trout cod moose bison swine poultry elderly homeless unemployed "
    "detained arrested hurt sick poor faithful percent warcraft watercraft helicopter-borne headquarters barracks "
    "crossroads gallows means works evacuated displaced infected dead/injured hospitalized hospitalised disabled Chinese "
    "japanese chinese vietnamese portuguese swiss lebanese taiwanese sudanese burmese congolese senegalese maltese youth "
    "military infantry cavalry folk kin vermin hertz rpm".split()
)
"""Plurals that are written like their singular, and participles that stand for people."""

_HEADS_NOT = frozenset(
    "olds ones news times us is was has does this its as plus perhaps always ours theirs yours his hers yes".split()
)


@lru_cache(maxsize=8192)
def plural(word: str) -> bool:
    """The word looks like a plural noun."""
    if word in _IRREGULAR or word in SAME:
        return True
    if word in _HEADS_NOT or len(word) < 4:
        return False
    if word.endswith("s"):
        return not word.endswith(("ss", "us", "is", "ous", "'s"))
    return word.endswith(("men", "women", "children", "people", "feet")) and word not in (
        "amen",
        "omen",
        "specimen",
        "regimen",
    )


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """`refugees` -> `refugee`, `policemen` -> `policeman`, `bodies` -> `body`."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in SAME:
        return word
    for end in ("women", "men", "children", "people"):
        if word.endswith(end) and word not in ("specimen", "regimen"):
            return word[: -len(end)] + _IRREGULAR[end]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
