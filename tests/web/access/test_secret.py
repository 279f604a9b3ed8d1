"""The key that logins are signed with: given, or kept in the data folder for all workers, and for nobody else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core import signing
from django.test import override_settings

from pejl.home.folders import Home
from pejl.web.access.secret import secret_key


def kept(folder: Path) -> Path:
    return folder / "secret-key"


def test_naming_the_key_makes_no_file_and_using_it_makes_one_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    key = secret_key(None, Home(folder))
    assert not folder.exists()
    assert len(str(key)) >= 50
    assert kept(folder).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret-key"]
    assert str(secret_key("", Home(folder))) == str(key)


def test_the_keys_of_two_installations_differ(tmp_path: Path) -> None:
    assert str(secret_key(None, Home(tmp_path / "a"))) != str(secret_key(None, Home(tmp_path / "b")))


def test_workers_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as workers:
        keys = set(workers.map(lambda _: str(secret_key(None, Home(tmp_path))), range(64)))
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o666])
def test_a_key_that_others_can_read_is_refused_with_what_to_do(tmp_path: Path, mode: int) -> None:
    str(secret_key(None, Home(tmp_path)))
    kept(tmp_path).chmod(mode)
    with pytest.raises(ValueError, match=r"can be read by others than its owner; run: chmod 600 "):
        str(secret_key(None, Home(tmp_path)))


@pytest.mark.parametrize("content", ["", "kort", "  \n"])
def test_a_file_that_holds_no_key_is_refused(tmp_path: Path, content: str) -> None:
    kept(tmp_path).write_text(content)
    kept(tmp_path).chmod(0o600)
    with pytest.raises(ValueError, match="holds no key"):
        str(secret_key(None, Home(tmp_path)))


def test_a_key_that_is_given_is_used_and_nothing_is_kept(tmp_path: Path) -> None:
    assert str(secret_key("x" * 32, Home(tmp_path))) == "x" * 32
    assert not list(tmp_path.iterdir())
    with pytest.raises(ValueError, match="PEJL_SECRET_KEY has 5 characters; it must have 32 at least"):
        str(secret_key("short", Home(tmp_path)))


def test_what_one_process_signs_another_trusts(tmp_path: Path) -> None:
    with override_settings(SECRET_KEY=secret_key(None, Home(tmp_path))):
        signed = signing.dumps({"user": 1})
    with override_settings(SECRET_KEY=secret_key(None, Home(tmp_path))):
        assert signing.loads(signed) == {"user": 1}
