"""The smallest example municipality that has everybody in it, made and loaded once for all tests of the room."""

from __future__ import annotations

import pytest

from pejl.register.register import Register
from pejl.register.snapshot import Snapshot
from register.simulation.fjordby import LAST, Loaded, loaded, made

INHABITANTS = 2_000


@pytest.fixture(scope="session")
def fjordby(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Delivered twice, with the stories, and loaded."""
    return loaded(made(INHABITANTS, 1), tmp_path_factory.mktemp("casework"), LAST)


@pytest.fixture(scope="session")
def snapshot(fjordby: Loaded) -> Snapshot:
    """The newest of its snapshots."""
    return Register(fjordby.home).newest()
