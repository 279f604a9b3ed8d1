"""One person judged on one day, or on two beside each other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from pejl.access.rights import PUBLIC_LAW, may_see
from pejl.law.asked import asked, moved
from pejl.law.facts import NO, YES
from pejl.law.given import Given
from pejl.law.label import heading
from pejl.law.law_day import LawOnDay
from pejl.law.outline import askable, asked_first, asks_for
from pejl.law.person_difference import person_difference
from pejl.law.statute import Statute
from pejl.web.law.facts_form import FactsForm, facts_form
from pejl.web.law.question import Question, scenarios, statute_asked
from pejl.web.page.days import unread_days

YES_NO = [(YES, "Ja"), (NO, "Nej"), ("", "Ved ikke")]
MOST = 8
"""How many rules are asked at once."""


# No token against forged forms: it would take a cookie, and the page is for everyone and knows nobody. There is nothing
# to forge, since the form changes and keeps nothing, and its answer depends on what is sent and on nothing else.
@csrf_exempt
@may_see(PUBLIC_LAW)
def person(request: HttpRequest, statute: str) -> HttpResponse:
    """What does it come to for one person, and why?"""
    sent = request.POST if request.method == "POST" else request.GET
    found, question = statute_asked(statute), Question.of(sent)
    laws = [question.law, *([question.other_law] if question.other_law else [])]
    wanted = _wanted(found, laws, sent)
    unread = unread_days(sent, "dag", "dag2", "kendt")
    form = facts_form(_asks(laws, wanted), request.POST if request.method == "POST" else None)
    context: dict[str, object] = {
        "statute": found,
        "question": question,
        "choices": _choices(found, laws, wanted),
        "form": form,
        "yesno": YES_NO,
        "scenarios": scenarios(),
        "unread_days": unread,
        "open": list(dict.fromkeys(str(why) for law in laws for why in law.plan(wanted).refusals.values())),
        "trail": [("Lov", reverse("law")), (found.danish, reverse("law-statute", args=[found.name]))],
    }
    if request.method == "POST" and sent.get("goer") != "vis" and not (form.wrong or unread):
        context |= _answered(laws, form, wanted)
    response = render(request, "law/person.html", context)
    if request.method == "POST":
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _answered(laws: list[LawOnDay], form: FactsForm, wanted: tuple[str, ...]) -> dict[str, object]:
    """The answers of each day, with what moved between them."""
    days = [(law, asked(law, form.facts, wanted)) for law in laws]
    told: dict[str, object] = {"days": days, "supposed": any(each.scenario for _, found in days for each in found)}
    if len(laws) > 1:
        between = person_difference(form.facts, wanted, *laws)
        rows = zip(between.values, *(found for _, found in days), strict=True)
        told |= {
            "rows": [(heading(value.name), before, after, moved(value)) for value, before, after in rows],
            "steps": between.steps,
        }
    return told


def _wanted(statute: Statute, laws: list[LawOnDay], sent: QueryDict) -> tuple[str, ...]:
    """What is asked: rules of the statute on either day; where none is chosen, its own question."""
    names = {version.name for law in laws for version in askable(statute, law)}
    chosen = tuple(dict.fromkeys(name for name in sent.getlist("svar") if name in names))[:MOST]
    return chosen or tuple(dict.fromkeys(name for law in laws for name in asked_first(statute, law)))


def _asks(laws: list[LawOnDay], wanted: tuple[str, ...]) -> list[Given]:
    return list(dict.fromkeys(given for law in laws for given in asks_for(law, wanted)))


def _choices(statute: Statute, laws: list[LawOnDay], wanted: tuple[str, ...]) -> list[tuple[str, str, str, bool]]:
    """The rules that can be asked, by name, title and sentence, and whether each is."""
    found = {version.name: version.rule.says for law in laws for version in askable(statute, law)}
    return [(name, heading(name), says, name in wanted) for name, says in found.items()]
