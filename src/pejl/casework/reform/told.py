"""A reform as data, the same for the command and for whoever reads a file: only what may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pejl.casework.reform.groups import Told
from pejl.casework.reform.published import PublishedCase
from pejl.casework.reform.reform import Band, Division, Reform
from pejl.law.told import scenario_data

COLUMNS = (
    "from",
    "to",
    "day",
    "snapshot",
    "scenario",
    "table",
    "group",
    "least_persons",
    "most_persons",
    "mean",
    "mean_taxable",
    "mean_beside",
    "mean_net",
    "month",
)
"""The columns of a reform as rows."""


def reform_data(found: Reform, cases: list[PublishedCase]) -> dict[str, Any]:
    """All of it. Counts are the least and the most that they can be; kroner are rounded."""
    judgement = found.judgement
    supposed = judgement.scenario
    return {
        "from": judgement.before.day.isoformat(),
        "to": judgement.after.day.isoformat(),
        "day": judgement.day.isoformat(),
        "snapshot": judgement.snapshot,
        "known": judgement.known.isoformat(),
        "scenario": scenario_data(supposed) if supposed else None,
        "supposed": list(judgement.supposed),
        "persons": {
            name: getattr(found, name).as_data() for name in ("judged", "less", "more", "same", "unjudged", "elsewhere")
        },
        "losers": _told(found.losers),
        "gainers": _told(found.gainers),
        "bands": [{"from": each.least, "to": each.most, **_group(each.told)} for each in found.bands],
        "divisions": [_division(each) for each in found.divisions],
        "households": [{"group": each.danish, **_group(each.told)} for each in found.households],
        "parts": [
            {
                "name": each.name,
                "danish": each.danish,
                "before": {"persons": each.had.as_data(), "mean": each.before},
                "after": {"persons": each.has.as_data(), "mean": each.after},
            }
            for each in found.parts
        ],
        "unjudged": [{"reason": reason, "persons": count.as_data()} for reason, count in found.reasons],
        "lacking": [{"fact": fact, "persons": count.as_data()} for fact, count in found.lacking],
        "unsettled": list(judgement.unsettled),
        "assumptions": list(judgement.assumptions),
        "published": [_case(each) for each in cases],
    }


def reform_rows(found: Reform) -> Iterator[tuple[object, ...]]:
    """The groups as rows of `COLUMNS`: the whole, the bands, the divisions and the households."""
    judgement = found.judgement
    days = (judgement.before.day, judgement.after.day, judgement.day)
    head = (*days, judgement.snapshot, judgement.scenario.name if judgement.scenario else "")
    yield from ((*head, *row) for row in _rows(found))


def _rows(found: Reform) -> Iterator[tuple[object, ...]]:
    for name, whole in (("losers", found.losers), ("gainers", found.gainers)):
        if whole:
            yield _row("all", name, whole)
    for band in found.bands:
        yield _row("band", band_words(band), band.told)
    for division in found.divisions:
        for name in ("losers", "gainers"):
            for row in getattr(division, name):
                yield _row(f"{division.name} {name}", row.danish, row.told)
    for row in found.households:
        yield _row("household losers", row.danish, row.told)


def band_words(band: Band) -> str:
    """The ends of a band as numbers: "-5000..-4000"; an outer band has one end."""
    return f"{'' if band.least is None else band.least}..{'' if band.most is None else band.most}"


def _row(table: str, group: str, told: Told) -> tuple[object, ...]:
    many = told.persons
    return (
        table,
        group,
        many.least,
        many.most,
        told.mean,
        told.mean_gross,
        told.mean_beside,
        told.mean_net,
        told.month,
    )


def _division(division: Division) -> dict[str, Any]:
    rows = {
        name: [{"group": row.danish, **_group(row.told)} for row in getattr(division, name)]
        for name in ("losers", "gainers")
    }
    return {"by": division.name, "danish": division.danish, **rows}


def _told(told: Told | None) -> dict[str, Any] | None:
    return _group(told) if told else None


def _group(told: Told) -> dict[str, Any]:
    return {
        "persons": told.persons.as_data(),
        "mean": told.mean,
        "mean_taxable": told.mean_gross,
        "mean_beside": told.mean_beside,
        "mean_net": told.mean_net,
        "month": told.month,
    }


def _case(case: PublishedCase) -> dict[str, Any]:
    return {
        "name": case.name,
        "danish": case.danish,
        "about": case.about,
        "source": case.source,
        "from": case.before.isoformat(),
        "to": case.after.isoformat(),
        "figures": [
            {"danish": each.danish, "printed": each.printed, "ours": each.ours, "why": each.why}
            for each in case.figures
        ],
    }
