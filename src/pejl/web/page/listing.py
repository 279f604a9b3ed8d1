"""Lists that the API tells a stretch at a time: what may be asked of them, and where the stretches beside are."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Query

from pejl.record.queries.stretch import Stretch

Limit = Annotated[int, Query(ge=1, le=200, description="At most so many results.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="Leave out so many from the beginning of the list.")]


def extent(request: HttpRequest, found: Stretch[Any]) -> dict[str, Any]:
    """What a listing says of itself; `next` and `previous` ask the same from another offset, and are None at an end."""
    return {
        "total": found.total,
        "limit": found.limit,
        "offset": found.offset,
        "next": from_number(request, "offset", found.following),
        "previous": from_number(request, "offset", found.before),
    }


def from_number(request: HttpRequest, name: str, number: int | None) -> str | None:
    """The same question with another number in the parameter `name`; None where there is no such number."""
    if number is None:
        return None
    asked = {other: value for other, value in request.GET.items() if other != name}
    return f"{request.path}?{urlencode({**asked, name: number})}"
