"""Exports that are large, or made to take long, are read in time that follows from their size."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from pejl.minutes.reader import read_bytes
from pejl.minutes.sources import Unreadable

SECONDS = 10


def meeting(*points: dict[str, Any], **changes: Any) -> bytes:
    tree: dict[str, Any] = {
        "Udvalg": {"Navn": "Byrådet"},
        "Moede": {"Dato": "2026-03-11T16:00:00+01:00", "Navn": "Referat"},
        "Dagsordenpunkter": list(points),
    }
    return json.dumps(tree | changes).encode()


def point(**changes: Any) -> dict[str, Any]:
    return {"Number": "1", "Caption": "Sag", "IsOpen": True, "Felter": [{"Html": "<p>Tekst.</p>"}]} | changes


def timed(data: bytes) -> float:
    started = time.process_time()
    try:
        read_bytes("m.json", data)
    except Unreadable as refused:
        assert str(refused).count("\n") == 0
    return time.process_time() - started


LONG = 40_000
HOSTILE = [
    "(" * LONG,
    "<" * LONG,
    "A " * LONG,
    "1." * LONG,
    "-" * LONG,
    "&" * LONG,
    "@" * LONG,
    "\\" * LONG,
    "æ" * LONG,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:2]))
@pytest.mark.parametrize("field", ["Caption", "Number", "CaseNumber", "ItemDecision", "Html", "Bilag", "Attendee"])
def test_a_long_hostile_text_in_any_field_takes_no_time(field: str, text: str) -> None:
    changed: dict[str, Any] = {field: text}
    if field == "Html":
        changed = {"Felter": [{"Html": f"<p>{text}</p>"}, {"Tekst": text, "Navn": text}]}
    elif field == "Bilag":
        changed = {"Bilag": [{"Navn": text}]}
    elif field == "Attendee":
        changed = {"ExternalAgendaItemAttendees": [{"Name": text, "Title": text}]}
    assert timed(meeting(point(**changed))) < SECONDS


def test_many_items_take_time_that_follows_from_their_number() -> None:
    html = "<h3>Sagsfremstilling</h3>" + "<p>En linje tekst om noget.</p>" * 40 + "<h3>Beslutning</h3><p>Godkendt.</p>"
    points = [point(Number=str(number), Felter=[{"Html": html}]) for number in range(1, 401)]
    few = min(timed(meeting(*points[:100])) for _ in range(3))
    assert timed(meeting(*points)) < max(1.0, 12 * few)


def test_many_attachments_take_little_time() -> None:
    lines = "".join(f"<p>Bilag {number}</p>" for number in range(3_000))
    files = [{"Navn": f"Notat {number}"} for number in range(3_000)]
    told = point(Felter=[{"Html": f"<h3>Bilag</h3>{lines}"}], Bilag=files)
    assert timed(meeting(told)) < SECONDS
