"""How the screening is doing, in figures: no person, and nothing under five."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.register.kept import NothingKnown
from pejl.screening.assessments.tallied import COUNTED, tallied
from pejl.screening.gate.on_disk import NoModel
from pejl.screening.monitoring.limits import Level
from pejl.screening.monitoring.queries import all_incidents, look_at_model
from pejl.screening.queries.chain import entries
from pejl.screening.queries.standing import stopped
from pejl.screening.trial import queries as trials
from pejl.screening.trial.state import Trial
from pejl.screening.trial.told import Status, amendments_of, status


def counts(request: HttpRequest) -> HttpResponse:
    """How many were assessed, is the advice followed, and how does the trial go?"""
    context = {
        **_watched(),
        "today": timezone.localdate(),
        "tallied": tallied(entries(events=COUNTED)),
        "trials": [(each, amendments_of(each.trial)) for each in map(_status, trials.trials())],
        "stop": stopped(),
        "known_reader": True,
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/counts.html", context)


def _watched() -> dict[str, object]:
    """What a look at the model in use finds, the gravest first, and the serious incidents."""
    try:
        look = look_at_model(settings.HOME)
    except (NothingKnown, NoModel) as nothing:
        return {"no_look": str(nothing), "incidents": all_incidents()}
    findings = sorted(look.findings, key=lambda each: -each.level) if look else []
    return {"look": look, "findings": findings, "good": Level.GOOD, "incidents": all_incidents()}


def _status(trial: Trial) -> Status:
    drawn, complaints = trials.drawn_in(trial.name), trials.complaints(trial.name)
    return status(trial, drawn, len(complaints), ends=None, next_look=None)
