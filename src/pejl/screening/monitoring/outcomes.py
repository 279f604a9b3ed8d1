"""What became of the register's sick leaves, for holding against what was said of them."""

from __future__ import annotations

from pejl.register.snapshot import Snapshot
from pejl.screening.caseload.about import about
from pejl.screening.caseload.days import day_of
from pejl.screening.caseload.leaves import NONE, leaves_of
from pejl.screening.fairness.attributes import AGE, FAMILY_FORM, SEX, age_bands
from pejl.screening.landmarks import EXIT_OF
from pejl.screening.monitoring.watched import Outcome
from pejl.screening.spells import Ints


def outcomes_of(snapshot: Snapshot) -> dict[str, Outcome]:
    """Of each sick leave with an employer, by its number. Raises `NothingKnown` where none were ever delivered."""
    leaves, _ = leaves_of(snapshot)
    everyone: Ints = leaves.first.argsort(kind="stable")
    groups = about(leaves, everyone, leaves.intake[everyone])
    ages = age_bands(groups[AGE])  # type: ignore[arg-type]
    found = {}
    for row, place in enumerate(everyone.tolist()):
        last, reason = int(leaves.last[place]), leaves.words["exit_reason"][place]
        found[str(leaves.ids[place])] = Outcome(
            first_day=day_of(int(leaves.first[place])),
            last_day=None if last == NONE else day_of(last),
            told=reason in EXIT_OF,
            sex=groups[SEX][row],
            age=ages[row],
            family=groups[FAMILY_FORM][row],
        )
    return found
