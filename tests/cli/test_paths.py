"""Which files a person means who names a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from pejl.cli.paths import files_meant


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/Referat.PDF", "a.txt", "billede.png", ".skjult.txt", ".git/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_a_folder_gives_its_files_of_minutes_by_path_and_none_that_are_hidden(folder: Path) -> None:
    assert list(files_meant([folder])) == [folder / "a.txt", folder / "b" / "Referat.PDF"]


def test_what_tells_of_the_folder_is_no_minutes_unless_it_is_itself_named(folder: Path) -> None:
    (folder / "README.md").touch()
    (folder / "b" / "Læsmig.txt").touch()
    (folder / "readme-fra-udvalget.txt").touch()
    meant = [folder / "a.txt", folder / "b" / "Referat.PDF", folder / "readme-fra-udvalget.txt"]
    assert list(files_meant([folder])) == meant
    assert list(files_meant([folder / "README.md"])) == [folder / "README.md"]


def test_a_file_that_is_itself_named_is_always_meant(folder: Path) -> None:
    named = [folder / ".skjult.txt", folder / "billede.png", folder / "borte.txt"]
    assert list(files_meant(named)) == named


def test_a_link_that_leads_back_to_itself_is_passed_on_to_whoever_opens_it(folder: Path) -> None:
    (folder / "rundt.txt").symlink_to("rundt.txt")
    assert list(files_meant([folder / "rundt.txt"])) == [folder / "rundt.txt"]


def test_a_file_named_in_two_ways_is_meant_once(folder: Path) -> None:
    assert list(files_meant([folder / "b" / ".." / "a.txt", folder])) == [
        folder / "b" / ".." / "a.txt",
        folder / "b" / "Referat.PDF",
    ]
