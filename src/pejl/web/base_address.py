"""Under which address the installation is known: what ids in open data and links in feeds begin with."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def configured(address: str | None) -> str:
    """The address as it is used, without a slash at its end; empty where none is given.

    Raises ValueError with a sentence where it is no address of a site.
    """
    if not address:
        return ""
    try:
        parts = urlsplit(address.strip())
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise ValueError(f"PEJL_BASE_ADDRESS is no address: {error}.") from error
    if parts.scheme not in {"https", "http"} or not named:
        raise ValueError(f"PEJL_BASE_ADDRESS is {address!r}; it must be like https://referater.example.dk.")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ValueError(f"PEJL_BASE_ADDRESS is {address!r}; it must name a host alone: https://referater.example.dk.")
    return f"{parts.scheme}://{parts.netloc}".lower()


def hosts(names: str, base: str) -> list[str]:
    """The names that the site answers to: those listed, and the one that it is known under."""
    listed = [name.strip() for name in names.split(",") if name.strip()]
    own = urlsplit(base).hostname
    return [*listed, own] if own and own not in listed else listed


def base_address(request: HttpRequest) -> str:
    """What the ids of this answer begin with: the configured address, else the one that was asked."""
    base: str = settings.BASE_ADDRESS
    return base or f"{request.scheme}://{request.get_host()}"
