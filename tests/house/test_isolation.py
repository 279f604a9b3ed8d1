"""The tests of the tests: what one of them leaves behind reaches no other, nor an installation that someone uses."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from pejl.home.folders import home
from pejl.record.models import Municipality


@pytest.mark.django_db
@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_a_test_writes_is_gone_for_the_next(turn: str) -> None:
    assert not Municipality.objects.filter(slug="isolation").exists(), f"the {turn} test met another's row"
    Municipality.objects.create(name="Isolation", slug="isolation")
    assert connection.in_atomic_block


@pytest.mark.django_db
def test_tests_write_to_a_database_of_their_own() -> None:
    name = str(connection.settings_dict["NAME"])
    assert "test_" in name or "memory" in name
    assert connection.vendor == ("postgresql" if os.environ.get("DATABASE_URL") else "sqlite")


def test_tests_keep_their_things_in_a_temporary_folder() -> None:
    temporary = Path(tempfile.gettempdir()).resolve()
    assert home().root.is_relative_to(temporary)
    assert settings.HOME.root.is_relative_to(temporary)
