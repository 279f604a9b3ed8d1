"""A register of the module's own, and readers with each role."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.test import override_settings

from pejl.home.folders import Home


@pytest.fixture(autouse=True)
def quick_passwords() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="module")
def loaded_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Two deliveries loaded and one refused. Nothing may be changed in it."""
    loaded = import_module("web.register.loaded")  # not above: this file may be read before Django is ready
    folder = tmp_path_factory.mktemp("register")
    home = Home(folder / "home")
    loaded.first(folder, home)
    loaded.second(folder, home)
    loaded.refused(folder, home)
    return home


@pytest.fixture
def register(loaded_home: Home, db: None) -> Iterator[Home]:
    """The site on that register."""
    with pytest.MonkeyPatch.context() as patch, override_settings(HOME=loaded_home):
        patch.setenv("PEJL_HOME", str(loaded_home.root))
        yield loaded_home


@pytest.fixture
def empty_register(tmp_path: Path, db: None) -> Iterator[Home]:
    """The site before anything was delivered."""
    home = Home(tmp_path)
    with override_settings(HOME=home):
        yield home
