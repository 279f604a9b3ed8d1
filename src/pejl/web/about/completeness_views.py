"""Completeness: what of each body is known of, what is here, and what is not."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.rights import PUBLIC_RECORD, PUBLIC_SITE, may_see
from pejl.record.queries.coverage import coverage, coverage_of, unread_documents, withdrawals_of
from pejl.record.queries.failures import failed_arrivals
from pejl.record.queries.numbers import meetings_with_gaps
from pejl.record.queries.retractions import withdrawals

FAILURES = 50
MEETINGS = 100
DOCUMENTS = 50
WITHDRAWALS = 50
"""How many rows of each list a page shows. All of them are in the data."""


@may_see(PUBLIC_SITE)
def completeness(request: HttpRequest) -> HttpResponse:
    """Which meetings are known of, which are here, and what could not be read?"""
    bodies = coverage(timezone.localdate())
    failures = failed_arrivals()
    context = {
        "here": [each for each in bodies if each.is_here],
        "elsewhere": [each for each in bodies if not each.is_here],
        "several": len({each.municipality.pk for each in bodies}) > 1,
        "failures": failures[:FAILURES],
        "failures_in_all": failures.count(),
        "withdrawals": withdrawals(limit=WITHDRAWALS),
        "trail": [("Om Pejl", reverse("about"))],
    }
    return render(request, "about/completeness.html", context)


@may_see(PUBLIC_RECORD)
def body_completeness(request: HttpRequest, municipality: str, body: str) -> HttpResponse:
    """Which meetings of this body are not here, and where are they named? Which numbers and lines are missing?"""
    found = coverage_of(timezone.localdate(), municipality, body)
    if found is None:
        raise Http404
    here = meetings_with_gaps([found.numbers])
    unread = unread_documents(found.body) if found.body else None
    context = {
        "found": found,
        "missing": found.missing[:MEETINGS],
        "coming": found.coming[:MEETINGS],
        "within": [(here[meeting], numbers) for meeting, numbers in found.numbers.within if meeting in here],
        "between": [
            (here[gap.before], here[gap.after], gap.first, gap.last)
            for gap in found.numbers.between
            if gap.before in here and gap.after in here
        ],
        "unread": unread[:DOCUMENTS] if unread is not None else (),
        "withdrawals": withdrawals_of(found)[:WITHDRAWALS],
        "trail": [("Om Pejl", reverse("about")), ("Hvad mangler der?", reverse("completeness"))],
    }
    return render(request, "about/body_completeness.html", context)
