"""A record with more meetings than are asked for at a time."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from django.test import override_settings
from typer.testing import CliRunner

from pejl.cli import record_find
from pejl.cli.record import app
from pejl.home.folders import Home
from record.builders import item, minutes
from web.reading import take_in


@pytest.mark.django_db
def test_every_meeting_is_listed_once_however_many_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_find, "STRETCH", 2)
    days = [dt.date(2025, month, 1) for month in range(1, 6)]
    with override_settings(HOME=Home(tmp_path)):
        take_in(*(minutes(item(1), date=day) for day in days))
        said = CliRunner().invoke(app, ["list", "--json"])
    assert said.exit_code == 0, said.output
    assert [meeting["date"] for meeting in json.loads(said.stdout)] == [day.isoformat() for day in reversed(days)]
