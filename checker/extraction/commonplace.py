"""Words that say nothing of what a sentence is about."""

from __future__ import annotations

COMMONPLACE = frozenset(
    """a an the and or but nor so yet if then than that this these those there here of in on at to from by for with about
    around over under above below into onto off up down out through during before after since until between among against
    within without near per via as like is are was were be been being am has have had having do does did done will would
    can could may might must shall should not no it its he him his she her hers they them their theirs we us our you your i
    me my who whom whose which what when where why how also just only very too more most less least much many some any all
    each every both either neither other another such same own few several nearly almost roughly some said says say saying
    told according added mr mrs ms dr yesterday today tomorrow now still even again once because while although though
    whether across along behind beside beneath beyond toward towards upon despite amid among versus onto average local""".split()
)
