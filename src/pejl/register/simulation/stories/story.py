"""A story: an invented person whose history is decided by hand, and what must be found about them on the judged days.

What must be found is decided by the story, by whoever wrote it with the law at hand. Nothing here computes a deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

JUDGED = ("2024-11-30", "2025-06-30", "2025-08-31", "2026-06-30", "2026-09-30")
"""The days on which the stories are judged: under the old law; on its last day before one benefit with rates; after it;
on the last day before flexible talks; after it."""

ABSENT = ""
"""On this day the duty has no row: it has not begun, or is none for this person."""
AHEAD = "venter"
MET = "opfyldt"
LATE = "opfyldt_sent"
LOST = "tabt"
OVERDUE = "overskredet"
EXEMPT = "fritaget"
ENDED = "bortfaldet"
UNSETTLED = "uafklaret"
LEFT = "afsluttet"

UNREMARKABLE = (MET, LEFT, ABSENT)
"""What a story need not tell: kept, or gone before it fell due."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A row of benefit. Days are written 2025-07-01; an empty `end` runs on, an empty `case` is the first day."""

    benefit: str
    group: str
    start: str
    end: str = ""
    exit: str = ""
    rate: str = ""
    case: str = ""
    exempt: bool = False
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk. An empty `booked` is a week before."""

    day: str
    type: str = "jobsamtale"
    authority: str = "kommune"
    form: str = "fremmoede"
    status: str = "afholdt"
    cancelled_by: str = ""
    booked: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer. An empty `offered` is the first day, an empty `end` runs on."""

    kind: str
    start: str
    end: str = ""
    offered: str = ""
    hours: int = 20
    wage_hours: bool = False
    status: str = "gennemfoert"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan or a CV. Empty days have not come."""

    kind: str
    made: str
    updated: str = ""
    used: str = ""
    approved: str = ""


@dataclass(frozen=True, slots=True)
class SickLeave:
    """A sick leave; its benefit is a row of its own (`Spell`). Weeks are what is expected at notification."""

    first_day: str
    last_day: str = ""
    exit: str = ""
    employer: bool = True
    hours: int = 37
    expected: tuple[int | None, int | None, int | None] = (20, 20, 20)
    """Citizen, employer, physician."""
    weeks_paid: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter about the work duty: which text was sent, and whether it told of the duty or took back that it did."""

    day: str
    template: str = "arbejdspligt_juli_2025"
    kind: str = "besked"


@dataclass(frozen=True, slots=True)
class Finding:
    """What must be found of one duty with its last day, on each of the judged days in their order.

    `supposed`: the duty's time is not confirmed by any source, so it is found only where a scenario supposes it.
    """

    duty: str
    due: str
    states: tuple[str, str, str, str, str]
    supposed: bool = False

    def on_days(self) -> Iterator[tuple[str, str]]:
        """Each judged day with the state on it, where there is something to be found."""
        for day, state in zip(JUDGED, self.states, strict=True):
            if state not in UNREMARKABLE:
                yield day, state


@dataclass(frozen=True, slots=True)
class Story:
    """One person. `number` is theirs at the source, for good; `says` is the story in a Danish sentence or two.

    `informed` is how it stands, on each judged day, between the person and the work duty of 01.07.2025: whether they
    had to be told, and were. Letters are no part of a delivery: they lie beside, in a file that can be taken in.
    """

    number: int
    says: str
    spells: tuple[Spell, ...]
    talks: tuple[Talk, ...] = ()
    offers: tuple[Offer, ...] = ()
    plans: tuple[Plan, ...] = ()
    sick_leaves: tuple[SickLeave, ...] = ()
    letters: tuple[Letter, ...] = ()
    informed: tuple[str, str, str, str, str] = (ABSENT, ABSENT, ABSENT, ABSENT, ABSENT)
    finds: tuple[Finding, ...] = ()
    born: int = 1980
    family: str = "enlig"
    children: int = 0
    residence: float = 10.0
    work: float = 9.0
    entered: bool = False
    education: bool = True
    days: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "days", tuple(sorted(filter(None, self._all_days()))))

    @property
    def first(self) -> str:
        """The first day of which anything is told."""
        return min(self.days)

    @property
    def last(self) -> str:
        """The last day of which anything is told."""
        return max(self.days)

    def _all_days(self) -> Iterator[str]:
        for spell in self.spells:
            yield from (spell.start, spell.end, spell.case)
        for talk in self.talks:
            yield from (talk.day, talk.booked)
        for offer in self.offers:
            yield from (offer.start, offer.end, offer.offered)
        for plan in self.plans:
            yield from (plan.made, plan.updated, plan.used, plan.approved)
        for leave in self.sick_leaves:
            yield from (leave.first_day, leave.last_day)
