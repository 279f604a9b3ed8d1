"""What a caseworker does about a sick leave: each act in the reader's name, and the page shown anew after it.

The page is sent back at once and not by another address: a person stands in no address. With htmx it is the part of the
page that changed. Every answer shows the person, so each is a look, which is in the log before the act is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from pejl.calendar.days import danish_day
from pejl.calendar.rows import in_a_row
from pejl.register.kept import NothingKnown
from pejl.screening.advice.policy import BadPolicy
from pejl.screening.advice.shapes import Kind, Says
from pejl.screening.queries.cases import assessed, case_of
from pejl.screening.services import correcting, deciding, questionnaires, standing, telling
from pejl.web.access.look_forms import MISSING, look_at
from pejl.web.access.looking import PERSON
from pejl.web.access.readers import name_of
from pejl.web.base_address import base_address
from pejl.web.screening.person_views import INPUTS, Outcome, asked, page

LONGEST = 1000
NOT_KNOWN = "-"
"""What a form sends for a value that nobody knows: an empty choice is none yet."""
NO_CHOICE = "Vælg et af svarene først."
VALUES_LATER = "Skriv din egen vurdering først. Derefter vises oplysningerne, og de kan rettes."
OF_SOMEBODY_ELSE = "Vurderingen i formularen er en anden borgers. Intet er gjort; åbn forløbet igen."

Done = Callable[[HttpRequest, str], Outcome]

_REFUSALS = (
    correcting.NoCorrection,
    deciding.NoDecision,
    questionnaires.NoLink,
    standing.AlreadySo,
    standing.Unsigned,
    telling.NotTold,
)


def act(request: HttpRequest) -> HttpResponse:
    """Do it, and show the sick leave as it stands now."""
    done, pseudonym = ACTS.get(request.POST.get("handling", "")), asked(request)
    if done is None:
        raise Http404
    if not pseudonym:
        return HttpResponseRedirect(f"{reverse('screening')}?{MISSING}={PERSON}")
    look_at(request, [pseudonym])
    try:
        outcome = done(request, pseudonym)
    except (*_REFUSALS, NothingKnown, BadPolicy) as refused:
        outcome = Outcome(faulty=str(refused))
    return page(request, pseudonym, replace(outcome, place=_place(request)))


def _place(request: HttpRequest) -> str:
    """The part of the page that the act belongs to: the question, or that of the act itself."""
    kind = request.POST.get("raad", "")
    return kind if kind in set(Kind) else PLACES.get(request.POST["handling"], "")


def _own(request: HttpRequest, person: str) -> Outcome:
    kind = _kind(request)
    deciding.own(_assessment(request, person), kind, _says(request), who=name_of(request), why=_why(request))
    return Outcome("Din vurdering er gemt")


def _follow(request: HttpRequest, person: str) -> Outcome:
    deciding.follow(_assessment(request, person), _kind(request), **_because(request))
    return Outcome("Beslutningen er gemt: rådet følges")


def _deviate(request: HttpRequest, person: str) -> Outcome:
    deciding.deviate(_assessment(request, person), _kind(request), _says(request), **_because(request))
    return Outcome("Beslutningen er gemt: rådet fraviges")


def _release(request: HttpRequest, person: str) -> Outcome:
    days = deciding.release(_assessment(request, person), **_because(request))
    return Outcome(f"Borgeren er sluppet. Der ses efter igen {in_a_row([danish_day(day) for day in days])}")


def _recheck(request: HttpRequest, person: str) -> Outcome:
    deciding.recheck(person, _sick_leave(person), _says(request), **_because(request))
    return Outcome("Det er skrevet, at der er set efter igen")


def _correct(request: HttpRequest, person: str) -> Outcome:
    value = request.POST.get("vaerdi", "")[:LONGEST]
    if not value.strip():
        raise correcting.NoCorrection("Skriv eller vælg den rigtige værdi, eller at den ikke er kendt.")
    right = "" if value == NOT_KNOWN else value
    about, feature = _assessment(request, person), request.POST.get("oplysning", "")[:LONGEST]
    case = case_of(settings.HOME, person)
    if case.assessment and not case.withheld and not any(case.visible.values()):
        raise correcting.NoCorrection(VALUES_LATER)
    again = correcting.corrected(about, feature, right, who=name_of(request), why=_why(request))
    return Outcome("Oplysningen er rettet" + (", og der er regnet om" if again else "") + ". Borgeren skal have besked")


def _ask(request: HttpRequest, person: str) -> Outcome:
    spell = _sick_leave(person)
    if not spell:
        raise questionnaires.NoLink("Der er intet sygeforløb i gang at spørge om.")
    language = request.POST.get("sprog", "")
    if not language:
        raise questionnaires.NoLink("Vælg sproget først.")
    token = questionnaires.send(person, spell, who=name_of(request), language=language)
    return Outcome(link=f"{base_address(request)}{reverse('screening-questions', args=[token])}")


def _object(request: HttpRequest, person: str) -> Outcome:
    standing.object(person, who=name_of(request), why=_why(request))
    return Outcome("Indsigelsen er skrevet. Der regnes ikke mere på forløbet")


def _withdraw_objection(request: HttpRequest, person: str) -> Outcome:
    standing.withdraw_objection(person, who=name_of(request), why=_why(request))
    return Outcome("Det er skrevet, at indsigelsen er trukket tilbage")


def _told(request: HttpRequest, person: str) -> Outcome:
    letter = request.POST.get("brev", "")[:LONGEST]
    telling.told(person, letter, who=name_of(request), assessment_id=_assessment(request, person) or None)
    return Outcome("Det er skrevet, at brevet er sendt")


ACTS: Mapping[str, Done] = MappingProxyType(
    {
        "egen": _own,
        "foelg": _follow,
        "fravig": _deviate,
        "slip": _release,
        "gentjek": _recheck,
        "ret": _correct,
        "spoerg": _ask,
        "indsigelse": _object,
        "indsigelse_trukket": _withdraw_objection,
        "fortalt": _told,
    }
)
"""What a form may ask for."""
PLACES = MappingProxyType(
    {
        "gentjek": "release",
        "ret": INPUTS,
        "spoerg": "asked",
        "indsigelse": "objection",
        "indsigelse_trukket": "objection",
        "fortalt": "letters",
    }
)
"""Where on the page an act stands that is not about one of the questions."""


def _assessment(request: HttpRequest, person: str) -> str:
    """The assessment that the form names. It is the person's whose look is in the log, or nothing is done with it."""
    named = request.POST.get("vurdering", "")[:LONGEST]
    found = assessed(named)
    if found is not None and found.entry.person != person:
        raise deciding.NoDecision(OF_SOMEBODY_ELSE)
    return named


def _kind(request: HttpRequest) -> Kind:
    word = request.POST.get("raad", "")
    if word not in set(Kind):
        raise Http404
    return Kind(word)


def _says(request: HttpRequest) -> Says:
    word = request.POST.get("siger", "")
    if word not in set(Says):
        raise deciding.NoDecision(NO_CHOICE)
    return Says(word)


def _because(request: HttpRequest) -> dict[str, str]:
    reason = request.POST.get("grund", "")[:LONGEST]
    return {"who": name_of(request), "why": _why(request), "reason": reason}


def _why(request: HttpRequest) -> str:
    return request.POST.get("hvorfor", "")[:LONGEST]


def _sick_leave(person: str) -> str:
    """The number of the sick leave that the page is about; "" where none runs."""
    leave = case_of(settings.HOME, person).sick_leave
    return leave.spell if leave else ""
