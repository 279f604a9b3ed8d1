"""What the tests of the command stand on."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.pejl_command import make_demo, pejl
from once import copied

SHORT = """\
Beskæftigelsesudvalget

Referat fra mødet onsdag den 12. marts 2025 kl. 16.00

Punkt 1. Budgetopfølgning for kontanthjælp

Indstilling
Forvaltningen indstiller, at budgetopfølgningen godkendes.

Beslutning
Godkendt.

Punkt 2. Eventuelt

Beslutning
Intet.
"""


@pytest.fixture
def minutes_file(tmp_path: Path) -> Path:
    """A short set of minutes in a file of its own."""
    path = tmp_path / "referat.txt"
    path.write_text(SHORT, encoding="utf-8")
    return path


@pytest.fixture
def bad_file(tmp_path: Path) -> Path:
    """A file that is called a PDF and is none."""
    path = tmp_path / "ødelagt.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<")
    return path


@pytest.fixture
def port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        number: int = listener.getsockname()[1]
    return number


@pytest.fixture(scope="session")
def fjordby(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the record of the invented municipality, for tests that only read in it."""
    return copied("demo", make_demo, tmp_path_factory.mktemp("fjordby"), tmp_path_factory)


def empty_record(home: Path) -> None:
    said = pejl("record", "list", home=home)
    assert said.returncode == 1, said.stderr


@pytest.fixture(scope="session")
def tables_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Make a folder a data folder whose database has its tables, which a first command takes long to make."""
    return lambda folder: copied("tables", empty_record, folder, tmp_path_factory)


@pytest.fixture
def tables(tmp_path: Path, tables_in: Callable[[Path], Path]) -> None:
    """The test's own folder is such a data folder."""
    tables_in(tmp_path)
