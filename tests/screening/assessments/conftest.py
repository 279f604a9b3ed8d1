"""The invented municipality of `fjordby_case`, for tests that decide something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from screening.assessments.fjordby_case import World, made


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[World]:
    world = made(tmp_path, monkeypatch)
    with override_settings(HOME=world.home):
        yield world
