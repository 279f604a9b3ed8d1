"""Signing for a model, taking it in use and out of it, and the stop switch: each an act with a name and a reason."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from pejl.acts.services import Unsigned
from pejl.screening.gate import services
from pejl.screening.gate.minimums import NoMinimums
from pejl.screening.gate.on_disk import NoModel
from pejl.screening.gate.queries import models, standing
from pejl.screening.gate.state import Step
from pejl.screening.queries.standing import stopped
from pejl.screening.services import standing as switch
from pejl.web.access.readers import name_of

LONGEST = 1000
NO_REASON = "Skriv, hvorfor. Det står sammen med dit navn."
TOLD = {
    "skriv_under": "Du har skrevet under på modellen",
    "tag_i_brug": "Modellen er taget i brug",
    "suspender": "Modellen er taget ud af brug",
    "stop": "Screeningen er stoppet",
    "start": "Screeningen er startet igen",
}
"""What can be done, and what is said when it is."""


def steering(request: HttpRequest) -> HttpResponse:
    """Which model is in use, which could be, and is the screening running?"""
    return _page(request, told=TOLD.get(request.GET.get("gjort", ""), ""))


def steer(request: HttpRequest) -> HttpResponse:
    """Do it, in the reader's name."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("screening-steering"))
    what, why = request.POST.get("handling", ""), request.POST.get("hvorfor", "")[:LONGEST].strip()
    if what not in _DONE:
        raise Http404
    if not why:
        return _page(request, faulty=NO_REASON, status=422)
    try:
        _DONE[what](request.POST.get("model", ""), name_of(request), why)
    except (services.Refused, NoModel, NoMinimums, Unsigned, switch.AlreadySo) as refused:
        return _page(request, faulty=str(refused), status=422)
    return HttpResponseRedirect(f"{reverse('screening-steering')}?gjort={what}")


def _sign(model: str, who: str, why: str) -> None:
    services.sign(settings.HOME, model, who=who, why=why)


def _activate(model: str, who: str, why: str) -> None:
    services.activate(settings.HOME, model, who=who, why=why)


def _suspend(_model: str, who: str, why: str) -> None:
    services.suspend(settings.HOME, who=who, why=why)


def _stop(_model: str, who: str, why: str) -> None:
    switch.stop(who=who, why=why)


def _start(_model: str, who: str, why: str) -> None:
    switch.start(who=who, why=why)


_DONE: dict[str, Callable[[str, str, str], None]] = {
    "skriv_under": _sign,
    "tag_i_brug": _activate,
    "suspender": _suspend,
    "stop": _stop,
    "start": _start,
}


def _page(request: HttpRequest, *, told: str = "", faulty: str = "", status: int = 200) -> HttpResponse:
    context = {
        "models": list(reversed(models(settings.HOME))),
        "standing": standing(settings.HOME),
        "stop": stopped(),
        "known_reader": True,
        "signable": {Step.PASSES, Step.SUSPENDED},
        "usable": {Step.SIGNED, Step.RETIRED},
        "told": told,
        "faulty": faulty,
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/steering.html", context, status=status)
