"""What longer spells cost, as data: only what may be shown."""

from __future__ import annotations

from typing import Any

from pejl.casework.duration.duration import Duration
from pejl.law.told import scenario_data


def duration_data(found: Duration) -> dict[str, Any]:
    """All of it. Counts are the least and the most that they can be; kroner are to the nearest 10,000."""
    supposed, printed = found.scenario, found.published
    return {
        "benefit": found.benefit,
        "days": found.days,
        "year": found.year,
        "spells_that": found.which.value,
        "law": found.law.day.isoformat(),
        "snapshot": found.snapshot,
        "known": found.known.isoformat(),
        "scenario": scenario_data(supposed) if supposed else None,
        "week": round(found.week.kroner),
        "one_clock": found.one_clock,
        "spells": found.spells.as_data(),
        "municipality": found.municipality,
        "gross": found.gross,
        "weeks": [
            {
                "from": each.first,
                "to": each.last,
                "percent": each.percent,
                "spells": each.spells.as_data(),
                "weeks": each.weeks.as_data(),
                "municipality": each.municipality,
            }
            for each in found.steps
        ],
        "published": printed
        and {
            "municipality": printed.municipality,
            "kroner": printed.kroner,
            "persons": printed.persons,
            "source": printed.source,
        },
        "assumptions": list(found.assumptions),
    }
