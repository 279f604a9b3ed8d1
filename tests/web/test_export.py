"""The export: every published thing as a line, and from a cursor on what has changed, with nothing lost in between."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from pejl.minutes.document import Item
from pejl.record.models import HeldDocument, Publication
from record.builders import closed, item, member, minutes
from web.api_record import SECRET, take_in

pytestmark = pytest.mark.usefixtures("record")

ADDRESS = "/eksport/record.ndjson"
PLACE = "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"


def export(**asked: str) -> list[dict[str, Any]]:
    response = Client().get(f"{ADDRESS}?{urlencode(asked)}" if asked else ADDRESS)
    assert response.status_code == 200
    return [json.loads(line) for line in response.getvalue().splitlines()]


def by_id(lines: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {line["id"]: line for line in lines if line["type"] != "end"}


def test_every_published_thing_has_one_line() -> None:
    lines = export()
    assert len(by_id(lines)) == len(lines) - 1 == Publication.objects.count()
    assert {line["type"] for line in lines} == {
        *("municipality", "body", "person", "membership", "meeting", "item", "vote", "case", "station", "document"),
        *("place", "term", "end"),
    }
    times = [(line["modified"], line["id"]) for line in lines[:-1]]
    assert times == sorted(times)


def test_lines_name_each_other_by_their_ids() -> None:
    found = by_id(export())
    meeting = found[f"meeting/{PLACE}"]["data"]
    assert [found[each]["data"]["title"] for each in meeting["items"]][1] == "Indsats for kontanthjælpsmodtagere"
    assert [found[each]["data"]["name"] for each in meeting["participants"]] == ["Asta Fjord"]
    second = found[meeting["items"][1]]
    station = found[second["data"]["station"]]["data"]
    assert (station["told"], station["outcome"], station["item"]) == ("treated", "recommended", second["id"])
    assert station["case"] in found and station["body"] in found
    assert second["page"] == f"/referater/{PLACE}/punkt-2/"
    content = Item.model_validate(second["data"]["content"])
    assert content.votes[0].against == ["Bo Klit"]
    assert found[f"vote/{PLACE}/punkt-2/1"]["data"]["result"] == "fail"


def test_nothing_of_a_closed_item_is_in_it() -> None:
    found = by_id(export())
    assert SECRET not in json.dumps(found, ensure_ascii=False)
    told = found[f"agendaitem/{PLACE}/punkt-3"]["data"]
    assert (told["closed"], told["title"], told["station"]) == (True, "Lukket: Personsag", None)


def test_the_same_walk_twice_gives_the_same() -> None:
    assert export() == export()


def test_pieces_put_together_are_the_whole() -> None:
    whole = export()
    pieces: list[dict[str, Any]] = []
    asked: dict[str, str] = {"limit": "7"}
    while True:
        *lines, end = export(**asked)
        pieces += lines
        asked = {"limit": "7", "since": end["cursor"]}
        if not end["more"]:
            break
    assert pieces == whole[:-1]
    assert end["cursor"] == whole[-1]["cursor"]
    middle = whole[20]["cursor"]
    assert export(since=middle) == whole[21:]


def test_only_what_has_changed_comes_after_the_last_cursor(own_home: None) -> None:
    before = by_id(export())
    cursor = export()[-1]["cursor"]
    assert [line["type"] for line in export(since=cursor)] == ["end"]
    take_in(minutes(item(1, "Godkendelse af dagsorden"), closed(3), members=[member("Asta Fjord", "A")], note="2"))
    changed = by_id(export(since=cursor))
    assert changed[f"agendaitem/{PLACE}/punkt-2"] == {
        "type": "item",
        "id": f"agendaitem/{PLACE}/punkt-2",
        "created": before[f"agendaitem/{PLACE}/punkt-2"]["created"],
        "modified": changed[f"meeting/{PLACE}"]["modified"],
        "deleted": True,
        "cursor": changed[f"agendaitem/{PLACE}/punkt-2"]["cursor"],
    }
    assert changed[f"vote/{PLACE}/punkt-2/1"]["deleted"]
    after = by_id(export())
    kept = before | changed
    for line in (*kept.values(), *after.values()):
        line.pop("cursor")
    assert kept == after, "a copy that follows the changes is the whole"


def test_what_comes_while_the_export_runs_is_not_lost(own_home: None) -> None:
    lines = iter(Client().get(ADDRESS).streaming_content)  # type: ignore[arg-type]
    begun = [json.loads(next(lines))]
    take_in(minutes(item(1, "Nyt møde"), date=dt.date(2026, 1, 7)))
    begun += [json.loads(line) for line in lines]
    assert "meeting/fjordby-kommune/beskaeftigelsesudvalg/2026-01-07" in by_id(begun) | by_id(
        export(since=begun[-1]["cursor"])
    )


def test_a_cursor_of_another_past_is_refused() -> None:
    cursor = export()[-1]["cursor"]
    first = HeldDocument.objects.order_by("received_at")[0]
    HeldDocument.objects.create(
        sha256="0" * 64, order=99, received_at=first.received_at, body=first.body, day="2020-01-01", minutes=True
    )
    response = Client().get(f"{ADDRESS}?{urlencode({'since': cursor})}")
    assert response.status_code == 410
    assert response.json()["detail"].startswith("Det, der lå før denne cursor, er ændret siden.")


@pytest.mark.parametrize(("name", "value"), [("since", "i går"), ("since", "WyJ4Il0"), ("limit", "0"), ("limit", "x")])
def test_what_cannot_be_understood_is_refused(name: str, value: str) -> None:
    response = Client().get(ADDRESS, {name: value})
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["detail"].endswith(".")


def test_it_is_open_to_all_and_sent_packed_and_not_again() -> None:
    response = Client().get(ADDRESS, headers={"accept-encoding": "gzip"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Content-Disposition"] == 'attachment; filename="record.ndjson"'
    response.getvalue()
    again = Client().get(ADDRESS, headers={"If-Modified-Since": response.headers["Last-Modified"]})
    assert again.status_code == 304
    assert Client().head(ADDRESS).status_code == 200
    assert Client().post(ADDRESS).status_code == 405
