"""A random sample of cases, checked as an auditor checks them. Each person in it is a look, written first."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.access.purposes import Purpose, purpose_named
from pejl.access.rights import CASEWORK_AUDIT
from pejl.access.roles import roles_with
from pejl.calendar.days import short_day
from pejl.casework.audit.audited import CheckResult, audit
from pejl.casework.audit.cases import Case
from pejl.register.kept import NothingKnown
from pejl.web.access.look_forms import look_at
from pejl.web.access.readers import has
from pejl.web.casework.bars import Bar, bar
from pejl.web.casework.reading import EVERYTHING, opened_for
from pejl.web.casework.timeliness_views import percent, percents
from pejl.web.page.form import number_asked

USUAL, MOST = 20, 100
"""How many cases are drawn unless another number is asked for, and at most."""
LARGEST_SEED = 10**9


@dataclass(frozen=True)
class ShownCheck:
    """What a check found, in words and as a bar."""

    result: CheckResult
    share: str
    between: str
    truth: str
    mark: str
    bar: Bar


@dataclass(frozen=True)
class ShownCase:
    """A case of the sample with what is wrong with it."""

    case: Case
    faults: list[str]


def asking(request: HttpRequest) -> HttpResponse:
    """What would an auditor find?"""
    context = {
        "may_draw": has(request, CASEWORK_AUDIT),
        "right": CASEWORK_AUDIT,
        "roles": roles_with(CASEWORK_AUDIT),
        "purposes": list(Purpose),
        "usual_purpose": Purpose.SUPERVISION,
        "many": USUAL,
        "most": MOST,
        "seed": secrets.randbelow(LARGEST_SEED),
        "trail": [("Arbejdslister", reverse("casework"))],
    }
    return render(request, "casework/audit_asking.html", context)


def sample(request: HttpRequest) -> HttpResponse:
    """Which errors does the sample hold, and what does it say of all cases?"""
    many, seed = (
        _number(request.POST.get("antal", ""), USUAL, MOST),
        _number(request.POST.get("froe", ""), 1, LARGEST_SEED),
    )
    try:
        with opened_for(EVERYTHING) as found:
            judged = found.judged
            drawn = audit(
                found.rows, judged.day, sample=many, seed=seed, by_stratum=request.POST.get("lag", "") == "ja"
            )
    except NothingKnown as nothing:
        raise Http404 from nothing
    look_at(request, {case.person for case in drawn.sample})
    context = {
        "judged": judged,
        "drawn": drawn,
        "checks": [_check(each) for each in drawn.results if each.in_all],
        "cases": [ShownCase(case, _faults(case)) for case in drawn.sample],
        "purpose": purpose_named(request.POST.get("formaal", "")),
        "trail": [("Arbejdslister", reverse("casework")), ("Stikprøve", reverse("casework-audit"))],
    }
    return render(request, "casework/sample.html", context)


def _check(result: CheckResult) -> ShownCheck:
    known = result.interval
    between = percents(known.least, known.most) if known else ""
    _, whole = result.told()
    return ShownCheck(
        result,
        percent(known.share) if known else "",
        between,
        percent(whole.share.share) if whole.share else "",
        percent(result.check.mark),
        bar(known.share, known.least, known.most, result.check.mark) if known else bar(None, None, None),
    )


def _faults(case: Case) -> list[str]:
    return [
        f"{each.check.danish} ({each.state.danish.lower()}, sidste dag {short_day(each.asked)})" for each in case.faults
    ]


def _number(written: str, usual: int, most: int) -> int:
    number = number_asked(written)
    return usual if number is None else min(max(number, 1), most)
