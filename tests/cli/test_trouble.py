"""What a person is told when the place to work in cannot be used: a sentence and exit code 2, never a trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.pejl_command import pejl


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"PEJL_HOME": "referat.txt"}, "referat.txt cannot be the data folder: File exists. PEJL_HOME names another."),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL begins with 'mysql'; it must be a postgresql:// address."),
        ({"DATABASE_URL": "postgresql://a:b@127.0.0.1:1/x"}, "The database cannot be used: "),
    ],
    ids=["folder", "other database", "no server"],
)
def test_a_place_that_cannot_be_used_is_named(
    minutes_file: Path, tmp_path: Path, variables: dict[str, str], sentence: str
) -> None:
    said = pejl("record", "import", minutes_file, "--json", home=tmp_path, **variables)
    assert (said.returncode, said.stdout) == (2, "")
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr


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
