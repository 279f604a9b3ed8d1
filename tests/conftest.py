"""What all tests stand on: a data folder of their own, the database they run on, and the tools they need.

The tests run twice: first all of them on SQLite, then, with `--on-postgresql`, those that touch the database on
PostgreSQL. The server is the one that DATABASE_URL names, or one that is started for the run and removed after it.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import django
import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from house import postgresql

CI = os.environ.get("CI") == "true"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
DATABASE_MEANS = {"django_db_setup", "django_db_blocker"}
SHARED = Path(__file__).resolve().parents[2] / "shared"

run = ExitStack()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--on-postgresql", action="store_true", help="run the tests that touch the database on PostgreSQL")


def pytest_configure(config: pytest.Config) -> None:
    """Say where the site keeps its things before Django reads its settings: never in a folder that someone uses."""
    os.environ["PEJL_HOME"] = run.enter_context(tempfile.TemporaryDirectory(prefix="pejl-tests-"))
    os.environ["PEJL_MEANING"] = "off"  # reading what items mean takes long; the tests of it switch it on
    os.environ["DJANGO_SETTINGS_MODULE"] = "pejl.web.settings"
    if not config.getoption("--on-postgresql"):
        os.environ.pop("DATABASE_URL", None)
    elif "DATABASE_URL" not in os.environ and not hasattr(config, "workerinput"):
        try:
            os.environ["DATABASE_URL"] = run.enter_context(postgresql.server())
        except postgresql.NoServer as reason:
            if CI:
                pytest.exit(f"The tests must run on PostgreSQL here: {reason}", returncode=1)
            os.environ["PEJL_TESTS_WITHOUT_SERVER"] = str(reason)
    django.setup()
    gc.disable()


def pytest_collection_finish() -> None:
    """What all tests have in common stays to the end: looking for garbage among it took up to a sixth of their time."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_unconfigure() -> None:
    gc.enable()
    gc.unfreeze()
    run.close()


def touches_database(item: pytest.Item) -> bool:
    """Whether the test reads or writes the database: by its marks, or by any fixture that it stands on.

    A fixture of ours that opens the database itself counts too; pytest-django's own stand under every test.
    """
    if item.get_closest_marker("django_db") or item.get_closest_marker("database"):
        return True
    fixtures: dict[str, list[pytest.FixtureDef[object]]] = getattr(item, "_fixtureinfo").name2fixturedefs  # noqa: B009
    ours = [definitions[-1] for definitions in fixtures.values() if definitions[-1].baseid]
    return bool(DATABASE_FIXTURES & fixtures.keys()) or any(DATABASE_MEANS & set(fixture.argnames) for fixture in ours)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--on-postgresql"):
        left_out = [item for item in items if not touches_database(item)]
        items[:] = [item for item in items if touches_database(item)]
        config.hook.pytest_deselected(items=left_out)
        if reason := os.environ.get("PEJL_TESTS_WITHOUT_SERVER"):
            for item in items:
                item.add_marker(pytest.mark.skip(reason=reason))
    if not CI:
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip(reason="A long test; it runs where CI=true."))


@pytest.fixture(autouse=True)
def one_connection() -> None:
    """A request answered within a test shares the test's connection and must not close it, however it is made.

    Django's own test client sees to it for its requests and sets up the closing again after each, hence for every test.
    """
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)


@pytest.fixture(scope="session", autouse=True)
def static_files_looked_up_once() -> Iterator[None]:
    """Every test client makes the middleware anew, and WhiteNoise looks at each static file there is as it is made."""
    from whitenoise.middleware import WhiteNoiseMiddleware  # noqa: PLC0415 - Django is ready now

    look_up, known = WhiteNoiseMiddleware.add_files_from_finders, dict[str, Any]()

    def once(self: WhiteNoiseMiddleware) -> None:
        if not known:
            look_up(self)
            known.update(self.files)
        self.files = dict(known)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", once)
        yield


@pytest.fixture(scope="session")
def chromium() -> str:
    """The system's Chromium, for Playwright's `executable_path`. Where CI=true it must be there."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        reason = "Chromium is not installed here (on Debian: the package chromium)."
        if CI:
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real minutes and expected readings that lies beside the repository, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("There is no folder `shared` beside the repository.")
    return SHARED
