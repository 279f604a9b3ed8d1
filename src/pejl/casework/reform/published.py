"""Two cases that a committee was shown, as they are printed, beside what the rules give: they are not made to agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pejl.law.kontanthjaelp.givens import ORDINARILY
from pejl.law.law_days import Law
from pejl.law.yaml_text import beside, read_yaml

FIGURES = {
    "before": "Ydelse før, om måneden før skat",
    "before_net": "Ydelse før, efter skat",
    "cut": "Nedgang før skat",
    "beside": "Fritidstillæg, skattefrit",
    "cut_net": "Nedgang efter skat",
    "after": "Ny ydelse før skat",
}
"""What a case prints, in Danish."""

_OTHERWISE: Mapping[str, object] = {
    **ORDINARILY,
    "ydelse": "kontanthjaelp",
    "maalgruppe": "aktivitetsparat",
    "opholdsaar": 3.0,
    "arbejdsaar": 0.0,
    "indrejst_1968_eller_senere": True,
    "ret_til_ekstra_boernetilskud": False,
    "case_start": dt.date(2024, 1, 1),
    "traekprocent": None,
    "maanedsfradrag": None,
}
"""What the cases do not say and the figures rest on: mindstesats, on kontanthjælp for long. Tax is not known."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A printed figure beside ours, kroner a month; ours None where the rules cannot say. `why` is a sentence."""

    danish: str
    printed: float
    ours: float | None
    why: str


@dataclass(frozen=True, slots=True)
class PublishedCase:
    """A printed case. `about` says what was read out of the figures and not said."""

    name: str
    danish: str
    about: str
    source: str
    before: dt.date
    after: dt.date
    figures: tuple[Compared, ...]


def published_cases(law: Law) -> list[PublishedCase]:
    """The printed cases, in their order, computed by the law without any scenario."""
    told = read_yaml(beside(__package__ or "", "published.yaml"))
    return [
        PublishedCase(
            case["name"],
            case["danish"],
            case["about"],
            told["source"],
            told["before"],
            told["after"],
            tuple(_compared(case["printed"], _ours(law, told["before"], told["after"], case["input"]))),
        )
        for case in told["cases"]
    ]


def _compared(printed: list[Mapping[str, Any]], ours: Mapping[str, float | None]) -> Iterator[Compared]:
    for each in printed:
        yield Compared(FIGURES[each["figure"]], each["value"], ours[each["figure"]], each["why"])


def _ours(law: Law, before: dt.date, after: dt.date, given: Mapping[str, object]) -> dict[str, float | None]:
    """What the rules give for the figures."""
    told = {**_OTHERWISE, **given}
    gross, net = ("kontanthjaelp_brutto", "kontanthjaelp_netto")
    was = law.on(before).person(told, [gross, net]).values
    then = law.on(after).person(told, [gross, net, "fritidstillaeg"]).values
    nets = was[net] is not None and then[net] is not None
    return {
        "before": was[gross],
        "before_net": was[net],
        "cut": was[gross] - then[gross],
        "beside": then["fritidstillaeg"],
        "cut_net": was[net] - then[net] - then["fritidstillaeg"] if nets else None,
        "after": then[gross],
    }
