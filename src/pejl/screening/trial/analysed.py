"""A trial analysed out of the register, if the protocol lets anybody look yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.register.snapshot import Snapshot
from pejl.screening.trial.analysis import Told, analyse
from pejl.screening.trial.analysis_shapes import Analysis
from pejl.screening.trial.comparing import primary_table
from pejl.screening.trial.from_register import Followed, followed
from pejl.screening.trial.looking import Due, due
from pejl.screening.trial.state import Complaint, Drawn, Trial
from pejl.screening.trial.stopping import Says, says
from pejl.screening.trial.told import amendments_of


@dataclass(frozen=True)
class Analysed:
    """The analysis, what the stop rule says of it, and the look that it was."""

    analysis: Analysis
    says: Says
    due: Due

    @property
    def z(self) -> float:
        """The test, as the act of the look keeps it; 0 where nothing could be compared."""
        return self.analysis.test.z if self.analysis.test else 0.0

    @property
    def ends(self) -> int:
        """The ends of both arms."""
        return sum(self.analysis.ends)


def ends_so_far(
    snapshot: Snapshot, trial: Trial, drawn: Sequence[Drawn], complaints: Sequence[Complaint]
) -> tuple[int, Followed]:
    """The ends that count, in both arms together, and what they were counted in."""
    found = followed(snapshot, trial.protocol, drawn, complaints)
    return primary_table(found.outcomes, trial.protocol.primary).ends, found


def analysed(snapshot: Snapshot, trial: Trial, drawn: Sequence[Drawn], complaints: Sequence[Complaint]) -> Analysed:
    """The analysis at the look that is due. Raises `NotYet` before its time."""
    ends, found = ends_so_far(snapshot, trial, drawn, complaints)
    look = due(trial, ends, snapshot.known)
    told = Told(snapshot.id, look, found.lost, trial.protocol.version, amendments_of(trial))
    analysis = analyse(found.outcomes, trial.protocol, told)
    return Analysed(analysis, says(analysis), look)
