"""What a reader asks of an OParl list, as its address writes it. What cannot be understood gets a sentence."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.http import QueryDict

from pejl.record.published.cursor import Place, Unusable, place_of
from pejl.record.queries.published import Filters

MOST = 100
"""How many objects a page has at most, and without being asked."""

DATES = ("created_since", "created_until", "modified_since", "modified_until")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)


class Refused(ValueError):
    """A parameter that cannot be understood. `str()` is a Danish sentence that says which and what it must be."""


@dataclass(frozen=True)
class Asked:
    """A list as it is asked for. `kept` are the parameters that every link of the page repeats, as they were given."""

    filters: Filters
    limit: int
    after: Place | None
    omit_internal: bool
    kept: dict[str, str]


def asked(sent: QueryDict, beginning: str, most: int = MOST) -> Asked:
    """Read the parameters; those that are not OParl's are left alone. Raises `Refused`.

    `beginning` is what the paths of the list begin with.
    """
    kept: dict[str, str] = {}
    moments: dict[str, dt.datetime] = {}
    for name in DATES:
        if text := sent.get(name, ""):
            moments[name] = moment(name, text)
            kept[name] = text.replace(" ", "+")
    limit = _limit(sent.get("limit", ""), most)
    if sent.get("limit"):
        kept["limit"] = str(limit)
    omit = _omit_internal(sent.get("omit_internal", ""))
    if omit:
        kept["omit_internal"] = "true"
    return Asked(Filters(**moments), limit, _after(sent.get("after", ""), beginning), omit, kept)


def moment(name: str, text: str) -> dt.datetime:
    """A moment with its offset. A space stands for a plus sign that was not encoded. Raises `Refused`."""
    written = text.replace(" ", "+")
    try:
        if not _MOMENT.fullmatch(written):
            raise ValueError
        return dt.datetime.fromisoformat(written).astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise Refused(
            f"{name} skal være et tidspunkt med dato, klokkeslæt og tidszone, fx 2025-03-12T08:00:00+01:00."
        ) from error


def _limit(text: str, most: int) -> int:
    if not text:
        return most
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or int(text) < 1:
        raise Refused("limit skal være et helt tal fra 1 og op.")
    return min(int(text), most)


def _omit_internal(text: str) -> bool:
    if text not in {"", "true", "false"}:
        raise Refused("omit_internal skal være true eller false.")
    return text == "true"


def _after(text: str, beginning: str) -> Place | None:
    try:
        return place_of(text, beginning) if text else None
    except Unusable as error:
        raise Refused("after er ikke et sted i listen; følg links.next fra den foregående side.") from error
