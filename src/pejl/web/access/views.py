"""One's own access, the roles, the users, and the log of who has looked at whom."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pejl.access.models import Look
from pejl.access.purposes import purpose_named
from pejl.access.queries import accounts, caseworker_of, looks, roles_of
from pejl.access.rights import ACCESS_LOG, ACCESS_USERS, OWN_ACCOUNT, PUBLIC_SITE, RIGHTS, may_see
from pejl.access.roles import EVERYONE, READER, ROLES, allowed
from pejl.web.access.log_form import LogForm
from pejl.web.page.days import unread_days

ON_A_PAGE = 50


@may_see(OWN_ACCOUNT)
def own_access(request: HttpRequest) -> HttpResponse:
    """Who am I here, and what may I see?"""
    user = request.user
    mine = roles_of(user) if isinstance(user, User) else []
    context = {
        "roles": mine or [READER],
        "rights": [right for right in RIGHTS if right.needs_login and allowed(mine, right)],
        "caseworker": caseworker_of(user) if isinstance(user, User) else "",
        "may_read_log": allowed(mine, ACCESS_LOG),
        "may_see_users": allowed(mine, ACCESS_USERS),
        "has_password": isinstance(user, User) and user.has_usable_password(),
        "second_step_required": settings.MFA_REQUIRED,
    }
    return render(request, "access/own_access.html", context)


@may_see(PUBLIC_SITE)
def roles(request: HttpRequest) -> HttpResponse:
    """Which roles are there, and what may each of them see?"""
    theirs = {role: [right for right in RIGHTS if right in role.rights - EVERYONE] for role in ROLES}
    context = {
        "open": [right for right in RIGHTS if not right.needs_login],
        "own": [right for right in RIGHTS if right.needs_login and right in EVERYONE],
        "roles": theirs.items(),
    }
    return render(request, "access/roles.html", context)


@may_see(ACCESS_LOG)
def log(request: HttpRequest) -> HttpResponse:
    """Who has looked at whom, when, and what for?"""
    form = LogForm.of(request.GET)
    found = Paginator(looks(person=form.person, user=form.user, since=form.since), ON_A_PAGE)
    page = found.get_page(form.page)
    context = {
        "form": form,
        "unread_days": unread_days(request.GET, "fra"),
        "total": found.count,
        "rows": [(look, _purpose(look)) for look in page.object_list],
        **replace(form, page=page.number).leafing(found.num_pages),
    }
    return render(request, "access/log.html", context)


@may_see(ACCESS_USERS)
def users(request: HttpRequest) -> HttpResponse:
    """Who can log in, and with which roles?"""
    return render(request, "access/users.html", {"users": accounts()})


def _purpose(look: Look) -> str:
    """The purpose as the site says it; the word itself where it is one that is no longer used."""
    known = purpose_named(look.purpose)
    return known.danish if known else look.purpose
