"""Words for people and bodies that are no names."""

from __future__ import annotations

TITLES = frozenset(
    """mr mrs ms miss dr sir lady lord rev sgt lt cpl col gen capt captain sergeant lieutenant detective deputy officer chief
    sheriff mayor judge president minister senator governor professor prof coach pastor father sister brother officer
    trooper agent director inspector constable""".split()
)
"""What stands before a name and is no part of it."""

ROLES = frozenset(
    """man woman boy girl child teen teenager toddler infant baby kid youth adult person male female student pupil resident
    native driver passenger pedestrian cyclist motorcyclist worker employee teacher nurse victim suspect gunman shooter
    felon""".split()
)
"""What a description calls somebody: `a 19-year-old student`."""

PERSONS = ROLES | frozenset(
    """mother father son daughter brother sister grandmother grandfather wife husband men women boys girls children teens
    teenagers students residents drivers workers victims suspects brothers sisters""".split()
)
"""The same with words for relatives, and for several."""

INSTITUTIONS = frozenset(
    """police department office court prosecutor prosecutors attorney coroner commissioner county city state district high
    school university college hospital center centre church ministry company news spokesman spokeswoman commander major
    superintendent magistrate councilman councilwoman representative street avenue road drive park""".split()
)
"""What stands in the names of bodies and places, or before those who speak for them."""
