"""The key: made once, read by its owner only, and never told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pejl.intake.key import NoKey, key_of, read_key, write_new_key


def test_a_new_key_is_read_again_and_others_may_not_read_it(tmp_path: Path) -> None:
    path = tmp_path / "key"
    key = write_new_key(path)
    assert read_key(path) == key == key_of({"PEJL_KEY_FILE": str(path)}) == key_of({"PEJL_KEY": key.secret.hex()})
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "key"
    key = write_new_key(path)
    with pytest.raises(NoKey, match="never overwritten"):
        write_new_key(path)
    assert read_key(path) == key


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "key"
    write_new_key(path)
    path.chmod(mode)
    with pytest.raises(NoKey, match="chmod 600"):
        read_key(path)


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "pejl register key"),
        ({"PEJL_KEY": "ab"}, "64 hexadecimal"),
        ({"PEJL_KEY": "x" * 64}, "64 hexadecimal"),
        ({"PEJL_KEY": "a" * 64, "PEJL_KEY_FILE": "k"}, "both"),
        ({"PEJL_KEY_FILE": "/nowhere/key"}, "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_and_no_key_with_it(environment: dict[str, str], said: str) -> None:
    with pytest.raises(NoKey, match=said) as raised:
        key_of(environment)
    assert environment.get("PEJL_KEY") is None or environment["PEJL_KEY"] not in str(raised.value)


def test_the_fingerprint_tells_keys_apart(tmp_path: Path) -> None:
    one, other = write_new_key(tmp_path / "one"), write_new_key(tmp_path / "other")
    assert one.fingerprint != other.fingerprint
    assert one.fingerprint not in one.secret.hex()
