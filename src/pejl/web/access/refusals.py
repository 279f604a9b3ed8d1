"""What somebody is told who may not see a page: log in first, take the second step first, or who may see it."""

from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from pejl.access.queries import roles_of
from pejl.access.rights import OWN_ACCOUNT, Right
from pejl.access.roles import Role, allowed, roles_with
from pejl.web.problems import problem

API = "/api/"
LOG_IN = "This takes a login. Log in on the site and send its cookie."
SECOND_STEP = "This takes a second step of login, which this user has not set up yet."


def refusal(request: HttpRequest, right: Right) -> HttpResponse | None:
    """The refusal of a right that needs a login; nothing where the reader has it."""
    user = request.user
    if not user.is_authenticated:
        return _log_in_first(request)
    if settings.MFA_REQUIRED and right is not OWN_ACCOUNT and not _took_second_step(request):
        return _second_step_first(request)
    return None if allowed(roles_of(user), right) else lacking(request, right)


def lacking(request: HttpRequest, right: Right) -> HttpResponse:
    """403: which right is missing, and who has it."""
    roles = roles_with(right)
    if request.path_info.startswith(API):
        names = ", ".join(role.name for role in roles)
        return problem(403, f"This takes the right {right.name}: {right.sentence} Those who have it: {names}.")
    context = {"right": right, "who": _in_a_row(roles)}
    return render(request, "access/lacking.html", context, status=403)


def _in_a_row(roles: list[Role]) -> str:
    """The roles as a sentence names them: "sagsbehandler, teamleder eller kvalitetskonsulent"."""
    words = [role.word.lower() for role in roles]
    return " eller ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _log_in_first(request: HttpRequest) -> HttpResponse:
    """To the login page and back again; a program is told with 401."""
    if request.path_info.startswith(API):
        answer = problem(401, LOG_IN)
        answer.headers["WWW-Authenticate"] = 'Session realm="Pejl"'
        return answer
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")


def _second_step_first(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith(API):
        return problem(403, SECOND_STEP)
    return HttpResponseRedirect(reverse("mfa_activate_totp"))


def _took_second_step(request: HttpRequest) -> bool:
    """Whether a second step guards the login: here, or at the municipality's identity provider."""
    records = get_authentication_records(request, request.user)
    return is_mfa_enabled(request.user) or any(record.get("method") == "socialaccount" for record in records)
