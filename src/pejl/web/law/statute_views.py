"""One statute on a day, and the difference between two days of it."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.rights import PUBLIC_LAW, may_see
from pejl.law.commencements import Commencement, commencements_of
from pejl.law.difference import difference as difference_between
from pejl.law.law import law
from pejl.law.outline import outline
from pejl.law.statute import Statute
from pejl.web.law.question import Question, query, scenarios, statute_asked, unreadable


@may_see(PUBLIC_LAW)
def statute(request: HttpRequest, statute: str) -> HttpResponse:
    """What applies on this day?"""
    found, question = statute_asked(statute), Question.of(request.GET)
    context = {
        "statute": found,
        "question": question,
        "outline": outline(found, question.law),
        "changes": [(each, question.address(day=each.day), question.day == each.day) for each in _days(found)],
        "scenarios": scenarios(),
        "unreadable": unreadable(request.GET, {"dag": "Dag", "kendt": "Som den var kendt"}),
        "here": question.address(),
        "data": reverse("api:law_on_day", args=[found.name])
        + query(on=question.day, known=question.known, scenario=question.scenario),
        "trail": [("Lov", reverse("law"))],
    }
    return render(request, "law/statute.html", context)


@may_see(PUBLIC_LAW)
def difference(request: HttpRequest, statute: str) -> HttpResponse:
    """What is different between two days?"""
    found, question = statute_asked(statute), Question.of(request.GET, day="fra", other="til")
    if "fra" not in request.GET and "til" not in request.GET:
        question = _last_change(found, question)
    before, after = question.law, question.other_law or question.law
    context = {
        "statute": found,
        "question": question,
        "before": before,
        "after": after,
        "difference": difference_between(found.name, before, after),
        "changes": [(each, question.span_address(each.day_before, each.day)) for each in _days(found)],
        "scenarios": scenarios(),
        "unreadable": unreadable(request.GET, {"fra": "Fra", "til": "Til", "kendt": "Som den var kendt"}),
        "to_before": question.address(other=None),
        "to_after": question.address(day=after.day, other=None),
        "to_person": question.address(day=before.day, other=after.day),
        "trail": [("Lov", reverse("law")), (found.danish, f"{reverse('law-statute', args=[found.name])}")],
    }
    return render(request, "law/difference.html", context)


def _days(statute: Statute) -> list[Commencement]:
    return list(commencements_of(law().book, statute))


def _last_change(statute: Statute, question: Question) -> Question:
    """The latest day on which something changed, seen from today; where nothing has, today and the day before."""
    today = timezone.localdate()
    past = [each for each in _days(statute) if each.day <= today]
    first, last = (past[-1].day_before, past[-1].day) if past else (today - dt.timedelta(days=1), today)
    return Question(first, last, question.known, question.scenario)
