"""The site as a walker asks it: known under an https address, as behind a proxy."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.test import Client

from web.oparl.walker import Reply

BASE = "https://referater.example.dk"
ROOT = f"{BASE}/oparl/v1.1/"
START = f"{ROOT}system"


def ask(method: str, address: str, headers: dict[str, str]) -> Reply:
    """Ask the site; an address outside it answers nothing."""
    parts = urlsplit(address)
    if f"{parts.scheme}://{parts.netloc}" != BASE:
        return Reply(0, {}, b"")
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    response = Client().generic(method, target, headers={"Host": parts.netloc, **headers}, secure=True)
    content = b"".join(response) if response.streaming else response.content  # type: ignore[arg-type]
    return Reply(response.status_code, {name.lower(): value for name, value in response.headers.items()}, content)
