"""An address at which something was published and is withdrawn: what is said there instead."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pejl.record.queries.retractions import Withdrawal, withdrawn_at, withdrawn_document
from pejl.web.page import errors
from pejl.web.page.labels import version_asked

_OF_A_MEETING = ("municipality", "body", "meeting")


def gone_or_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """410 where there was something that is withdrawn; otherwise there never was such a page: 404."""
    if withdrawal := withdrawal_asked_for(request):
        return render(request, "record/withdrawn.html", {"withdrawal": withdrawal}, status=410)
    return errors.not_found(request, exception)


def withdrawal_asked_for(request: HttpRequest) -> Withdrawal | None:
    """The withdrawal of what the request asks for; None where nothing was ever there, or it is here in part.

    Asked only once nothing else is found at the address.
    """
    match = request.resolver_match
    if match is None:
        return None
    if sha256 := match.kwargs.get("sha256"):
        return withdrawn_document(str(sha256))
    if not all(name in match.kwargs for name in _OF_A_MEETING):
        return None
    place = [str(match.kwargs[name]) for name in _OF_A_MEETING]
    asked = request.GET.get("version", "")
    kind, version = version_asked(asked) if asked else (None, None)
    return withdrawn_at(place[0], place[1], place[2], kind, version)


def sentence_of(withdrawal: Withdrawal) -> str:
    """The withdrawal as the API tells it: what, and since when."""
    day = f" of {withdrawal.date.isoformat()}" if withdrawal.date else ""
    since = timezone.localdate(withdrawal.at).isoformat()
    return f"A document ({withdrawal.kind.value}) of {withdrawal.body}{day} was withdrawn on {since}."
