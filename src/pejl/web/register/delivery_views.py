"""The front page of the register, and one delivery with its report."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.access.rights import REGISTER_COUNTS, REGISTER_PERSON, REGISTER_QUARANTINE
from pejl.access.roles import roles_with
from pejl.register.contract import CONTRACT
from pejl.register.deliveries import delivery as delivery_of
from pejl.register.deliveries import held
from pejl.web.access.readers import has


def front(request: HttpRequest) -> HttpResponse:
    """Can we trust today's data?"""
    if not has(request, REGISTER_COUNTS):
        context = {
            "contract": CONTRACT,
            "roles": roles_with(REGISTER_COUNTS),
            "known_reader": request.user.is_authenticated,
        }
        return render(request, "register/about_register.html", context)
    now = held(settings.HOME)
    context = {
        "held": now,
        "may_see_quarantine": has(request, REGISTER_QUARANTINE),
        "may_look": has(request, REGISTER_PERSON),
    }
    return render(request, "register/front.html", context)


def delivery(request: HttpRequest, delivery: str) -> HttpResponse:
    """What came of this delivery, table by table?"""
    told = delivery_of(settings.HOME, delivery)
    if told is None:
        raise Http404
    context = {
        "told": told,
        "report": told.report,
        "may_see_quarantine": has(request, REGISTER_QUARANTINE),
        "trail": [("Register", reverse("register"))],
    }
    return render(request, "register/delivery.html", context)
