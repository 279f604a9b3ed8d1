"""One sick leave: the own assessment first, then the advice, and all that is done about it. The look is in the log
first, and each act shows the page anew, which is a look of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import purpose_named
from pejl.access.rights import SCREENING_DECIDE
from pejl.register.kept import NothingKnown
from pejl.screening.advice.policy import BadPolicy
from pejl.screening.advice.release import OPEN_DOOR
from pejl.screening.assessments.case import ScreeningCase
from pejl.screening.letters.letter import LetterKind
from pejl.screening.queries.cases import case_of
from pejl.screening.questionnaire.language import Language
from pejl.screening.services.assessing import NotAssessed, assess_person, shown
from pejl.web.access.look_forms import MISSING, look_at
from pejl.web.access.looking import PERSON, PSEUDONYM
from pejl.web.access.readers import has, name_of
from pejl.web.page.parts import asks_for_part
from pejl.web.screening.front_views import the_policy
from pejl.web.screening.keys import person_asked
from pejl.web.screening.shown import answers_of, entries_of, inputs_of, questions_of

INPUTS = "stands"
"""The part of the page that shows what went in, once an advice may be seen."""


@dataclass(frozen=True)
class Outcome:
    """What came of an act: what is told, what is wrong, and a link that is shown this once. `place` is the part of the
    page that was acted on, where it is said, so that who works with the keyboard stays there; "" is the top."""

    told: str = ""
    faulty: str = ""
    link: str = ""
    place: str = ""


def person(request: HttpRequest) -> HttpResponse:
    """What does this citizen need, and what does the advice say once one has said it oneself?"""
    pseudonym = asked(request)
    if not pseudonym:
        return HttpResponseRedirect(f"{reverse('screening')}?{MISSING}={PERSON}")
    look_at(request, [pseudonym])
    return page(request, pseudonym, Outcome())


def asked(request: HttpRequest) -> str:
    """The person whom the form names: by pseudonym, or by a key that the reader was shown; "" for nobody."""
    pseudonym = request.POST.get(PERSON, "").strip()
    return pseudonym if PSEUDONYM.match(pseudonym) else person_asked(request)


def page(request: HttpRequest, pseudonym: str, outcome: Outcome) -> HttpResponse:
    """The page, or the part of it that an act changes. The look must be written already."""
    if outcome.faulty and asks_for_part(request):
        return _refused(request, outcome)
    not_assessed, case = "", None
    try:
        not_assessed = _assessed(request, pseudonym)
        shown(settings.HOME, pseudonym, who=name_of(request))
        case = case_of(settings.HOME, pseudonym)
    except (NothingKnown, BadPolicy, NotAssessed) as nothing:
        not_assessed = str(nothing)
    if outcome.place == INPUTS and not (case and any(case.visible.values())):
        outcome = replace(outcome, place="")  # that part is not on the page, and what is wrong must be seen
    context = {
        "case": case,
        "pseudonym": pseudonym,
        "not_assessed": not_assessed,
        "purpose": purpose_named(request.POST.get("formaal", "")),
        "policy": the_policy(),
        "may_decide": has(request, SCREENING_DECIDE),
        "languages": list(Language),
        "letter_kinds": [each for each in LetterKind if each is not LetterKind.TRAENINGSDATA],
        "outcome": outcome,
        "told": outcome.told,
        "faulty": outcome.faulty,
        "open_door": OPEN_DOOR,
        "now": timezone.now(),
        "known_reader": True,
        "trail": [("Screening", reverse("screening"))],
        **(_of(case) if case else {}),
    }
    template = "screening/case.html" if asks_for_part(request) else "screening/person.html"
    return render(request, template, context, status=422 if outcome.faulty else 200)


def _refused(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """What is wrong, put where the act was, and nothing else: what was written in the page's forms stays there.

    htmx puts only answers of success into the page, so it is one.
    """
    context = {"outcome": outcome, "here": outcome.place, "faulty": outcome.faulty}
    response = render(request, "screening/said.html", context)
    response.headers["HX-Retarget"] = f"#sagt-{outcome.place}"
    response.headers["HX-Reswap"] = "outerHTML"
    return response


def _assessed(request: HttpRequest, pseudonym: str) -> str:
    """Assess the sick leave where no assessment holds; why it was not assessed, or ""."""
    try:
        assess_person(settings.HOME, pseudonym, who=name_of(request))
    except NotAssessed as reason:
        return str(reason)
    return ""


def _of(case: ScreeningCase) -> dict[str, object]:
    return {
        "questions": questions_of(case),
        "inputs": inputs_of(case),
        "answers": answers_of(case),
        "entries": entries_of(case),
        "stop": case.stop,
        "any_shown": any(case.visible.values()),
        "model_name": case.assessment.model.partition(":")[0] if case.assessment else "",
    }
