"""The addresses that take forms. Everywhere else on the site there is only reading."""

from __future__ import annotations

ROOM = "/adgang/"
FORMS = frozenset(
    f"{ROOM}{part}/"
    for part in (
        "log-ind",
        "log-ud",
        "bekraeft",
        "bekraeft/kode",
        "adgangskode",
        "kode",
        "totrin/til",
        "totrin/fra",
        "totrin/noedkoder/nye",
    )
)


def takes_forms(path: str) -> bool:
    """Whether something may be sent to the address: exactly the forms of logging in and out and of the own account."""
    return path in FORMS
