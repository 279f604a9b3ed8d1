"""What a person is told when the place to work in cannot be used: a sentence and exit code 2, never a trace."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cli.pejl_command import PEJL, environment, pejl


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"PEJL_HOME": "referat.txt"}, "referat.txt cannot be the data folder: File exists. PEJL_HOME names another."),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL begins with 'mysql'; it must be a postgresql:// address."),
        ({"DATABASE_URL": "postgresql://a:b@127.0.0.1:1/x"}, "The database cannot be used: "),
        ({"DATABASE_URL": "postgresql://"}, "DATABASE_URL names no database; it must end in one: "),
        ({"DATABASE_URL": "postgresql://host:port/x"}, "DATABASE_URL is no address: "),
        ({"DATABASE_URL": "postgresql://[::1/x"}, "DATABASE_URL is no address: "),
    ],
    ids=["folder", "other database", "no server", "no name", "no port", "no host"],
)
def test_a_place_that_cannot_be_used_is_named(
    minutes_file: Path, tmp_path: Path, variables: dict[str, str], sentence: str
) -> None:
    said = pejl("record", "import", minutes_file, "--json", home=tmp_path, **variables)
    assert (said.returncode, said.stdout) == (2, "")
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr


def test_a_database_file_that_cannot_be_opened_is_told_with_the_folder_it_lies_in(tmp_path: Path) -> None:
    (tmp_path / "pejl.sqlite3").mkdir()
    said = pejl("record", "list", home=tmp_path)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("The database cannot be used: ")
    assert f"It lies in {tmp_path}, which must be a folder that you may write in." in said.stderr


def test_a_receiver_of_plain_letters_alone_gets_the_same_document(minutes_file: Path, tmp_path: Path) -> None:
    whole = pejl("minutes", "read", minutes_file, "--json", home=tmp_path).stdout
    plain = pejl("minutes", "read", minutes_file, "--json", home=tmp_path, PYTHONIOENCODING="ascii").stdout
    assert plain.isascii() and not whole.isascii()
    assert json.loads(plain) == json.loads(whole)


def test_a_name_that_no_terminal_can_show_does_not_stop_the_work(tmp_path: Path) -> None:
    odd = Path(str(tmp_path) + "/odd\udcff\x1b[2J.txt")
    odd.write_bytes(b"")
    said = pejl("minutes", "read", odd, home=tmp_path)
    assert said.returncode == 2
    assert said.stderr.endswith("it is empty.\n")
    assert "\x1b" not in said.stderr


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_without_the_look_of_the_site_one_sentence_says_where_it_comes_from_and_nothing_is_built(
    command: str, tmp_path: Path, port: int
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    said = pejl(command, "--port", str(port), home=home, PEJL_NODE_MODULES=str(tmp_path))
    assert (said.returncode, said.stdout) == (2, "")
    assert not (home / "archive").exists()
    assert f"{tmp_path / 'dkfds'} is missing. In the repository, `make demo`" in said.stderr
    assert "Traceback" not in said.stderr
    assert "Pejl is at" not in said.stderr


def test_an_empty_name_of_a_data_folder_is_none_and_does_not_fill_the_working_folder(tmp_path: Path) -> None:
    said = pejl("record", "list", home=tmp_path, PEJL_HOME="")
    assert said.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["pejl-data"]


@pytest.mark.parametrize("json_too", ["", " --json"])
def test_an_answer_that_nobody_takes_or_no_disk_holds_leaves_no_trace(fjordby: Path, json_too: str) -> None:
    for receiver, code in ((">&-", 0), ("> /dev/full", 2)):
        said = subprocess.run(
            ["/bin/sh", "-c", f'"{PEJL}" record list{json_too} {receiver}'],
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment(fjordby),
            check=False,
            timeout=120,
        )
        assert "Traceback" not in said.stderr and "Exception" not in said.stderr
        assert said.returncode == code
        assert ("no room" in said.stderr) == (code == 2)
