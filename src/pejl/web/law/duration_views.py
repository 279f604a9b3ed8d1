"""What longer or shorter spells cost the municipality in a year."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.casework.duration.duration import BENEFITS, MOST_DAYS, duration, last_year
from pejl.casework.duration.spells import Which
from pejl.casework.duration.weekly import Amounts
from pejl.law.label import heading
from pejl.law.law import law
from pejl.law.refusals import Refusal
from pejl.law.scenario import scenario_names
from pejl.register.kept import NothingKnown
from pejl.register.register import Register
from pejl.web.law.question import scenarios

DAYS = 14
"""What the committee was told of."""

YEARS = 5
"""How many years can be chosen."""

_WHICH = {Which.ENDED: "Dem, der sluttede i året", Which.RUNNING: "Dem, der løb på årets sidste dag"}
_AMOUNTS = {Amounts.DELIVERED: "Det, der blev udbetalt i gennemsnit", Amounts.LAW: "Lovens højeste beløb"}
"""The first is what the page opens with: what was paid is known also for years whose amounts nobody has confirmed."""


def cost(request: HttpRequest) -> HttpResponse:
    """What does it cost that spells become longer?"""
    sent = request.GET
    benefit = _one(sent.get("ydelse", ""), BENEFITS)
    amounts, which = (
        Amounts(_one(sent.get("beloeb", ""), list(_AMOUNTS))),
        Which(_one(sent.get("forloeb", ""), list(Which))),
    )
    supposed = sent.get("scenarie", "")
    context: dict[str, object] = {
        "benefit": benefit,
        "benefits": [(name, heading(name)) for name in BENEFITS],
        "amounts": amounts,
        "ways": _AMOUNTS.items(),
        "which": which,
        "spells": _WHICH.items(),
        "days": _days(sent.get("dage", "")),
        "most_days": MOST_DAYS,
        "chosen": supposed,
        "scenarios": scenarios(),
        "trail": [("Lov", reverse("law"))],
    }
    try:
        snapshot = Register(settings.HOME).newest()
        last = last_year(snapshot)
        years = [last - back for back in range(YEARS)]
        year = next((each for each in years if str(each) == sent.get("aar", "")), last)
        context |= {"years": years, "year": year}
        on = law().on(dt.date(year, 12, 31), scenario=supposed if supposed in scenario_names() else None)
        context["found"] = duration(snapshot, on, benefit, _days(sent.get("dage", "")), year, amounts, which)
    except NothingKnown as why:
        context |= {"refused": str(why), "empty": True}
    except Refusal as why:
        context["refused"] = str(why)
    return render(request, "law/duration.html", context)


def _one(sent: str, words: list[str] | tuple[str, ...]) -> str:
    """What was sent where it is one of the words, else the first of them."""
    return sent if sent in words else words[0]


def _days(sent: str) -> int:
    """The days, at most a year either way; fourteen where nothing that can be used is written."""
    try:
        return max(-MOST_DAYS, min(MOST_DAYS, int(sent[:8])))
    except ValueError:
        return DAYS
