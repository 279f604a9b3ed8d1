"""The municipality's own identity provider, by which people log in where there is one (OpenID Connect)."""

from __future__ import annotations

from typing import Any

PROVIDER = "kommune"
"""The provider's name in addresses; an installation has one."""


def identity_provider(
    *, name: str | None, server: str | None, client: str | None, secret: str | None
) -> dict[str, dict[str, Any]]:
    """The provider as django-allauth is told of it; nothing where none is configured.

    Raises ValueError with a sentence where only a part of it is given.
    """
    given = {"PEJL_OIDC_SERVER": server, "PEJL_OIDC_CLIENT": client, "PEJL_OIDC_SECRET": secret}
    if not any(given.values()):
        return {}
    missing = [variable for variable, value in given.items() if not value]
    if missing:
        raise ValueError(
            f"Login through the identity provider lacks {' and '.join(missing)}; set it, or leave all of "
            "PEJL_OIDC_SERVER, PEJL_OIDC_CLIENT and PEJL_OIDC_SECRET out."
        )
    if not str(server).startswith("https://"):
        raise ValueError(f"PEJL_OIDC_SERVER is {server!r}; it must be an https:// address.")
    application = {
        "provider_id": PROVIDER,
        "name": name or "kommunens login",
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": server},
    }
    kept = "pejl.web.access.provider.Municipality"
    return {"openid_connect": {"APPS": [application], "OAUTH_PKCE_ENABLED": True, "provider_class": kept}}
