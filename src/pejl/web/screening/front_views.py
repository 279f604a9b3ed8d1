"""The front page of screening: who waits for an assessment; and for everyone, what screening is and how it works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import Purpose
from pejl.access.rights import (
    CASEWORK_ALL_LISTS,
    SCREENING_COUNTS,
    SCREENING_LIST,
    SCREENING_LOG,
    SCREENING_MODELS,
)
from pejl.access.roles import roles_with
from pejl.register.kept import NothingKnown
from pejl.screening.advice.policy import BadPolicy, Policy, policy_of
from pejl.screening.advice.purpose import LIMITS, PURPOSE
from pejl.screening.assessments.waiting import Waiting, Why
from pejl.screening.features.declared import FEATURES
from pejl.screening.gate.queries import standing
from pejl.screening.landmarks import LANDMARKS, Exit
from pejl.screening.monitoring.queries import all_incidents
from pejl.screening.queries.cases import model_in_use, teams_of, waiting
from pejl.screening.queries.standing import stopped
from pejl.web.access.look_forms import MISSING
from pejl.web.access.readers import has
from pejl.web.casework.list_form import EVERYONE, OWN
from pejl.web.casework.reading import own_number
from pejl.web.screening.keys import key_of
from pejl.web.screening.waiting_form import WaitingForm

PER_PAGE = 50


@dataclass(frozen=True)
class ShownWaiting:
    """A row of the list, by a key that is good for its reader alone. No chance is known here."""

    waits: Waiting
    key: str


@dataclass(frozen=True)
class Way:
    """A reason to wait, with how many wait for it."""

    word: str
    count: int
    address: str
    chosen: bool


def front(request: HttpRequest) -> HttpResponse:
    """Who waits for an assessment, and since when?"""
    context: dict[str, object] = {
        "stop": stopped(),
        "known_reader": request.user.is_authenticated,
        "may_count": has(request, SCREENING_COUNTS),
        "may_log": has(request, SCREENING_LOG),
        "may_steer": has(request, SCREENING_MODELS),
    }
    if not has(request, SCREENING_LIST):
        context |= {**purpose(), "roles": roles_with(SCREENING_LIST)}
        return render(request, "screening/about.html", context)
    try:
        context |= _listed(request, WaitingForm.of(request.GET))
    except NothingKnown as nothing:
        context["nothing"] = str(nothing)
    return render(request, "screening/front.html", context)


def method(request: HttpRequest) -> HttpResponse:
    """How does it work, what does it see, and where are its limits?"""
    context = {
        **purpose(),
        "policy": the_policy(),
        "exits": list(Exit),
        "landmarks": LANDMARKS,
        "features": FEATURES,
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/method.html", context)


def purpose() -> dict[str, object]:
    """What screening is for, as everyone is told."""
    return {"stated_purpose": PURPOSE, "limits": LIMITS}


def the_policy() -> Policy:
    """The municipality's policy; the defaults where its file cannot be used, which stops assessments by itself."""
    try:
        return policy_of(settings.HOME)
    except BadPolicy:
        return Policy()


def _listed(request: HttpRequest, form: WaitingForm) -> dict[str, object]:
    """The rows of the page, in the order of the day since which they wait."""
    everything, own = has(request, CASEWORK_ALL_LISTS), own_number(request)
    if not everything and not own:
        return {"no_number": True}
    mine = form.only_own(own)
    may_see = waiting(settings.HOME, teams=None if everything else teams_of(settings.HOME, own))
    found = [each for each in may_see if each.caseworker == own] if mine else may_see
    rows = [each for each in found if not form.why or each.why.value == form.why]
    first = (form.page - 1) * PER_PAGE
    return {
        "everything": everything,
        "own": own,
        "mine": mine,
        "mine_address": form.address(whose=OWN),
        "everyone_address": form.address(whose=EVERYONE),
        "form": form,
        "model": model_in_use(settings.HOME),
        "standing": standing(settings.HOME),
        "overdue": [each for each in all_incidents() if each.overdue(timezone.localdate())],
        "missing": MISSING in request.GET,
        "ways": _ways(found, form),
        "rows": [ShownWaiting(each, key_of(request, each.person)) for each in rows[first : first + PER_PAGE]],
        "total": len(rows),
        "first_page": form.address(),
        "purposes": list(Purpose),
        "usual_purpose": Purpose.CASEWORK,
        **form.leafing(-(-len(rows) // PER_PAGE)),
    }


def _ways(found: Sequence[Waiting], form: WaitingForm) -> list[Way]:
    """The reasons for which anybody waits; none where all wait for the same."""
    counts = Counter(each.why for each in found)
    ways = [Way(why.danish, counts[why], form.address(why=why.value), form.why == why) for why in Why if counts[why]]
    everyone = Way("Alle", len(found), form.address(why=""), not form.why)
    return [everyone, *ways] if len(ways) > 1 else []
