"""The forms of django-allauth in Danish, without words inside the fields, and with wrong codes counted."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.forms import Form, ValidationError

from pejl.web.access.lockout import count_wrong_code, is_shut, sentence

FROM_APP = "Seks cifre fra appen, eller en af dine nødkoder."


def _in_danish(form: Form, labels: dict[str, str], hints: dict[str, str] | None = None) -> None:
    """Name the fields. A word inside a field is gone when one writes, so there are none."""
    for name, field in form.fields.items():
        field.label = labels[name]
        field.help_text = (hints or {}).get(name, field.help_text)
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs["class"] = "form-input"


class LogIn(LoginForm):  # type: ignore[misc]
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_danish(self, {"login": "Brugernavn", "password": "Adgangskode"}, {"password": ""})


class PasswordAgain(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_danish(self, {"password": "Adgangskode"}, {"password": ""})


class NewPassword(ChangePasswordForm):  # type: ignore[misc]
    """Another password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"oldpassword": "Nuværende adgangskode", "password1": "Ny adgangskode", "password2": "Den nye igen"}
        hint = "Mindst 12 tegn, ikke kun tal, ikke dit navn og ikke en adgangskode, som mange bruger."
        _in_danish(self, labels, {"oldpassword": "", "password1": hint, "password2": ""})


class CountedCode:
    """A code that is refused while the name is shut, and counted where it is wrong."""

    def clean_code(self) -> str:
        """The code, if it is right."""
        if is_shut(context.request, self.user):  # type: ignore[attr-defined]
            raise ValidationError(sentence())
        try:
            return str(super().clean_code())  # type: ignore[misc]
        except ValidationError:
            count_wrong_code(context.request, self.user)  # type: ignore[attr-defined]
            raise


class Code(CountedCode, mfa_forms.AuthenticateForm):  # type: ignore[misc]
    """The second step of a login."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_danish(self, {"code": "Kode"}, {"code": FROM_APP})


class CodeAgain(CountedCode, mfa_forms.ReauthenticateForm):  # type: ignore[misc]
    """A code once more, before something that matters is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_danish(self, {"code": "Kode"}, {"code": FROM_APP})


class NewApp(ActivateTOTPForm):  # type: ignore[misc]
    """The first code from an app, which shows that the app has understood."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_danish(self, {"code": "Kode fra appen"}, {"code": "Seks cifre."})
