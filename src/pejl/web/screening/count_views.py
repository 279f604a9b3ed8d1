"""How the screening is doing, in figures: no person, and nothing under five."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.screening.assessments.tallied import COUNTED, tallied
from pejl.screening.queries.chain import entries
from pejl.screening.queries.standing import stopped
from pejl.screening.trial import queries as trials
from pejl.screening.trial.state import Trial
from pejl.screening.trial.told import Status, amendments_of, status


def counts(request: HttpRequest) -> HttpResponse:
    """How many were assessed, is the advice followed, and how does the trial go?"""
    context = {
        "tallied": tallied(entries(events=COUNTED)),
        "trials": [(each, amendments_of(each.trial)) for each in map(_status, trials.trials())],
        "stop": stopped(),
        "known_reader": True,
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/counts.html", context)


def _status(trial: Trial) -> Status:
    drawn, complaints = trials.drawn_in(trial.name), trials.complaints(trial.name)
    return status(trial, drawn, len(complaints), ends=None, next_look=None)
