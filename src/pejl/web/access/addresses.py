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
        "/screening/person/opslag/",
        "/screening/brev/",
    }
)
"""Forms that name a person or a purpose: what is sent stands in no address."""

MARKS = frozenset(
    {
        "/arbejdslister/marker/",
        "/arbejdslister/besked/skriv/",
        "/arbejdslister/besked/traek/",
        "/screening/skriv/",
        "/screening/styring/skriv/",
    }
)
"""Forms by which somebody records what was done about a deadline or an assessment, that somebody was told, or that a
model is in use."""

ANSWERS = frozenset({"/screening/spoergsmaal/"})
"""The form by which a citizen answers questions. The link that it was made for is sent in it, not in its address."""

CALCULATION = re.compile(r"/lov/[a-z]+/beregn/")
"""Forms by which somebody has the law computed for facts that stand in no address. Nothing of them is kept."""

FORMS = (
    LOOKS
    | MARKS
    | ANSWERS
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
    looks at persons, of marks, of a citizen's answers, and of calculations."""
    return path in FORMS or CALCULATION.fullmatch(path) is not None
