"""Where the site says that it is, and what it says where it cannot be."""

from __future__ import annotations

import pytest

from pejl.cli.listening import address, bind_to, hindrance


@pytest.mark.parametrize(
    ("host", "opened", "bound"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000", "127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000", "0.0.0.0:8000"),  # noqa: S104
        ("::", "http://[::1]:8000", "[::]:8000"),
        ("::1", "http://[::1]:8000", "[::1]:8000"),
        ("pejl.example.dk", "http://pejl.example.dk:8000", "pejl.example.dk:8000"),
    ],
)
def test_the_address_that_is_told_can_be_opened_on_this_machine(host: str, opened: str, bound: str) -> None:
    assert address(host, 8000) == opened
    assert bind_to(host, 8000) == bound


def test_an_address_of_another_machine_is_refused_with_a_sentence(port: int) -> None:
    # 192.0.2.1 is set aside for examples: no machine has it.
    said = hindrance("192.0.2.1", port)
    assert said is not None
    assert said.startswith(f"Cannot listen at 192.0.2.1, port {port}: ")


def test_a_free_port_is_no_hindrance(port: int) -> None:
    assert hindrance("127.0.0.1", port) is None
