"""The identity provider as we keep it: that somebody has come through it before, and nothing of what it tells.

What a Danish provider tells of a person can hold a CPR number, and even the name by which it knows the person can be
one. Neither is written down: the one is left out, the other kept as a keyed hash.
"""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.utils.crypto import salted_hmac


class Municipality(OpenIDConnectProvider):  # type: ignore[misc]
    """The municipality's provider. With another secret key those who come are known by their mail address again."""

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The provider's name for the person, as nobody can read it back."""
        return salted_hmac("pejl.access.provider", super().extract_uid(data), algorithm="sha256").hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Nothing."""
        return {}
