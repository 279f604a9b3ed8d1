"""The log of assessments: whether it is whole, and what has been written lately."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.screening.queries.chain import end, verify


def review(request: HttpRequest) -> HttpResponse:
    """Is the log whole?"""
    context = {
        "verified": verify(),
        "end": end(),
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/log.html", context)
