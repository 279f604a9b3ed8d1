"""Every variable that an installation can be steered by is explained to those who run one."""

from __future__ import annotations

import re
import runpy
from typing import Any

import pytest

from house.tree import DOCS, SOURCE, source_files

VARIABLE = re.compile(r"""environ(?:ment)?(?:\.get\(|\[)\s*["']([A-Z_]+)["']""")


def test_every_environment_variable_is_explained() -> None:
    read = {name for path in source_files() for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}
    explained = set(re.findall(r"^\| `([A-Z_]+)`", (DOCS / "operation.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"PEJL_HOME", "DATABASE_URL", "PEJL_SECRET_KEY"} <= read
    assert read == explained


def settings(patch: pytest.MonkeyPatch, **environment: str) -> dict[str, Any]:
    """The settings as an installation with this environment has them."""
    for name in ("PEJL_HTTPS", "PEJL_HOSTS", "DATABASE_URL"):
        patch.delenv(name, raising=False)
    for name, value in environment.items():
        patch.setenv(name, value)
    return runpy.run_path(str(SOURCE / "web" / "settings.py"))


def test_behind_a_proxy_that_speaks_https_plain_requests_are_sent_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "SECURE_SSL_REDIRECT" not in settings(monkeypatch)
    told = settings(monkeypatch, PEJL_HTTPS="1")
    assert told["SECURE_SSL_REDIRECT"] is True
    assert told["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert told["SECURE_HSTS_SECONDS"] > 0


def test_an_installation_answers_to_the_names_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch)["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    told = settings(monkeypatch, PEJL_HOSTS="referater.example.dk,pejl.example.dk")
    assert told["ALLOWED_HOSTS"] == ["referater.example.dk", "pejl.example.dk"]


def test_a_server_of_databases_is_named_by_its_address_signs_and_all(monkeypatch: pytest.MonkeyPatch) -> None:
    told = settings(monkeypatch, DATABASE_URL="postgresql://p%40l:h%2Fm@db.example.dk:5433/r%C3%A5d")
    database = told["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert [database[part] for part in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "råd",
        "p@l",
        "h/m",
        "db.example.dk",
        "5433",
    ]
