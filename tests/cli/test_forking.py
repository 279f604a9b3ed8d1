"""A command that the tests fork is the command that a person runs: the same answer, the same end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli import pejl_command
from cli.pejl_command import Forking, pejl, pejl_alone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere every command is started by itself.")


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("record", "list"),
        ("record", "list", "--year", "soon"),
        ("record", "show", "nowhere"),
        ("minutes", "read", "referat.txt"),
        ("minutes", "check", "referat.txt", "ødelagt.pdf", "--json"),
    ],
    ids=" ".join,
)
def test_answer_remarks_and_code_are_those_of_a_process_of_its_own(
    words: tuple[str, ...], minutes_file: Path, bad_file: Path
) -> None:
    home = minutes_file.parent
    assert bad_file.parent == home
    forked, alone = pejl(*words, home=home), pejl_alone(*words, home=home)
    assert forked.stdout or forked.stderr
    assert (forked.returncode, forked.stdout, forked.stderr) == (alone.returncode, alone.stdout, alone.stderr)


def test_each_command_finds_its_own_surroundings(tmp_path: Path) -> None:
    for name in ("one", "two"):
        home = tmp_path / name
        home.mkdir()
        pejl("record", "list", home=home, PEJL_HOME="inside")
        assert (home / "inside").is_dir() and not (home / "pejl-data").exists()
    refused = pejl("record", "list", home=tmp_path, DATABASE_URL="nonsense://")
    assert refused.returncode == 2 and "DATABASE_URL" in refused.stderr
    assert pejl("record", "list", home=tmp_path).returncode == 1


def test_what_the_interpreter_reads_at_its_start_needs_one_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Forking:
        raise AssertionError("This command must not be forked.")

    monkeypatch.setattr(pejl_command, "forking", refuse)
    assert pejl("--version", home=tmp_path, PYTHONIOENCODING="ascii").returncode == 0
    with pytest.raises(AssertionError, match="must not be forked"):
        pejl("--version", home=tmp_path)


def test_a_command_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pejl_command, "TIMEOUT", 0.01)
    with pytest.raises(subprocess.TimeoutExpired):
        pejl("record", "list", home=tmp_path)
    monkeypatch.undo()
    assert pejl("--version", home=tmp_path).returncode == 0
