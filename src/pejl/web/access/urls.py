"""Addresses of `/adgang/`: those of our own, and the pages of django-allauth that are in use, each with its right."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from pejl.access.rights import ENTER, OWN_ACCOUNT, may_see
from pejl.web.access.provider_urls import provider_addresses
from pejl.web.access.views import log, own_access, roles, users

enter, own = may_see(ENTER), may_see(OWN_ACCOUNT)
# The picture that an app scans holds a key: it stands in the page itself and has no address of its own.
picture_in_page = csp_update({"img-src": [SELF, "data:"]})

urlpatterns: list[URLPattern | URLResolver] = [
    path("", own_access, name="access"),
    path("roller/", roles, name="access-roles"),
    path("log/", log, name="access-log"),
    path("brugere/", users, name="access-users"),
    path("log-ind/", enter(account.login), name="account_login"),
    path("log-ud/", enter(account.logout), name="account_logout"),
    path("lukket/", enter(account.account_inactive), name="account_inactive"),
    path("kode/", enter(second_step.authenticate), name="mfa_authenticate"),
    path("bekraeft/", own(account.reauthenticate), name="account_reauthenticate"),
    path("bekraeft/kode/", own(second_step.reauthenticate), name="mfa_reauthenticate"),
    path("adgangskode/", own(account.password_change), name="account_change_password"),
    path("totrin/", own(second_step.index), name="mfa_index"),
    path("totrin/til/", own(picture_in_page(totp.activate_totp)), name="mfa_activate_totp"),
    path("totrin/fra/", own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("totrin/noedkoder/", own(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("totrin/noedkoder/nye/", own(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    *(provider_addresses() if settings.OIDC else []),
]
