"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.queries.completeness import figures
from pejl.record.queries.lately import coming_meetings, latest_decisions
from pejl.record.queries.promises import awaited_promises


@may_see(PUBLIC_RECORD)
def front(request: HttpRequest) -> HttpResponse:
    """What has been decided lately, what comes, and which promises are due?"""
    today = timezone.localdate()
    return render(
        request,
        "front/front.html",
        {
            "decided": latest_decisions(),
            "coming": coming_meetings(today),
            "awaited": awaited_promises(today),
            "figures": figures(),
        },
    )
