"""Deliveries made for the tests: of Fjordby, which does not exist, with people who do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from pejl.intake.key import Key

KEY = Key(bytes(range(32)))
OTHER_KEY = Key(bytes(32))

Rows = Sequence[Mapping[str, object]]

PERSON = {"birth_year": 1980, "family": "enlig", "children_at_home": 0, "municipality": 101}


def person(number: str, **other: object) -> dict[str, object]:
    """A row of `persons`."""
    return {"person": number, **PERSON, **other}


def spell(number: str, of: str, start: str = "2025-01-06", end: str = "", **other: object) -> dict[str, object]:
    """A row of `benefit_spells`."""
    return {"id": number, "person": of, "benefit": "dagpenge", "start": start, "end": end, **other}


def delivery(
    folder: Path,
    known: dt.date | str,
    tables: Mapping[str, Rows],
    *,
    covers: Mapping[str, str] | None = None,
    mends: str = "",
    identifier: str = "own",
    source: str = "Fjordby Kommunes fagsystem",
) -> Path:
    """Write a delivery with columns named as the contract names them."""
    folder.mkdir(parents=True)
    lines = ["[delivery]", f'source = "{source}"', f"known = {known}"]
    if mends:
        lines.append(f'mends = "{mends}"')
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row)) or ["id"]
        text = [";".join(columns), *(";".join(str(row.get(column, "")) for column in columns) for row in rows)]
        (folder / f"{name}.csv").write_text("\n".join(text) + "\n", encoding="utf-8")
        lines += ["", "[[table]]", f'name = "{name}"', f'files = ["{name}.csv"]', 'days = "y-m-d"', 'decimal = ","']
        lines.append(f'covers = "{(covers or {}).get(name, "all")}"')
        if "person" in columns:
            lines += ["[table.columns]", f'person = {{ from = "person", identifier = "{identifier}" }}']
    (folder / "delivery.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
