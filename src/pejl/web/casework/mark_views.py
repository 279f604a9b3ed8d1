"""A mark on a deadline: one click on a list, or a small form on the person's page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import Purpose
from pejl.access.rights import CASEWORK_LISTS
from pejl.acts.reasons import reason_named
from pejl.casework import services
from pejl.casework.deadlines.key import DeadlineKey
from pejl.casework.reasons import DISAGREEMENTS, exemptions_of
from pejl.web.access.readers import has, name_of
from pejl.web.casework.reading import the_duties
from pejl.web.casework.row_keys import RowKeys, row_asked
from pejl.web.casework.shown import shown
from pejl.web.page.days import NO_DAY, day_asked, unread_days
from pejl.web.page.form import text_asked
from pejl.web.page.parts import asks_for_part

LISTS = "/arbejdslister/liste/"
LONGEST = 1000
NO_REASON = "Vælg en grund."
NO_SUCH_DAY = f"Dagen kan ikke læses. {NO_DAY}"
_DAY_FIELDS = {"dag": "Dag", "til": "Til og med"}
_KEPT = ("retur", "grund", "hvorfor")


class NoDay(services.NoMark):
    """A mark whose day is missing or cannot be read; the page asks for it again in `field`."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class Again:
    """The form of a mark as it was sent, for another try at its day."""

    field: str
    label: str
    written: str
    mark: str
    kept: list[tuple[str, str]]


def mark(request: HttpRequest) -> HttpResponse:
    """Record the mark, and show the row as it stands now."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("casework"))
    asked = row_asked(request)
    done = _MARKS.get(request.POST.get("maerke", ""))
    if asked is None or done is None:
        raise Http404
    faulty, again = "", None
    try:
        done(request, asked.key)
    except NoDay as lacking:
        faulty, again = str(lacking), _again(request, lacking.field)
    except services.NoMark as reason:
        faulty = str(reason)
    row = row_asked(request)
    if row is None:
        raise Http404
    context = {
        "each": shown(row, the_duties(), RowKeys(request)),
        "faulty": faulty,
        "again": again,
        "no_day": NO_DAY,
        "may_mark": True,
        "may_list": has(request, CASEWORK_LISTS),
        "back": _list_of(request),
        "usual_purpose": Purpose.CASEWORK,
        "today": timezone.localdate(),
        "trail": [("Arbejdslister", reverse("casework"))],
    }
    if asks_for_part(request):
        return render(request, "casework/marked_row.html", context)
    return render(request, "casework/marked.html", context, status=422 if faulty else 200)


def _done(request: HttpRequest, key: DeadlineKey) -> None:
    services.mark_done(key, _day(request, "dag") or timezone.localdate(), who=name_of(request))


def _booked(request: HttpRequest, key: DeadlineKey) -> None:
    day = _day(request, "dag")
    if day is None:
        raise NoDay(NO_DAY, "dag")
    services.mark_booked(key, day, who=name_of(request))


def _exempt(request: HttpRequest, key: DeadlineKey) -> None:
    reason = reason_named(request.POST.get("grund", ""), exemptions_of(the_duties().versions(key.duty)))
    if reason is None:
        raise services.NoMark(NO_REASON)
    until = _day(request, "til")
    services.mark_exempt(key, reason, who=name_of(request), why=_why(request), until=until)


def _disagree(request: HttpRequest, key: DeadlineKey) -> None:
    reason = reason_named(request.POST.get("grund", ""), DISAGREEMENTS)
    if reason is None:
        raise services.NoMark(NO_REASON)
    services.disagree(key, reason, who=name_of(request), why=_why(request))


def _unmark(request: HttpRequest, key: DeadlineKey) -> None:
    services.unmark(key, who=name_of(request))


_MARKS: dict[str, Callable[[HttpRequest, DeadlineKey], None]] = {
    "udfoert": _done,
    "booket": _booked,
    "fritaget": _exempt,
    "uenig": _disagree,
    "fortryd": _unmark,
}


def _why(request: HttpRequest) -> str:
    return request.POST.get("hvorfor", "")


def _day(request: HttpRequest, field: str) -> dt.date | None:
    """The day in the field, None where it is empty. One that cannot be read is not taken for none."""
    day = day_asked(request.POST, field)
    if unread_days(request.POST, field):
        raise NoDay(NO_SUCH_DAY, field)
    return day


def _again(request: HttpRequest, field: str) -> Again:
    sent = request.POST
    kept = [(name, sent[name][:LONGEST]) for name in _KEPT if sent.get(name)]
    return Again(field, _DAY_FIELDS[field], text_asked(sent.get(field, "")), sent["maerke"], kept)


def _list_of(request: HttpRequest) -> str:
    """The list that the reader came from; a way to anywhere else is not taken."""
    back = request.POST.get("retur", "")
    return back if back.startswith(LISTS) and "\\" not in back and len(back) < LONGEST else ""
