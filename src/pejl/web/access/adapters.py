"""How django-allauth behaves here: nobody signs up, nobody is led elsewhere, and everything is said in Danish."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from pejl.web.access.lockout import sentence


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by `pejl access user add` and by nothing else."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Brugeren er lukket.",
        "enter_current_password": "Skriv din nuværende adgangskode.",
        "incorrect_password": "Adgangskoden er ikke rigtig.",
        "incorrect_code": "Koden er ikke rigtig.",
        "invalid_login": "Brugernavn eller adgangskode er ikke rigtig.",
        "username_password_mismatch": "Brugernavn eller adgangskode er ikke rigtig.",
        "email_password_mismatch": "Brugernavn eller adgangskode er ikke rigtig.",
        "same_as_current": "Den nye adgangskode skal være en anden end den nuværende.",
        "rate_limited": "Det gik for hurtigt. Vent et øjeblik, og prøv igen.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: users are made by those who run the installation."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Whether a login may lead on to `url`: only to an address of this site, written without a host."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def validation_error(self, code: str, *args: Any) -> Any:
        """A refusal in words; the one for too many tries tells how long to wait."""
        if code == "too_many_login_attempts":
            return ValidationError(sentence(), code=code)
        return super().validation_error(code, *args)

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        """The ways to prove who one is, in Danish."""
        words = {"reauthenticate": "Brug din adgangskode", "mfa_reauthenticate": "Brug en kode"}
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": words[method["id"]]} for method in methods]


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step of a login: an app on the telephone, and codes for the day on which it is lost."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "Totrinslogin kan ikke slås fra her.",
        "cannot_generate_recovery_codes": "Nødkoder kræver, at totrinslogin er slået til.",
        "incorrect_code": "Koden er ikke rigtig.",
        "unverified_email": "Totrinslogin kan ikke slås til, før e-mailadressen er bekræftet.",
    }

    def get_totp_issuer(self) -> str:
        """The name that stands over the codes in the app."""
        return settings.MUNICIPALITY or "Pejl"

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Whose codes they are."""
        return user.get_username()


class FromElsewhere(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Logins that the municipality's identity provider vouches for. They open accounts, and make none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """No: an account that nobody made has no role."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Stop where there is no user with the address that the provider vouches for, or where it is no login."""
        if sociallogin.state.get("process", "login") != "login":
            raise ImmediateHttpResponse(redirect("access"))
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(HttpResponse(render_to_string("access/unknown.html"), status=403))

    def on_authentication_error(self, request: HttpRequest, provider: Any, **_details: Any) -> None:
        """Say that it failed, without the provider's words for it."""
        raise ImmediateHttpResponse(HttpResponse(render_to_string("access/provider_failed.html"), status=502))
