"""One statute on a day, and the difference between two days of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.access.rights import PUBLIC_LAW, may_see
from pejl.law.commencements import Commencement, commencements_of
from pejl.law.difference import Change, Difference
from pejl.law.difference import difference as difference_between
from pejl.law.law import law
from pejl.law.outline import outline
from pejl.law.rulebook import Rulebook
from pejl.law.statute import Statute
from pejl.law.titles import title
from pejl.web.law.question import Question, last_change, query, scenarios, statute_asked
from pejl.web.page.days import unread_days

Part = tuple[str, str, list[tuple[str, Change]]]
"""An anchor, a heading, and what differs under it."""


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
        "unread_days": unread_days(request.GET, "dag", "kendt"),
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
        question = Question(*last_change(found), question.known, question.scenario)
    before, after = question.law, question.other_law or question.law
    context = {
        "statute": found,
        "question": question,
        "before": before,
        "after": after,
        "parts": _parts(difference_between(found.name, before, after), law().book),
        "changes": [(each, question.span_address(each.day_before, each.day)) for each in _days(found)],
        "scenarios": scenarios(),
        "unread_days": unread_days(request.GET, "fra", "til", "kendt"),
        "to_before": question.address(other=None),
        "to_after": question.address(day=after.day, other=None),
        "to_person": question.address(day=before.day, other=after.day),
        "trail": [("Lov", reverse("law")), (found.danish, f"{reverse('law-statute', args=[found.name])}")],
    }
    return render(request, "law/difference.html", context)


def _parts(found: Difference, book: Rulebook) -> list[Part]:
    """Rules, duties and amounts that differ, each kind that has any under its heading, with what each is called."""
    parts = (
        ("rules", "Regler", found.rules),
        ("duties", "Pligter", found.duties),
        ("parameters", "Satser og grænser", found.parameters),
    )
    called = ((name, head, [(title(book, each.name), each) for each in changes]) for name, head, changes in parts)
    return [part for part in called if part[2]]


def _days(statute: Statute) -> list[Commencement]:
    return list(commencements_of(law().book, statute))
