"""The address that an installation is known under is taken as it is meant, or refused with a sentence."""

from __future__ import annotations

import runpy

import pytest

from house.tree import SOURCE
from pejl.web.base_address import configured, hosts


@pytest.mark.parametrize(
    ("given", "used"),
    [
        (None, ""),
        ("", ""),
        ("https://referater.example.dk", "https://referater.example.dk"),
        (" https://Referater.Example.dk/ ", "https://referater.example.dk"),
        ("http://intranet:8080", "http://intranet:8080"),
        ("https://[::1]:8443/", "https://[::1]:8443"),
    ],
)
def test_an_address_is_used_without_its_last_slash(given: str | None, used: str) -> None:
    assert configured(given) == used


@pytest.mark.parametrize(
    "given",
    [
        *("referater.example.dk", "ftp://x.dk", "https://", "https:///x", "https://x.dk/sti", "https://x.dk?q=1"),
        *("https://x.dk:port", "https://x.dk:99999", "https://bruger@x.dk", "https://[::1"),
    ],
)
def test_what_is_no_address_of_a_site_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"^PEJL_BASE_ADDRESS .*\.$"):
        configured(given)


def test_the_site_answers_to_the_name_that_it_is_known_under() -> None:
    assert hosts("127.0.0.1,localhost", "https://referater.example.dk:8443") == [
        *("127.0.0.1", "localhost", "referater.example.dk"),
    ]
    assert hosts("referater.example.dk, b.dk", "https://referater.example.dk") == ["referater.example.dk", "b.dk"]
    assert hosts("localhost", "") == ["localhost"]


def test_the_settings_take_it_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "PEJL_BASE_ADDRESS": "https://referater.example.dk/",
        "PEJL_HOSTS": "127.0.0.1",
        "PEJL_LICENSE": "https://creativecommons.org/publicdomain/zero/1.0/",
        "PEJL_CONTACT_NAME": "Byrådssekretariatet",
        "PEJL_CONTACT_EMAIL": "post@example.dk",
    }.items():
        monkeypatch.setenv(name, value)
    told = runpy.run_path(str(SOURCE / "web" / "settings.py"))
    assert told["BASE_ADDRESS"] == "https://referater.example.dk"
    assert told["ALLOWED_HOSTS"] == ["127.0.0.1", "referater.example.dk"]
    assert (told["CONTACT_NAME"], told["CONTACT_EMAIL"]) == ("Byrådssekretariatet", "post@example.dk")
    assert told["LICENSE"].startswith("https://")
