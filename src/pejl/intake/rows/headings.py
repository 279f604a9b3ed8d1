"""The names of a file's columns: recognised in spite of spaces and capitals, and never two for one.

A name in the file that differs from a name in the description by spaces or capitals only is that name, and is spelled
as the description spells it from there on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pejl.intake.description.described import DescribedTable
from pejl.intake.faults import Refused
from pejl.intake.rows.columns import DROPPED

SHOWN = 60
_MANY_DIGITS = re.compile(r"[0-9](?:[ .\-]?[0-9]){5,}")


def plain(name: str) -> str:
    """A name without what may differ: capitals, spaces at the ends, and how many spaces there are within."""
    return " ".join(name.split()).casefold()


def shown(text: str) -> str:
    """A piece of a file as it can stand in a sentence: short, on one line, without numbers that might be personal."""
    line = " ".join(text.split())
    hidden = _MANY_DIGITS.sub("…", "".join(sign if sign.isprintable() else "\ufffd" for sign in line))
    return hidden if len(hidden) <= SHOWN else hidden[: SHOWN - 1] + "…"


def known_names(described: DescribedTable) -> dict[str, str]:
    """Every name that the description gives a column of the source: as it is compared, and as it is spelled."""
    spelled = [*(column.source_name for column in described.columns.values()), *described.left_out]
    return {plain(name): name for name in spelled}


def recognised(names: Iterable[str], described: DescribedTable) -> int:
    """How many of the names the description knows."""
    known = known_names(described)
    return len({plain(name) for name in names} & known.keys())


def spelled(where: str, names: Sequence[str], described: DescribedTable) -> list[str | None]:
    """The names as the description spells them; None for columns that have none, `DROPPED` for others of a kind
    that is left out.

    Raises `Refused` where a name stands twice, or where the description knows none of them.
    """
    known = known_names(described)
    unwanted = {plain(name) for name in described.left_out}
    found: dict[str, int] = {}
    result: list[str | None] = []
    for number, name in enumerate(names, 1):
        key = plain(name)
        if key and key in found and key not in unwanted:
            raise Refused(
                f"{where}: kolonnenavnet »{shown(name)}« står to gange (kolonne {found[key]} og {number}). "
                "Giv den ene et andet navn, eller tag den ud af filen."
            )
        again = bool(key) and key in found
        found.setdefault(key, number)
        result.append(None if not key else DROPPED if again else known.get(key, " ".join(name.split())))
    if not found.keys() & known.keys():
        raise nothing_known(where, described)
    return result


def nothing_known(where: str, described: DescribedTable) -> Refused:
    """What is said of a file whose columns the description knows nothing of."""
    wanted = ", ".join(f"»{column.source_name}«" for column in list(described.columns.values())[:8])
    return Refused(
        f"{where}: her står ingen af de kolonnenavne, som tabellen {described.table.name} venter ({wanted} …). "
        "Står navnene på en anden linje, så skriv header = linjens nummer under tabellen i delivery.toml; "
        "hedder kolonnerne noget andet, så skriv det under [table.columns]."
    )


def title_above(where: str, line: int) -> Refused:
    """What is said of a file with lines above the names of its columns."""
    return Refused(
        f"{where}: kolonnenavnene ser ud til at stå på linje {line} og ikke på den første. "
        f"Skriv header = {line} under tabellen i delivery.toml."
    )
