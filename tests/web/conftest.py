"""What the tests of the site stand on besides the database."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from pejl.home.folders import Home


@pytest.fixture
def own_home(tmp_path: Path) -> Iterator[None]:
    """A data folder of the test's own: archive and search index are empty."""
    with pytest.MonkeyPatch.context() as patch, override_settings(HOME=Home(tmp_path)):
        patch.setenv("PEJL_HOME", str(tmp_path))
        yield


@pytest.fixture(scope="module")
def record_of_module(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A small record, imported once for a module's tests, each of which works in a transaction within this one."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch, override_settings(HOME=Home(folder)), django_db_blocker.unblock():
        patch.setenv("PEJL_HOME", str(folder))
        small = import_module("web.api_record")  # not above: this file may be read before Django is ready
        with transaction.atomic():
            small.take_in(*small.DOCUMENTS)
            yield
            transaction.set_rollback(True)


@pytest.fixture
def record(record_of_module: None, db: None) -> None:
    """The small record of `web.api_record`."""
