"""The log of assessments: whether it is whole, and who looked at how many, when, and without deciding anything."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.queries import looks
from pejl.access.rights import AT_SICK_LEAVES
from pejl.screening.assessments.review import FIRST_HOUR, LAST_HOUR, Looked, Review
from pejl.screening.queries import review as reviews
from pejl.screening.queries.chain import end, verify
from pejl.web.page.days import day_asked, unread_days

DAYS = 30
"""How far back is looked where no day is asked for."""


def review(request: HttpRequest) -> HttpResponse:
    """Is the log whole, and is it used as it should be?"""
    last = day_asked(request.GET, "til") or timezone.localdate()
    first = day_asked(request.GET, "fra") or last - dt.timedelta(days=DAYS)
    context = {
        "verified": verify(),
        "end": end(),
        "review": _reviewed(first, last),
        "first": first,
        "last": last,
        "first_hour": FIRST_HOUR,
        "last_hour": LAST_HOUR,
        "unread_days": unread_days(request.GET, "fra", "til"),
        "trail": [("Screening", reverse("screening"))],
    }
    return render(request, "screening/log.html", context)


def _reviewed(first: dt.date, last: dt.date) -> Review:
    found = looks(since=first, rights=AT_SICK_LEAVES).iterator()
    return reviews.review((Looked(each.username, each.subject, each.at) for each in found), first, last)
