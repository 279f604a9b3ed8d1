"""Whose sick leave a number is: a case system knows sick leaves by the numbers that it gave them, not by pseudonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.home.folders import Home
from pejl.screening.caseload.running import running
from pejl.screening.queries.cases import day_of

if TYPE_CHECKING:
    from pejl.register import register
else:
    register = when_used.module("pejl.register.register")


def person_with(home: Home, spell: str) -> str:
    """The person whose running sick leave with an employer has the number; "" where none has.

    Raises `NothingKnown` where the register knows nothing.
    """
    snapshot = register.Register(home).newest()
    return next((each.person for each in running(snapshot, day_of(snapshot)) if each.spell == spell), "")
