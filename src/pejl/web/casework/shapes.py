"""What the API answers with about deadlines. Persons are pseudonyms; each of them in an answer is a look in the log."""

from __future__ import annotations

import datetime as dt

from pydantic import ConfigDict, Field

from pejl.casework.deadlines.state import State
from pejl.web.page.shapes import Listing, Resource, Shape


class MarkEntry(Shape):
    """The mark that somebody put on a deadline."""

    kind: str = Field(description="udfoert, booket, fritaget or uenig.")
    day: dt.date | None
    until: dt.date | None
    reason: str | None
    why: str | None
    who: str
    at: dt.date


class DeadlineEntry(Shape):
    """What one person is owed by when under one duty, and how it stands. Days are inclusive."""

    person: str = Field(description="The person's pseudonym.")
    duty: str
    title: str = Field(description="What the duty is called, in Danish.")
    kind: str = Field(description="What is owed: samtale, tilbud, revurdering and so on.")
    cites: str | None = Field(description="The section of the law.")
    source: str | None = Field(description="Where the duty was read.")
    state: str = Field(description=f"One of {', '.join(State)}.")
    starts: dt.date = Field(description="The day from which the clock runs.")
    opens: dt.date = Field(description="The first day on which something counts.")
    due: dt.date = Field(description="The last day in time.")
    required: int
    done: int
    missing: int
    met_on: dt.date | None
    booked: dt.date | None
    ends: dt.date | None = Field(description="The duty's last day as law, where that lies before `due`.")
    exempt: str | None = Field(description="Why it is not owed.")
    target_group: str | None
    unit: str | None = Field(description="Where the case lies on the judged day, as `team` and `caseworker`.")
    team: str | None
    caseworker: str | None
    explanation: list[str] = Field(description="Why it is so, one Danish sentence for each step.")
    mark: MarkEntry | None


class Frist(Shape):
    """A talk that is owed, in the fields of the hub's GetBorgerstatus."""

    model_config = ConfigDict(populate_by_name=True)

    friststatus_type: str = Field(alias="FriststatusType", description="The `state` of the deadline, in Pejl's words.")
    samtale_type: int | None = Field(
        alias="SamtaleType", description="InterviewTypeIdentifier of the first kind of talk that counts."
    )
    fristdato: dt.date = Field(alias="Fristdato", description="The last day of the duty.")
    sidste_afholdelsesdato: dt.date = Field(
        alias="SidsteAfholdelsesdato",
        description="The last day for the next talk, if all that are missing are to be held in time, one a day.",
    )


class Borgerstatus(Shape):
    """The talks that a citizen is owed, in the fields of the hub's GetBorgerstatus, as Pejl computes them."""

    model_config = ConfigDict(populate_by_name=True)

    kan_selvbooke: bool = Field(
        alias="KanSelvbooke", description="A talk with the municipality is owed, and none is booked."
    )
    frister: list[Frist] = Field(alias="Frister")
    straksbooking_paakraevet: bool = Field(
        alias="StraksbookingPaakraevet", description="A talk with the municipality is overdue, and none is booked."
    )


class PersonDeadlines(Shape):
    """All deadlines of one person, as they stood on a day."""

    person: str
    day: dt.date = Field(description="The day that is judged.")
    known: dt.date = Field(description="The day up to which the register knew.")
    snapshot: str
    borgerstatus: Borgerstatus
    deadlines: list[DeadlineEntry]


class WorklistEntry(Resource):
    """A worklist, and how many rows it has for whoever asks."""

    name: str
    title: str
    question: str
    order: str = Field(description="How its rows are sorted, in Danish.")
    rows: int = Field(ge=0)


class Worklists(Shape):
    """All worklists, in the order of the site."""

    day: dt.date
    known: dt.date
    snapshot: str
    results: list[WorklistEntry]


class WorklistRows(Listing):
    """Rows of a worklist, in its order."""

    day: dt.date
    known: dt.date
    snapshot: str
    results: list[DeadlineEntry]
