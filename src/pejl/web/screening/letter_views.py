"""A letter to the citizen, shown for the municipality's own letter system: Pejl knows no names and sends nothing."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import purpose_named
from pejl.register.kept import NothingKnown
from pejl.screening.advice.policy import BadPolicy
from pejl.screening.advice.shapes import Assessment
from pejl.screening.assessments.case import ScreeningCase
from pejl.screening.assessments.telling import EVENT_OF
from pejl.screening.letters.letter import LetterKind, Sender
from pejl.screening.letters.letters import NoLetter
from pejl.screening.letters.letters import letter as written
from pejl.screening.queries.cases import case_of
from pejl.screening.questionnaire.language import in_language
from pejl.screening.services.assessing import NotAssessed, shown
from pejl.web.access.look_forms import MISSING, look_at
from pejl.web.access.looking import PERSON
from pejl.web.access.readers import name_of
from pejl.web.screening.front_views import the_policy
from pejl.web.screening.person_views import Outcome, asked, page


def letter(request: HttpRequest) -> HttpResponse:
    """What is the citizen told, and in which words?"""
    pseudonym, word = asked(request), request.POST.get("brev", "")
    if not pseudonym:
        return HttpResponseRedirect(f"{reverse('screening')}?{MISSING}={PERSON}")
    if word not in set(LetterKind):
        raise Http404
    look_at(request, [pseudonym])
    kind, language = LetterKind(word), in_language(request.POST.get("sprog", ""))
    try:
        shown(settings.HOME, pseudonym, who=name_of(request))
        case = case_of(settings.HOME, pseudonym)
    except (NothingKnown, BadPolicy, NotAssessed):
        return page(request, pseudonym, Outcome())  # which says why
    try:
        told = written(
            kind,
            language=language,
            day=_day(case, kind),
            assessment=_seen(case),
            sender=_sender(),
            policy=the_policy(),
        )
    except NoLetter as none:
        return page(request, pseudonym, Outcome(faulty=str(none), place="letters"))
    context = {
        "letter": told,
        "kind": kind,
        "language": language,
        "lines": [paragraph.split("\n") for paragraph in told.paragraphs],
        "can_be_told": kind.value in EVENT_OF,
        "case": case,
        "pseudonym": pseudonym,
        "purpose": purpose_named(request.POST.get("formaal", "")),
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/letter.html", context)


def _seen(case: ScreeningCase) -> Assessment | None:
    """The assessment, where any of its advice may be shown; a letter tells no more than the page does."""
    return case.assessment if any(case.visible.values()) else None


def _day(case: ScreeningCase, kind: LetterKind) -> dt.date | None:
    """The day that the letter is about, where it is not an assessment."""
    if kind is LetterKind.INDSIGELSE:
        return timezone.localtime(case.objection.at).date() if case.objection else None
    return case.day


def _sender() -> Sender:
    """What the installation knows of the municipality; the rest is a blank in the letter."""
    contact = ", ".join(part for part in (settings.CONTACT_NAME, settings.CONTACT_EMAIL) if part)
    return Sender(municipality=settings.MUNICIPALITY, contact=contact)
