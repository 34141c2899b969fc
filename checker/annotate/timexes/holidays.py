"""Feasts and observances by name, and the days they fall on.

What follows the sun is a rule here; what follows the moon is looked up in the `holidays` library, which is imported
at the first such name.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from typing import Any

from checker.values.calendar import easter, nth_weekday, orthodox_easter, period

# One line a day: how it is found, then its names. `12-25` a fixed day; `11-4x4` the fourth Thursday of November;
# `5-1x-1` the last Monday of May; `E+39` so many days from Easter, `O` from the orthodox Easter; `+n` after a rule is
# so many days on; a day with its year is that one alone; a name with a point is a method of a lunar calendar; `..n` after a rule is a feast of n days.
_RULES = """
01-01 new year's day|new years day|new year day
12-31 new year's eve|new years eve
02-02 groundhog day
02-14 valentine's day|valentines day|valentine day|st. valentine's day
03-17 st. patrick's day|saint patrick's day|saint patricks day|st patrick's day|st patricks day|st paddy's day|saint patrick
03-08 international women's day
03-15 ides of march
04-01 april fools day|april fools' day|april fool's day
04-22 earth day
04-23 st george's day|st. george's day
05-01 may day|international workers' day|international workers day|workers' day
05-04 star wars day
05-05 cinco de mayo
05-09 victory day
05-09 rabindranath jayanti|rabindra jayanti
05-08 ve day|v-e day
06-06 d-day anniversary
1944-06-06 d-day
06-14 flag day
06-19 juneteenth
07-14 bastille day
08-15 vj day|assumption day|assumption of mary
10-31 halloween|hallowe'en|all hallows eve
11-01 all saints' day|all saints day|world vegan day
11-02 all souls' day|all souls day
11-05 guy fawkes day|bonfire night
11-11 veterans day|veterans' day|armistice day|remembrance day
12-24 christmas eve|xmas eve
12-25 christmas day|christmas|xmas|x-mas
12-26 boxing day|st. stephen's day
01-25 australia day+1|burns night
04-25 anzac day
01-06 epiphany
06-24 midsummer day
1-1x3 mlk day|martin luther king day|martin luther king's day|martin luther kings day|martin luther king jr. day|mlk jr. day
2-1x3 presidents day|presidents' day|president's day
5-7x2 mother's day|mothers day
6-7x3 father's day|fathers day
5-1x-1 memorial day
9-1x1 labor day|labour day
10-1x2 columbus day|indigenous peoples' day|indigenous peoples day
11-4x4 thanksgiving day|thanksgiving
11-4x4+1 black friday
11-4x4+4 cyber monday
11-1x1+1 election day
8-1x-1 summer bank holiday
10-16 boss's day|boss day|bosses day|boss's
E-47 mardi gras|shrove tuesday|pancake day|fat tuesday
E-46 ash wednesday
E-46..46 lent
E-7 palm sunday
E-3 maundy thursday|holy thursday|thu of mysteries|covenant thursday
E-2 good friday
E-1 holy saturday
E+0 easter sunday|easter day|easter
E+1 easter monday|easter mon
E+39 ascension day|ascension thursday
E+49 pentecost sunday|pentecost|whit sunday|whitsunday
E+50 whit monday|pentecost monday
E+56 trinity sunday
E+60 corpus christi
E-7..7 holy week
O+0 orthodox easter|orthodox easter sunday
O-2 orthodox good friday|orthodox great friday
O-48 clean monday|orthodox shrove monday
O-7 orthodox palm sunday
O-1 orthodox holy saturday
O+49 orthodox pentecost
parsi parsi new year|jamshedi navroz
king koningsdag|king's day
islamic.eid_al_fitr eid al-fitr|eid al fitr|eid ul-fitr|eid ul fitr|id ul-fitr|eid al-fitr's
islamic.eid_al_adha eid al-adha|eid al adha|eid ul-adha|eid ul adha|id ul-adha|bakr id|bakr-id|sacrifice feast
islamic.ramadan_beginning..30 ramadan
islamic.mawlid mawlid al-nabawi|mawlid an-nabi|mawlid|milad-un-nabi|prophet's birthday
islamic.laylat_al_qadr laylat al-qadr|night of power|night of measures
islamic.hijri_new_year islamic new year|hijri new year|muslim new year|amun jadid
islamic.ashura day of ashura|ashura
islamic.isra_and_miraj isra and mi'raj|the night journey|lailat al miraj
islamic.jumuatul_wida jumu'atul-wida|jamat ul-vida
hindu.diwali_india diwali|deepavali|lakshmi puja
hindu.diwali_india-2 dhanteras|dhanatrayodashi
hindu.diwali_india+2 bhai dooj|bhai duj
hindu.chhath_puja chhath|chhath puja
hindu.dussehra dussehra|dasara|vijayadashami
hindu.sharad_navratri..10 durga puja|navaratri|navratri
hindu.maha_ashtami-1 maha saptami
hindu.maha_ashtami maha ashtami
hindu.karwa_chauth karva chauth|karwa chauth
hindu.rath_yatra ratha-yatra|ratha yatra|rath yatra
hindu.mahavir_jayanti mahavir jayanti|mahavir janma kalyanak
hindu.pongal-1 bogi pandigai|bhogi pandigai|bhogi
hindu.pongal thai pongal|pongal|makara sankranthi
hindu.pongal+1 maattu pongal|mattu pongal
hindu.pongal+2 kaanum pongal|kanum pongal|kanni pongal
hindu.makar_sankranti makar sankranti|maghi
hindu.makar_sankranti-1 lohri
hindu.vaisakhi vaisakhi|vasakhi|baisakhi|vaisakhadi
hindu.onam onam|thiru onam|thiruvonam
hindu.basant_panchami vasant panchami|basant panchami
hindu.holi-1 holika dahan|kamudu pyre|chhoti holi
hindu.holi holi|dhulandi
hindu.janmashtami gokulashtami|janmashtami|krishna janmashtami
hindu.maha_shivaratri maha shivaratri|maha shivratri|shivaratri
hindu.ganesh_chaturthi ganesh chaturthi
hindu.raksha_bandhan raksha bandhan|rakhi
hindu.ram_navami rama navami|ram navami
hindu.gudi_padwa ugadi|yugadi|gudi padwa|chaitra sukhladi
hindu.guru_gobind_singh_jayanti guru gobind singh birthday|guru gobind singh jayanti
hindu.guru_nanak_jayanti guru nanak jayanti|guru nanak gurpurab
hindu.guru_ravidas_jayanti guru ravidas jayanti|guru ravidass jayanti|guru ravidas birthday
hindu.maharshi_valmiki_jayanti valmiki jayanti|maharishi valmiki jayanti|pargat diwas
hindu.buddha_purnima vesak|buddha purnima|buddha day
hindu.thaipusam thaipusam
hebrew.yom_kippur yom kippur
hebrew.rosh_hashanah-1..3 rosh hashanah|rosh hashana|jewish new year
hebrew.hanukkah..8 hanukkah|chanukah|hannukkah|hanukah
hebrew.passover..8 passover|pesach
hebrew.purim purim
hebrew.purim+1 shushan purim
hebrew.shavuot-1..3 shavuot
hebrew.sukkot..8 sukkot
hebrew.sukkot+7 shemini atzeret
hebrew.sukkot+8 simchat torah
hebrew.lag_baomer lag b'omer|lag baomer
hebrew.passover+12 yom hashoah|holocaust remembrance day
hebrew.tisha_bav tisha b'av
chinese.lunar_new_year chinese lunar new year's day|chinese lunar new year|chinese new year's day|chinese new year|chinese new years|lunar new year
chinese.mid_autumn mid-autumn festival
chinese.dragon_boat dragon boat festival
"""
_CALENDARS = {
    "islamic": ("holidays.calendars.islamic", "_IslamicLunar"),
    "hindu": ("holidays.calendars.hindu", "_HinduLunisolar"),
    "hebrew": ("holidays.calendars.hebrew", "_HebrewLunisolar"),
    "chinese": ("holidays.calendars.chinese", "_ChineseLunisolar"),
}
_RULE = re.compile(r"(?P<base>[a-z]+\.\w+|[A-Za-z]+|\d+-\d+(?:x-?\d)?)(?P<shift>[+-]\d+)?(?:\.\.(?P<days>\d+))?")
_PIECE = re.compile(r"(?:[a-z]\.){2,}|'s\b|[a-z]+|[^\sa-z]")


def _named() -> dict[tuple[str, ...], str]:
    named = {}
    for line in _RULES.split("\n"):
        rule, _, names = line.partition(" ")
        for name in names.split("|") if names else ():
            named[tuple(_PIECE.findall(name))] = rule
    return named


NAMES = _named()
_LENGTHS: dict[str, tuple[int, ...]] = {}
for _words in NAMES:
    _LENGTHS[_words[0]] = tuple(sorted({*_LENGTHS.get(_words[0], ()), len(_words)}, reverse=True))
FIRST = frozenset(_LENGTHS)
"""Words that a name may begin with."""
_BY_CUE: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = {}
for _words in NAMES:
    _cue = max(_words, key=len)
    _BY_CUE[_cue] = (*_BY_CUE.get(_cue, ()), (_words.index(_cue), _words))
CUES = frozenset(_BY_CUE)
"""The longest word of each name: it is the least common one."""


def apart(words: frozenset[str]) -> frozenset[str]:
    """The cues of the names that have none of these words: `christmas`, but no `mother` where `day` is looked for."""
    return frozenset(max(name, key=len) for name in NAMES if words.isdisjoint(name))


FIXED = {rule for rule in NAMES.values() if re.fullmatch(r"\d\d-\d\d", rule)}


CAPITAL = frozenset(("lent", "epiphany"))
"""Names that are common words where they have no capital."""


def match(words: list[str], i: int) -> tuple[str, int] | None:
    """The rule of the longest name at token i, and the token after it."""
    for size in _LENGTHS[words[i]]:
        rule = NAMES.get(tuple(words[i : i + size]))
        if rule is not None:
            return rule, i + size
    return None


def covers(words: list[str], i: int) -> bool:
    """Whether the cue at token i stands in its name: the world is no feast, World Environment Day is one."""
    return any(
        i >= before and tuple(words[i - before : i - before + len(name)]) == name for before, name in _BY_CUE[words[i]]
    )


@lru_cache(maxsize=1024)
def days(rule: str, year: int) -> tuple[date, date] | None:
    """First and last day of a feast in a year; None where no rule reaches that year."""
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    base = _base(found["base"], year)
    if base is None:
        return None
    first = base + timedelta(days=int(found["shift"] or 0))
    return first, first + timedelta(days=int(found["days"] or 1) - 1)


def _base(base: str, year: int) -> date | None:
    if base == "E":
        return easter(year)
    if base == "O":
        return orthodox_easter(year)
    if base == "parsi":  # every 365 days: the Shahanshahi calendar has no leap year
        return date(2018, 8, 17) + timedelta(days=365 * (year - 2018))
    if base == "king":
        day = date(year, 4, 27)
        return day - timedelta(days=1) if day.isoweekday() == 7 else day
    if base[0].isdigit():
        month, _, day_ = base.partition("-")
        if "x" not in day_:
            return date(year, int(month), int(day_))
        weekday, _, nth = day_.partition("x")
        return nth_weekday(period(f"{year:04}-{int(month):02}"), int(weekday), int(nth))
    calendar, _, feast = base.partition(".")
    module, name = _CALENDARS[calendar]
    moon = getattr(import_module(module), name)()
    given = getattr(moon, feast + ("_dates" if calendar == "islamic" else "_date"))(year)
    return next((day for day in _dates(given) if day.year == year), None)


def _dates(given: Any) -> list[date]:
    """The library gives a day, a day and whether it is an estimate, or several of either."""
    if isinstance(given, date):
        return [date(given.year, given.month, given.day)]
    if isinstance(given, tuple) and len(given) == 2 and isinstance(given[1], bool):
        return _dates(given[0])
    return sorted(day for one in given or () for day in _dates(one))
