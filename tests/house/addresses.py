"""The site as addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver


def routes() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every address that the site answers, with its view; the API's operations and its own pages among them."""
    yield from _below(get_resolver(settings.ROOT_URLCONF).url_patterns, "")


def _below(entries: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, Callable[..., object]]]:
    for entry in entries:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _below(entry.url_patterns, address)
        else:
            yield address, entry.callback
