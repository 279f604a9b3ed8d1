"""One small invented municipality for all tests here, made and loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pejl.register.simulation.municipality import Municipality
from register.simulation.fjordby import FIRST, LAST, Loaded, loaded, made


@pytest.fixture(scope="session")
def fjordby() -> Municipality:
    """A tenth of the municipality, over the usual time."""
    return made(7_000, 1, FIRST, LAST)


@pytest.fixture(scope="session")
def register(fjordby: Municipality, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The same, delivered twice and loaded."""
    folder: Path = tmp_path_factory.mktemp("fjordby")
    return loaded(fjordby, folder, LAST)
