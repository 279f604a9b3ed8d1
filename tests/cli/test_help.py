"""A person who does not know the command asks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.pejl_command import pejl
from pejl import __version__
from pejl.cli.main import Pejl, app


def test_help_names_every_chapter_with_a_sentence(tmp_path: Path) -> None:
    said = pejl("--help", home=tmp_path)
    assert said.returncode == 0
    for name, chapter in Pejl.chapters.items():
        assert f"  {name} " in said.stdout
        assert chapter.sentence.split(".")[0] in said.stdout


@pytest.mark.parametrize("name", Pejl.chapters)
def test_a_chapter_says_of_itself_what_the_contents_say_of_it(name: str) -> None:
    said = CliRunner().invoke(app, [name, "--help"])
    assert said.exit_code == 0
    assert Pejl.chapters[name].sentence.partition(".")[0] in " ".join(said.output.split())


def test_the_version_is_told(tmp_path: Path) -> None:
    assert pejl("--version", home=tmp_path).stdout == f"pejl {__version__}\n"


def test_a_slip_of_the_finger_is_answered_with_what_was_meant(tmp_path: Path) -> None:
    said = pejl("recrod", "list", home=tmp_path)
    assert said.returncode == 2
    assert "Did you mean 'record'?" in said.stderr


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    pejl("record", "--help", home=tmp_path)
    pejl("api", "schema", home=tmp_path)
    assert list(tmp_path.iterdir()) == []
