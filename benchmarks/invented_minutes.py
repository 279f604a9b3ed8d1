"""Minutes of a committee that does not exist, as long as wanted, for measuring: the same seed gives the same text."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import typst

_WHO = (
    *("Forvaltningen", "Udvalget", "Jobcentret", "Kommunen", "Den tværfaglige gruppe", "Virksomhedsservice"),
    *("Social- og Arbejdsmarkedsforvaltningen", "Afdelingen for unge", "Det lokale arbejdsmarkedsråd"),
)
_DOES = (
    *("følger", "forventer", "beskriver", "vurderer", "prioriterer", "understøtter", "har gennemført", "foreslår"),
    *("orienterer om", "arbejder med", "indarbejder", "har styrket", "fremlægger"),
)
_WHAT = (
    *("indsatsen for sygemeldte borgere", "den virksomhedsrettede indsats", "samtaler med ledige i målgruppen"),
    *("et mindreforbrug på aktiveringsrammen", "opfølgningen på revisionens bemærkninger", "en ny vejledningsmodel"),
    *("kontanthjælpsmodtagernes vej til ordinære timer", "ressourceforløb for borgere med komplekse problemer"),
    *("sagsbehandlingstiden i rehabiliteringsteamet", "målene for beskæftigelsesindsatsen", "antallet af fleksjob"),
)
_WHEN = (
    *("i det kommende år", "i 2. halvår 2026", "med virkning fra 1. januar 2027", "inden for den vedtagne ramme"),
    *(
        "i samarbejde med virksomhederne",
        "på tværs af forvaltninger",
        "efter de gældende regler",
        "som aftalt i budgettet",
    ),
)
_TOPICS = (
    *("Budgetopfølgning", "Målopfølgning", "Status på fleksjob", "Handleplan for unge", "Kvalitet i sagsbehandlingen"),
    *("Virksomhedsindsats", "Ventetid på forløb", "Samarbejde med uddannelser", "Sygefravær", "Tilsyn og revision"),
)
_ACCOUNTS = ("Aktivering", "Forsørgelse", "Sygedagpenge", "Fleksjob og ledighedsydelse", "Øvrige udgifter")


@dataclass(frozen=True, slots=True)
class _Form:
    """How headings, list entries and tables are written in a text file or for the typesetter."""

    heading: Callable[[str], str]
    entry: Callable[[int, str], str]
    table: Callable[[list[list[str]]], str]


_TEXT = _Form(
    heading=lambda text: text,
    entry=lambda number, text: f"{number}. {text}",
    table=lambda rows: "\n".join("\t".join(row) for row in rows),
)
_TYPESET = _Form(
    heading=lambda text: f"== {text}",
    entry=lambda number, text: f"{number}. {text}",
    table=lambda rows: (
        f"#table(columns: {len(rows[0])}, " + ", ".join(f"[{cell}]" for row in rows for cell in row) + ")"
    ),
)


def as_text(size: int, seed: int) -> bytes:
    """A text file of minutes of at least `size` bytes."""
    chance = random.Random(seed)
    parts = [_head(chance)]
    number = 0
    while sum(len(part.encode()) + 2 for part in parts) < size:
        number += 1
        parts.append(_item(number, chance, _TEXT))
    return "\n\n".join(parts).encode()


def as_pdf(items: int, seed: int) -> bytes:
    """A PDF of minutes with `items` items, each on a new page as case systems print them: two pages an item or so."""
    chance = random.Random(seed)
    layout = (
        '#set page(paper: "a4", margin: 2.5cm, footer: context align(right)[Side #counter(page).display()])\n'
        '#set text(lang: "da", size: 11pt, hyphenate: false)\n#show heading: set text(size: 13pt)\n'
    )
    body = "\n\n#pagebreak()\n\n".join(
        [_head(chance), *(_item(number, chance, _TYPESET) for number in range(1, items + 1))]
    )
    pdf = typst.compile((layout + body).encode())
    if not isinstance(pdf, bytes):
        raise TypeError("one PDF was expected")
    return pdf


def _head(chance: random.Random) -> str:
    day = chance.randint(1, 28)
    return (
        f"REFERAT Beskæftigelsesudvalget 2026-2029 d. {day:02d}-05-2026\n\n"
        f"Mødedato Onsdag d. {day:02d}. maj 2026 kl. 17:00\n\nMødested Lokale {chance.randint(1, 40)}"
    )


def _item(number: int, chance: random.Random, form: _Form) -> str:
    serial = f"26-{chance.randint(1, 99)}-15.00.00-P{chance.randint(10, 35)}"
    clauses = chance.randint(1, 4)
    parts = [
        form.heading(f"Punkt {number}: {chance.choice(_TOPICS)}, {chance.choice(_WHAT)}"),
        serial,
        form.heading("Indstilling"),
        "Social- og Arbejdsmarkedsforvaltningen indstiller,",
        "\n".join(form.entry(clause, f"at {chance.choice(_WHAT)} godkendes.") for clause in range(1, clauses + 1)),
        form.heading("Beslutning"),
        "Tiltrådt.",
        form.heading("Gennemgang af sagen"),
        *(_paragraph(chance) for _ in range(chance.randint(8, 14))),
    ]
    if number % 4 == 0:
        parts += [form.table(_figures(chance)), _paragraph(chance)]
    return "\n\n".join(parts)


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(3, 7)))


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(_WHO)} {chance.choice(_DOES)} {chance.choice(_WHAT)} {chance.choice(_WHEN)}."


def _figures(chance: random.Random) -> list[list[str]]:
    years = ["Mio. kr.", "Budget 2025", "Budget 2026", "Forventet forbrug"]
    return [years, *([name, *(_amount(chance) for _ in years[1:])] for name in _ACCOUNTS)]


def _amount(chance: random.Random) -> str:
    return f"{chance.randint(1, 900)},{chance.randint(0, 9)}"
