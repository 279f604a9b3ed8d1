"""A CPR number in a received file, or in its name, is in the archive and in no row of the record."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from minutes.reading import HEAD, item
from pejl.home.folders import Home
from pejl.record import services
from web.surface import rows

pytestmark = pytest.mark.django_db

NUMBER = "070761-4285"
TEXT = HEAD + item(
    1,
    title=f"Klage fra {NUMBER}",
    decision=f"Tiltrådt.\n\nBo Holm tog forbehold for {NUMBER}.",
    body=f"Borgeren {NUMBER} har klaget.\n\nDeltager i sagens behandling\n\nAnne Vang, rådgiver for {NUMBER}",
)


def test_it_is_kept_as_received_and_shown_nowhere() -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setenv("PEJL_HOME", folder)
        with override_settings(HOME=Home(Path(folder))):
            services.import_bytes(f"klage {NUMBER}.txt", TEXT.encode(), "Fjordby Kommune")
            kept = [path.read_bytes() for path in Path(folder).rglob("*.txt")]
            told = [row for row in rows() if any(digits in row[1] for digits in ("070761", "4285"))]
            indexed = [path.name for path in (Path(folder) / "index").rglob("*") if _holds(path, b"4285")]
        transaction.set_rollback(True)
    assert TEXT.encode() in kept
    assert told == []
    assert indexed == []


def _holds(path: Path, digits: bytes) -> bool:
    return path.is_file() and digits in path.read_bytes()
