"""What is said when the deadlines cannot be shown just now: a sentence and when to ask again, never a fault of ours."""

from __future__ import annotations

import pytest
from django.test import Client

from casework.worklists.hand_made import pseudonym
from pejl.home.turn import Busy
from pejl.register.kept import Damaged

PAGES = ("/arbejdslister/", "/arbejdslister/liste/frist/", "/arbejdslister/rettidighed/")
ROOT = "/api/v1/casework"
OPERATIONS = (
    f"{ROOT}/worklists",
    f"{ROOT}/worklists/frist?formaal=casework",
    f"{ROOT}/deadlines/{pseudonym(0)}?formaal=casework",
)


def fails_with(patch: pytest.MonkeyPatch, trouble: Exception) -> None:
    def judged(*_asked: object, **_more: object) -> None:
        raise trouble

    patch.setattr("pejl.web.casework.reading.judged", judged)


def test_while_somebody_else_judges_for_long_one_is_told_to_wait(
    leader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails_with(monkeypatch, Busy("Another process (number 7) is writing in /srv/pejl/judged."))
    for address in PAGES:
        answer = leader.get(address)
        assert (answer.status_code, answer["Retry-After"]) == (503, "30"), address
        assert "Prøv igen om et halvt minut" in answer.content.decode() and b"/srv" not in answer.content
        assert answer["Cache-Control"] == "private, no-store"
    for address in OPERATIONS:
        answer = leader.get(address)
        assert (answer.status_code, answer["Retry-After"]) == (503, "30"), address
        assert "try again" in answer.json()["detail"] and b"/srv" not in answer.content


def test_a_damaged_register_is_said_by_the_api_too(leader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fails_with(monkeypatch, Damaged("/srv/pejl/register/2026/talks.parquet is gone."))
    for address in OPERATIONS:
        answer = leader.get(address)
        assert answer.status_code == 503 and b"/srv" not in answer.content, address
    assert [leader.get(address).status_code for address in PAGES] == [503, 503, 503]
