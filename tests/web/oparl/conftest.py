"""Records for the tests of open data, imported once for a module; each test works in a transaction within."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from pejl.home.folders import Home
from web.oparl.asking import BASE


@contextmanager
def filled(folder: Path, blocker: DjangoDbBlocker, fill: Callable[[], None]) -> Iterator[None]:
    """A record of its own, known under an https address, that `fill` takes files into."""
    hosts = [*settings.ALLOWED_HOSTS, BASE.removeprefix("https://")]
    known = override_settings(HOME=Home(folder), BASE_ADDRESS=BASE, ALLOWED_HOSTS=hosts)
    with pytest.MonkeyPatch.context() as patch, known, blocker.unblock():
        patch.setenv("PEJL_HOME", str(folder))
        with transaction.atomic():
            fill()
            yield
            transaction.set_rollback(True)


def imports(files: Path, endings: set[str], municipality: str, every: int = 1) -> Callable[[], None]:
    """Take the files in: all of them, or only every second or third."""

    def fill() -> None:
        services = import_module("pejl.record.services")  # not above: this file may be read before Django is ready
        for path in sorted(path for path in files.iterdir() if path.suffix in endings)[::every]:
            services.import_file(path, municipality)

    return fill


@pytest.fixture(scope="module")
def fjordby_of_module(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    fjordby = import_module("pejl.record.fjordby")
    fill = imports(fjordby.FOLDER, {".md", ".txt", ".html"}, fjordby.MUNICIPALITY)
    with filled(tmp_path_factory.mktemp("home"), django_db_blocker, fill):
        yield


@pytest.fixture
def fjordby(fjordby_of_module: None, db: None) -> None:
    """The demo's record."""


@pytest.fixture
def third_of_fjordby(
    db: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A third of the demo's meetings."""
    fjordby = import_module("pejl.record.fjordby")
    fill = imports(fjordby.FOLDER, {".md", ".txt", ".html"}, fjordby.MUNICIPALITY, every=3)
    with filled(tmp_path_factory.mktemp("home"), django_db_blocker, fill):
        yield


@pytest.fixture(scope="module")
def real_of_module(
    shared: Path,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    fill = imports(shared / "minutes" / "gladsaxe", {".txt"}, "Gladsaxe Kommune")
    with filled(tmp_path_factory.mktemp("home"), django_db_blocker, fill):
        yield


@pytest.fixture
def real(real_of_module: None, db: None) -> None:
    """The real minutes, where they stand beside the repository."""


@pytest.fixture(scope="module")
def small_of_module(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    small = import_module("web.api_record")
    with filled(tmp_path_factory.mktemp("home"), django_db_blocker, lambda: small.take_in(*small.DOCUMENTS)):
        yield


@pytest.fixture
def small(small_of_module: None, db: None) -> None:
    """The small record of `web.api_record`; what a test adds is gone after it."""


@pytest.fixture
def empty(db: None, tmp_path: Path) -> Iterator[None]:
    """No record at all, known under an https address."""
    hosts = [*settings.ALLOWED_HOSTS, BASE.removeprefix("https://")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PEJL_HOME", str(tmp_path))
        with override_settings(HOME=Home(tmp_path), BASE_ADDRESS=BASE, ALLOWED_HOSTS=hosts):
            yield
