"""A wrong value behind an assessment: marked, taken for what it should be, and assessed again. The citizen is told.

The register is mended by its source. Until that is delivered, what was corrected holds for this sick leave.
"""

from __future__ import annotations

from django.conf import settings

from pejl.calendar.written_words import one_line
from pejl.screening.advice.shapes import Assessment
from pejl.screening.assessments.correctable import NotThat, value_of
from pejl.screening.assessments.events import Event
from pejl.screening.queries.cases import assessed
from pejl.screening.services import chain
from pejl.screening.services.assessing import NotAssessed, assess_person
from pejl.screening.services.chain import Unsigned

__all__ = ["NoCorrection", "Unsigned", "corrected"]


class NoCorrection(ValueError):
    """A correction that cannot be made. `str()` says why, in Danish."""


def corrected(assessment_id: str, feature: str, value: str, *, who: str, why: str) -> Assessment | None:
    """Write that a value was wrong and what it is (a word of the feature, a number as Danes write it, "": not known).

    The sick leave is assessed again; None where it cannot be now. Raises `NoCorrection` and `Unsigned`.
    """
    known = assessed(assessment_id)
    if known is None:
        raise NoCorrection("Der er ingen vurdering med det nummer.")
    inputs, reason = known.assessment.inputs, one_line(why)
    if feature not in inputs:
        raise NoCorrection("Den oplysning indgår ikke i vurderingen.")
    if not reason:
        raise NoCorrection("Skriv, hvor den rigtige oplysning kommer fra.")
    try:
        right = value_of(feature, value)
    except NotThat as trouble:
        raise NoCorrection(str(trouble)) from trouble
    if right == inputs[feature]:
        raise NoCorrection("Det er den oplysning, der er regnet med. Der er intet at rette.")
    entry = known.entry
    detail = {"feature": feature, "was": inputs[feature], "value": right, "why": reason}
    where = {"person": entry.person, "spell": entry.spell, "about": assessment_id}
    chain.append(Event.RETTET, who=who, detail=detail, **where)
    try:
        return assess_person(settings.HOME, entry.person, who=who, spell=entry.spell)
    except NotAssessed:
        return None
