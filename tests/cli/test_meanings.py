"""With the extra installed, the command goes on to read what the items mean, and can be told to leave it."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from cli.pejl_command import PEJL, environment, pejl
from pejl.record import fjordby as demo
from pejl.record.search import meaning

pytestmark = [
    pytest.mark.skipif(bool(meaning.why_not()), reason=meaning.why_not()),
    pytest.mark.usefixtures("tables"),
]
ON = {"PEJL_MEANING": ""}


def test_an_import_reads_what_the_items_mean_and_a_question_finds_it(minutes_file: Path, tmp_path: Path) -> None:
    said = pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=tmp_path, **ON)
    assert said.returncode == 0
    assert said.stderr.splitlines() == ["1/1 referat.txt: new", "2/2 items read for meaning"]
    again = pejl("record", "import", minutes_file, home=tmp_path, **ON)
    assert again.stderr == "1/1 referat.txt: here already\n"
    assert (tmp_path / "index" / "meanings" / "current.json").is_file()
    found = pejl("record", "search", "hvad blev der sagt om kontanthjælp", home=tmp_path, **ON)
    assert "Budgetopfølgning for kontanthjælp" in found.stdout


def test_a_rebuild_reads_only_what_it_has_not_read(minutes_file: Path, tmp_path: Path) -> None:
    pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=tmp_path)
    assert not (tmp_path / "index" / "meanings").exists()
    assert "2/2 items read for meaning" in pejl("record", "rebuild", home=tmp_path, **ON).stderr
    assert "read for meaning" not in pejl("record", "rebuild", home=tmp_path, **ON).stderr


@pytest.mark.long
def test_reading_stops_at_ctrl_c_with_everything_imported(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for path in sorted(demo.FOLDER.glob("*2026-0*.txt")):
        (files / path.name).write_bytes(path.read_bytes())
    running = subprocess.Popen(
        [PEJL, "record", "import", files, "--municipality", demo.MUNICIPALITY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment(tmp_path), **ON},
    )
    assert running.stderr
    while "items read for meaning" not in (line := running.stderr.readline()):
        assert line
    running.send_signal(signal.SIGINT)
    _, remarks = running.communicate(timeout=120)
    assert running.returncode == 0
    assert "Stopping here. Search goes by words where meanings are not read yet." in remarks
    assert "items are not read for their meaning yet." in remarks
