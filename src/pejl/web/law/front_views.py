"""The front of the room Lov."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pejl.access.rights import PUBLIC_LAW, may_see
from pejl.law.commencements import Commencement, commencements
from pejl.law.law import law
from pejl.law.outline import outline
from pejl.web.law.question import Question, query


@dataclass(frozen=True)
class Line:
    """A day of the timeline with the address of what changed."""

    commencement: Commencement
    address: str
    coming: bool


@may_see(PUBLIC_LAW)
def front(request: HttpRequest) -> HttpResponse:
    """What applies, since when, and what comes?"""
    today = timezone.localdate()
    on = Question(today).law
    outlines = [outline(statute, on) for statute in law().statutes]
    context = {
        "today": today,
        "outlines": outlines,
        "unsettled": sum(len(each.unsettled) for each in outlines),
        "timeline": [_line(each, today > each.day) for each in reversed(commencements(law().book))],
    }
    return render(request, "law/front.html", context)


def _line(each: Commencement, past: bool) -> Line:
    return Line(each, query(fra=each.day_before, til=each.day), coming=not past)
