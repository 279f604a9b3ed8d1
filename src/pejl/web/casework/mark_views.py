"""A mark on a deadline: one click on a list, or a small form on the person's page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.purposes import Purpose
from pejl.access.rights import CASEWORK_LISTS
from pejl.casework import services
from pejl.casework.deadlines.key import DeadlineKey
from pejl.casework.reasons import DISAGREEMENTS, exemptions_of, reason_named
from pejl.web.casework.reading import the_duties
from pejl.web.casework.row_keys import RowKeys, row_asked
from pejl.web.casework.shown import shown
from pejl.web.page.parts import asks_for_part
from pejl.web.register.days import day_asked
from pejl.web.register.readers import has, name_of

LISTS = "/arbejdslister/liste/"
LONGEST = 1000
NO_DAY = "Vælg en dag."
NO_REASON = "Vælg en grund."
NO_SUCH_DAY = "Dagen kan ikke læses. Skriv den som 01.12.2026."


def mark(request: HttpRequest) -> HttpResponse:
    """Record the mark, and show the row as it stands now."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("casework"))
    asked = row_asked(request)
    done = _MARKS.get(request.POST.get("maerke", ""))
    if asked is None or done is None:
        raise Http404
    faulty = ""
    try:
        done(request, asked.key)
    except services.NoMark as reason:
        faulty = str(reason)
    row = row_asked(request)
    if row is None:
        raise Http404
    context = {
        "each": shown(row, the_duties(), RowKeys(request)),
        "faulty": faulty,
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
        raise services.NoMark(NO_DAY)
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
    if day is None and request.POST.get(field, "").strip():
        raise services.NoMark(NO_SUCH_DAY)
    return day


def _list_of(request: HttpRequest) -> str:
    """The list that the reader came from; a way to anywhere else is not taken."""
    back = request.POST.get("retur", "")
    return back if back.startswith(LISTS) and "\\" not in back and len(back) < LONGEST else ""
