"""One small municipality with its sick leaves laid out and a model trained on it, once for all tests here."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.home.folders import Home
from pejl.register.register import Register
from pejl.register.simulation import deliveries
from pejl.screening.caseload.at_landmarks import at_landmarks
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.training.run import TrainingRun
from pejl.screening.training.train import train
from register.simulation.fjordby import KEY, LAST, Loaded, loaded, made

NOW = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)
INHABITANTS = 1_500


@pytest.fixture(scope="session")
def fjordby(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Delivered and loaded, with the truth beside it."""
    folder, municipality = tmp_path_factory.mktemp("training"), made(INHABITANTS, 1)
    found = loaded(municipality, folder, LAST)
    deliveries.keep_beside(municipality, found.folder, found.home.simulation, LAST, KEY)
    return found


@pytest.fixture(scope="session")
def home(fjordby: Loaded) -> Home:
    return fjordby.home


@pytest.fixture(scope="session")
def rows(home: Home) -> LandmarkRows:
    return at_landmarks(Register(home).newest())


@pytest.fixture(scope="session")
def run(home: Home) -> TrainingRun:
    return train(home, Register(home).newest(), seed=1, now=NOW)
