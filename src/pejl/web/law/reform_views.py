"""What a reform does to everyone whose benefit the law sets: groups, and nobody by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.calendar.numbers import parse_number
from pejl.casework.reform.caseload import TaxCard
from pejl.casework.reform.judgement import judge
from pejl.casework.reform.published import published_cases
from pejl.casework.reform.reform import Row
from pejl.casework.reform.reform import reform as as_shown
from pejl.law.law import law
from pejl.register.kept import NothingKnown
from pejl.register.register import Register
from pejl.web.law.question import Question, last_change, scenarios, statute_asked
from pejl.web.law.reform_plot import band_words, plot
from pejl.web.page.days import day_asked, unread_days
from pejl.web.page.form import text_asked

STATUTE = "kontanthjaelp"
"""The act whose amounts are judged."""


@dataclass(frozen=True)
class Tax:
    """The tax card as it was written, and as it is used: None where nothing is written or it cannot be read."""

    percent: str
    deduction: str
    card: TaxCard | None

    @property
    def wrong(self) -> bool:
        """Whether something is written that cannot be used."""
        return bool(self.percent or self.deduction) and self.card is None


def reform(request: HttpRequest) -> HttpResponse:
    """Who gets more, who gets less, and how much?"""
    sent = request.GET
    question = Question.of(sent, day="fra", other="til")
    if question.other is None or not day_asked(sent, "fra"):
        question = Question(*last_change(statute_asked(STATUTE)), None, question.scenario)
    before, after = question.law, question.other_law or question.law
    tax = _tax(text_asked(sent.get("traek", "")), text_asked(sent.get("fradrag", "")))
    context: dict[str, object] = {
        "question": question,
        "on": day_asked(sent, "dag"),
        "tax": tax,
        "scenarios": scenarios(),
        "unread_days": unread_days(sent, "fra", "til", "dag"),
        "cases": published_cases(law()),
        "trail": [("Lov", reverse("law"))],
    }
    try:
        judgement = judge(Register(settings.HOME).newest(), before, after, day=day_asked(sent, "dag"), tax=tax.card)
    except NothingKnown as nothing:
        context["nothing"] = str(nothing)
    else:
        found = as_shown(judgement)
        spread = [Row(band_words(each), each.told) for each in found.bands]
        context |= {"judgement": judgement, "found": found, "plot": plot(found.bands), "spread": spread}
    return render(request, "law/reform.html", context)


def _tax(percent: str, deduction: str) -> Tax:
    rate, kroner = parse_number(percent), parse_number(deduction or "0")
    if rate is None or kroner is None or not 0 <= rate <= 100 or kroner < 0:
        return Tax(percent, deduction, None)
    return Tax(percent, deduction, TaxCard(float(rate), float(kroner)))
