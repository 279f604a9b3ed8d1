"""The open document `Minutes`, schema `pejl.minutes/1`: what a set of minutes or an agenda says, and
where it says it.

A reading states only what the source states. What the source does not say is `None` or empty, never a guess; a field
that the layout cannot hold and a field that is merely absent look the same here, so the reader's `unread` list and
the `head` tell which lines were understood. Line numbers are 1-based numbers of the source text's lines, both ends
included.

Shapes follow OParl and Popolo where they have the word (agenda item, member, vote), and Danish municipal practice
where only that has it (the numbered clauses of an *indstilling*, each with its own outcome; the announced route).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA: Literal["pejl.minutes/1"] = "pejl.minutes/1"


class Part(BaseModel):
    """Any part of a document: frozen, and closed to fields that the schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Kind(StrEnum):
    """Minutes (*referat*) tell what was decided; an agenda (*dagsorden*) what is to be decided."""

    MINUTES = "minutes"
    AGENDA = "agenda"


class Status(StrEnum):
    """How a person took part in the meeting as a whole. Absence from single items is on the item."""

    PRESENT = "present"
    ABSENT = "absent"
    SUBSTITUTE = "substitute"


class Outcome(StrEnum):
    """What became of an item, a clause or a motion, as the decision's own words put it.

    `NONE` means that the source holds no decision (a closed stub, an oral announcement, an agenda, "Ingen
    bemærkninger"): it is an answer, not a failure to read.
    """

    ADOPTED = "adopted"
    APPROVED = "approved"
    RECOMMENDED = "recommended"
    FOR_INFORMATION = "for_information"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    SENT_ON = "sent_on"
    REJECTED = "rejected"
    NONE = "none"


class Role(StrEnum):
    """What a section of an item is for. `TEXT` is any heading of the case's own."""

    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    EARLIER_DECISION = "earlier_decision"
    ROUTE = "route"
    RELATED = "related"
    PARTICIPANTS = "participants"
    ATTACHMENTS = "attachments"
    ABSENT = "absent"
    ANNOUNCEMENT = "announcement"
    PRESENTATION = "presentation"
    TEXT = "text"


class Lines(Part):
    """The source lines from `first` to `last`, both included, counted from 1."""

    first: int = Field(ge=1)
    last: int = Field(ge=1)


class SourceLine(Part):
    """One source line as it stands, with the field that took it (or, in `unread`, why nothing did)."""

    line: int = Field(ge=1)
    text: str
    field: str


class Source(Part):
    """Where the document was read from. `sha256` is that of the file's bytes; `lines` counts its text lines."""

    name: str
    sha256: str
    media_type: str
    family: str
    lines: int = Field(ge=0)


class Member(Part):
    """A person on the body's list for this meeting. `party` is the letter or word printed; `None`
    is outside any party.
    """

    name: str
    party: str | None = None
    status: Status = Status.PRESENT
    role: str | None = None
    substitute_for: str | None = None
    line: int | None = None


class CaseNumber(Part):
    """A case number as printed, and its parts where the layout's order tells them.

    `year` is the year the case was opened (not the meeting's), `subject` a KLE subject such as "15.00.30", `facet` a
    KLE handling facet such as "P05". The number names a case, not an item: standing cases recur.
    """

    raw: str
    year: int | None = None
    serial: str | None = None
    subject: str | None = None
    facet: str | None = None


class Clause(Part):
    """One numbered point of a recommendation, without its number. Unnumbered points are numbered in their order."""

    number: int
    text: str
    lines: Lines


class Recommendation(Part):
    """What is put to the body, and by whom. No clauses means that the case is only laid before it."""

    by: str | None = None
    text: str
    clauses: list[Clause] = []
    lines: Lines


class ClauseOutcome(Part):
    """What became of clause `number` of the recommendation, where the decision says it apart."""

    number: int
    outcome: Outcome
    text: str
    line: int


class Remark(Part):
    """Something entered beside the outcome: a reservation, an entry to the record, a minority's statement."""

    kind: Literal["reservation", "entry", "minority_statement"]
    by: str | None = None
    text: str
    line: int


class Decision(Part):
    """The body's decision in its own words. `outcome` is that of the first clause where clauses differ."""

    text: str
    outcome: Outcome
    clauses: list[ClauseOutcome] = []
    sent_to: str | None = None
    remarks: list[Remark] = []
    lines: Lines


class Tally(Part):
    """Counts that the text itself states. `None` is "not stated", which is not nought."""

    for_: int | None = Field(default=None, alias="for")
    against: int | None = None
    abstain: int | None = None


class PartyVotes(Part):
    """Sides stated by party, as printed."""

    for_: list[str] = Field(default=[], alias="for")
    against: list[str] = []
    abstain: list[str] = []


class Vote(Part):
    """One vote of this meeting, tied to what was voted on.

    `on` is "recommendation", "recommendation N", "amendment", "amendment to recommendation N" or "proposal". The three
    lists hold only names that the text gives. A name that is plainly a member's, spelled otherwise, stands under the
    member's name, and `spelled` says how it is printed ({"Michael Berg": "Mikael Berg"}): it is tied, never corrected.
    """

    on: str
    moved_by: str | None = None
    outcome: Outcome
    for_: list[str] = Field(default=[], alias="for")
    against: list[str] = []
    abstain: list[str] = []
    substitutes: list[str] = []
    spelled: dict[str, str] = {}
    stated: Tally | None = None
    parties: PartyVotes | None = None
    text: str
    lines: Lines


class ListEntry(Part):
    """One entry of a list, with its printed mark ("1.", "a)", "•") kept apart from its text."""

    mark: str
    text: str
    lines: Lines


class Block(Part):
    """A paragraph, a list, or the place of a table (an index into the item's `tables`)."""

    kind: Literal["paragraph", "list", "table"]
    text: str = ""
    entries: list[ListEntry] = []
    table: int | None = None
    lines: Lines


class Section(Part):
    """A headed stretch of an item, kept whole whatever else was read from it. Unheaded text has `heading` None."""

    heading: str | None
    role: Role
    level: int = Field(ge=1, le=6)
    blocks: list[Block] = []
    lines: Lines


class Table(Part):
    """A table as data. Cells are the printed texts; every row is as long as `header`."""

    caption: str | None = None
    header: list[str]
    rows: list[list[str]]
    section: str | None = None
    lines: Lines


class Stop(Part):
    """A station ahead on the case's announced route (*kommende behandlingsforløb*)."""

    body: str
    date: dt.date | None = None
    line: int


class Reference(Part):
    """A pointer to another treatment. `item` None points at a meeting; `body` None at "the committee" itself.

    `same_meeting` is true where the text points at an item of the meeting it stands in and gives no date.
    """

    body: str | None = None
    date: dt.date | None = None
    item: int | None = None
    line: int
    text: str
    same_meeting: bool = False


class Participant(Part):
    """Someone who is not a member but takes part in the item, with the title printed."""

    name: str
    title: str | None = None
    line: int


class Attachment(Part):
    """An attachment as listed. `number` is the printed one; gaps are kept. `closed`: by the source not public."""

    number: str | None = None
    title: str
    closed: bool = False
    line: int


class Item(Part):
    """One item of the agenda, closed stubs included.

    `label` is the printed number; without one, `number` is the item's place among the items. A missing title is None.
    `heading` holds the lines that told number, title and case number, as they stand.
    """

    number: int | None
    label: str | None = None
    title: str | None
    case_number: CaseNumber | None = None
    closed: bool = False
    kind: str | None = None
    group: str | None = None
    heading: list[SourceLine] = []
    recommendation: Recommendation | None = None
    decision: Decision | None = None
    votes: list[Vote] = []
    absent: list[str] = []
    sections: list[Section] = []
    tables: list[Table] = []
    route: list[Stop] = []
    related: list[Reference] = []
    references: list[Reference] = []
    participants: list[Participant] = []
    attachments: list[Attachment] = []
    lines: Lines

    @property
    def outcome(self) -> Outcome:
        """The decision's outcome, or `Outcome.NONE` where the item has no decision."""
        return self.decision.outcome if self.decision else Outcome.NONE

    @property
    def shown_number(self) -> str:
        """The number as it is shown: as printed, else as counted, else nothing."""
        return self.label or ("" if self.number is None else str(self.number))


class ContentsEntry(Part):
    """A line of the table of contents, as printed: its title may differ from the item's."""

    number: str | None = None
    title: str
    page: int | None = None
    closed: bool = False
    line: int


class Minutes(Part):
    """A whole set of minutes, or an agenda. Every non-blank source line is in one of its parts or in `unread`."""

    schema_: Literal["pejl.minutes/1"] = Field(default=SCHEMA, alias="schema")
    kind: Kind
    body: str | None = None
    term: str | None = None
    date: dt.date | None = None
    time: str | None = None
    end_time: str | None = None
    place: str | None = None
    members: list[Member] = []
    items: list[Item] = []
    contents: list[ContentsEntry] = []
    head: list[SourceLine] = []
    furniture: list[SourceLine] = []
    source: Source
    unread: list[SourceLine] = []

    def as_json(self) -> str:
        """The document as its published JSON: keys as in the schema, dates as ISO days."""
        return self.model_dump_json(by_alias=True, indent=2)
