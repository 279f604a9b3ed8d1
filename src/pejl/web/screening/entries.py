"""Assessments in the shapes that the API answers with: what may be shown now, and nothing beside it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from pejl.access.rights import SCREENING_DECIDE
from pejl.register.kept import NothingKnown
from pejl.screening.advice.policy import BadPolicy
from pejl.screening.advice.shapes import Advice, Kind, Reason
from pejl.screening.assessments.case import ScreeningCase
from pejl.screening.queries.cases import assessed, case_of, waiting
from pejl.screening.queries.numbers import person_with
from pejl.screening.services.assessing import NotAssessed, assess_person, shown
from pejl.screening.services.deciding import NoDecision, own
from pejl.web.access.bearers import holder
from pejl.web.access.look_forms import look_at
from pejl.web.access.readers import has, name_of
from pejl.web.casework.api_troubles import or_not_now
from pejl.web.problems import problem
from pejl.web.screening import shapes

NOBODY = "The register has no running sick leave with that number."
GONE = "This assessment is no longer the one that may be used. Ask for the sick leave to be assessed."
NOT_KNOWN = "There is no assessment of that id."
TWICE = "Each question is answered once."
NO_OWN = "This takes the right screening_decide: an own assessment is what a named person answers for."


@or_not_now
def assess(request: HttpRequest, asked: shapes.AssessmentAsked) -> shapes.AssessmentTold | HttpResponse:
    """Assess the sick leave that is asked for. The look at the person is in the log before anything is computed."""
    if asked.own and not has(request, SCREENING_DECIDE):
        return problem(403, NO_OWN)
    if len({each.kind for each in asked.own}) < len(asked.own):
        return problem(409, TWICE)
    try:
        person = asked.person or person_with(settings.HOME, asked.spell)
        if not person:
            return problem(404, NOBODY)
        look_at(request, [person])
        who = f"{asked.caseworker} ({name_of(request)})"
        made = assess_person(settings.HOME, person, who=who, spell=asked.spell)
        _hold(made.id, asked, case_of(settings.HOME, person, spell=made.spell), who)
        shown(settings.HOME, person, who=who, spell=made.spell, system=True)
        return _told(case_of(settings.HOME, person, spell=made.spell))
    except NothingKnown as reason:
        return problem(404, str(reason))
    except (BadPolicy, NotAssessed, NoDecision) as reason:
        return problem(409, str(reason))


@or_not_now
def again(request: HttpRequest, assessment_id: str) -> shapes.AssessmentTold | HttpResponse:
    """An assessment that was made, as long as it may be used."""
    found = assessed(assessment_id)
    if found is None or found.entry.emptied:
        return problem(404, NOT_KNOWN)
    look_at(request, [found.entry.person])
    try:
        case = case_of(settings.HOME, found.entry.person, spell=found.entry.spell)
    except NothingKnown as reason:
        return problem(404, str(reason))
    except BadPolicy as reason:
        return problem(409, str(reason))
    if case.assessment is None or case.assessment.id != assessment_id:
        return problem(410, GONE)
    try:
        asks = holder(request) is not None
        shown(settings.HOME, found.entry.person, who=name_of(request), spell=found.entry.spell, system=asks)
    except NotAssessed as reason:
        return problem(409, str(reason))
    return _told(case)


@or_not_now
def waiting_list() -> shapes.WaitingList | HttpResponse:
    """What waits, in all teams."""
    try:
        found = waiting(settings.HOME)
    except NothingKnown as reason:
        return problem(404, str(reason))
    return shapes.WaitingList(
        results=[
            shapes.WaitingTold(
                spell=each.spell,
                team=each.team,
                caseworker=each.caseworker,
                landmark=each.landmark,
                since=each.day,
                why=each.why,
                title=each.why.danish,
            )
            for each in found
        ]
    )


def _hold(assessment_id: str, asked: shapes.AssessmentAsked, case: ScreeningCase, who: str) -> None:
    """Write what the caseworker holds, once: asked again with the same, nothing more is written."""
    for each in asked.own:
        if each.kind not in case.own and not case.visible.get(each.kind):
            own(assessment_id, each.kind, each.says, who=who, why=each.why)


def _told(case: ScreeningCase) -> shapes.AssessmentTold | HttpResponse:
    made = case.assessment
    if made is None:
        return problem(410, GONE)
    advice = {each.kind: each for each in made.advice}
    return shapes.AssessmentTold(
        id=made.id,
        spell=made.spell,
        person=made.person,
        day=made.day,
        landmark=made.landmark,
        expires=made.expires,
        model=made.model,
        snapshot=made.snapshot,
        policy=made.policy,
        answered=made.answered,
        abstained=made.abstained if any(case.visible.values()) else "",
        advice=[_advice(kind, case, advice.get(kind)) for kind in Kind],
        asked=[_reason(each) for each in made.asked],
        missing=list(made.missing) if any(case.visible.values()) else [],
    )


def _advice(kind: Kind, case: ScreeningCase, advice: Advice | None) -> shapes.AdviceTold:
    told = advice if advice is not None and case.visible.get(kind) else None
    return shapes.AdviceTold(
        kind=kind,
        hidden=None if told else "withheld" if case.withheld else "own_first",
        says=told.says if told else None,
        sentence=told.sentence if told else None,
        weeks=told.weeks if told else None,
        chance=told.chance if told else None,
        low=told.low if told else None,
        high=told.high if told else None,
        usual=told.usual if told else None,
        reasons=[_reason(each) for each in told.reasons] if told else [],
        changes=[
            shapes.ChangeTold(feature=each.feature, sentence=each.sentence, chance=each.chance)
            for each in (told.changes if told else ())
        ],
        hindrances=[_reason(each) for each in told.hindrances] if told else [],
        needs_name=told.needs_name if told else False,
    )


def _reason(reason: Reason) -> shapes.ReasonTold:
    return shapes.ReasonTold(feature=reason.feature, sentence=reason.sentence, share=reason.share, cites=reason.cites)
