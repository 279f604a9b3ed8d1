"""Columns that several tables have, declared once."""

from __future__ import annotations

from pejl.intake.contract import Column, Kind
from pejl.register.contract.codes import TARGET_GROUPS

PERSON = Column(
    "person", Kind.PERSON, "The person, as a pseudonym.", "Borger", source="DFDG: x-civilRegistrationIdentifier"
)
UNIT = Column("unit", Kind.NAME, "The unit of the administration that has the case.", "Enhed", required=False)
TEAM = Column("team", Kind.NAME, "The team within the unit.", "Team", required=False)
CASEWORKER = Column(
    "caseworker",
    Kind.KEY,
    "The caseworker's number at the source; not a name and not a log-in.",
    "Sagsbehandler",
    required=False,
    source="DFDG: ansvarligMyndighed",
)
TARGET_GROUP = Column(
    "target_group",
    Kind.CODE,
    "The target group of LAB § 6, or the visitation that the rules of the benefit use.",
    "Målgruppe",
    required=False,
    allowed=TARGET_GROUPS,
    source="Jobindsats: _maalgrp, _viskat",
)


def start(meaning: str, danish: str = "Startdato") -> Column:
    """The first day of a spell."""
    return Column("start", Kind.DAY, meaning, danish, source="DFDG: startdato")


def end(meaning: str, danish: str = "Slutdato") -> Column:
    """The last day of a spell, inclusive; empty while it runs."""
    return Column("end", Kind.DAY, f"{meaning} Empty while it runs.", danish, required=False, source="DFDG: slutdato")


def key(danish: str) -> Column:
    """The number by which the source knows the row."""
    return Column(
        "id", Kind.KEY, "The row's number at the source; it stays the same from delivery to delivery.", danish
    )
