"""The addresses that take forms. Everywhere else on the site there is only reading."""

from __future__ import annotations

import re

ROOM = "/adgang/"
LOOKS = frozenset(
    {
        "/register/person/opslag/",
        "/register/karantaene/hent/",
        "/register/forskelle/raekker/",
        "/arbejdslister/person/opslag/",
        "/arbejdslister/hent/",
        "/arbejdslister/kalender/",
        "/arbejdslister/stikproeve/traek/",
        "/arbejdslister/besked/hent/",
        "/arbejdslister/besked/flet/",
    }
)
"""Forms that name a person or a purpose: what is sent stands in no address."""

MARKS = frozenset({"/arbejdslister/marker/", "/arbejdslister/besked/skriv/", "/arbejdslister/besked/traek/"})
"""Forms by which somebody records what was done about a deadline, or that somebody was told."""

CALCULATION = re.compile(r"/lov/[a-z]+/beregn/")
"""Forms by which somebody has the law computed for facts that stand in no address. Nothing of them is kept."""

FORMS = (
    LOOKS
    | MARKS
    | frozenset(
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
)


def takes_forms(path: str) -> bool:
    """Whether something may be sent to the address: exactly the forms of logging in and out, of the own account, and of
    looks at persons, of marks, and of calculations."""
    return path in FORMS or CALCULATION.fullmatch(path) is not None
