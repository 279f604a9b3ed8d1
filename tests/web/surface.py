"""Everything that the public can fetch, found by following every address that any answer gives."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.apps import apps
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

LINKS = re.compile(r'(?:href|src|hx-get|action)="([^"]*)"')
ABSOLUTE = re.compile(r"https?://[^\s\"'<>\\]+")
LAW = "/api/v1/law"
STARTS = (
    "/",
    "/api/v1/",
    "/api/v1/openapi.json",
    "/oparl/v1.1/system",
    LAW,
    f"{LAW}/indsats?on=2026-07-01",
    f"{LAW}/indsats/difference?from=2026-06-30&to=2026-07-01",
)


def walk(starts: Iterable[str] = STARTS) -> dict[str, bytes]:
    """Every answer that can be reached from the starts, by address: pages, feeds, API and exports, but no static files.

    An address that an answer names and that is not answered fails the walk.
    """
    client, found, waiting = Client(), dict[str, bytes](), list(starts)
    hosts = {"testserver", urlsplit(getattr(settings, "BASE_ADDRESS", "") or "").netloc}
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith("/static/"):
            continue
        response = client.get(address, headers={"host": "testserver"})
        if asks_for_login(response):
            continue
        assert response.status_code == 200, f"{address} answered {response.status_code}"
        found[address] = body = _body(response)
        for link in _links(response["Content-Type"], body):
            whole = urlsplit(urljoin(f"http://testserver{address}", link))
            if whole.netloc in hosts and whole.scheme in {"http", "https"} and _worthwhile(address, whole.path):
                waiting.append(whole.path + (f"?{whole.query}" if whole.query else ""))
    return found


def asks_for_login(response: HttpResponse) -> bool:
    """Whether the answer is the way to the login and nothing else: a page may name one that only a role may see."""
    there = response.headers.get("Location", "")
    return response.status_code == 302 and there.startswith("/adgang/log-ind/?next=") and not response.content


def _body(response: HttpResponse) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]


def _links(media_type: str, body: bytes) -> Iterator[str]:
    text = body.decode("utf-8", "replace")
    if "html" in media_type:
        yield from (html.unescape(link).split("#")[0] for link in LINKS.findall(text))
    elif "json" in media_type:
        for line in text.splitlines() if "ndjson" in media_type else [text]:
            yield from _addresses(json.loads(line))
    else:
        yield from (html.unescape(link).split("#")[0] for link in ABSOLUTE.findall(text.replace("\r\n ", "")))


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _addresses(part)
    elif isinstance(value, list):
        for part in value:
            yield from _addresses(part)
    elif isinstance(value, str) and (value.startswith("/") or ABSOLUTE.fullmatch(value)) and "{" not in value:
        yield value.split("#")[0]


def _worthwhile(origin: str, target: str) -> bool:
    """Each filter of a list combines with each other; one step into them is enough."""
    own = urlsplit(origin)
    return not (own.path == target and own.query)


def rows() -> Iterator[tuple[str, str]]:
    """Every row of every table of the record, as the table's name and the row's whole content."""
    for model in apps.get_app_config("record").get_models():
        for row in model._default_manager.values():
            yield model.__name__, json.dumps(row, default=str, ensure_ascii=False)
