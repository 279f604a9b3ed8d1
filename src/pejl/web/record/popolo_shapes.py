"""Votes as Popolo describes them, and under names that begin with "pejl:" what Popolo has no field for.

What the text states and what was counted from it stand apart: `counts` are counts that the text gives.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from pejl.minutes.document import Outcome
from pejl.web.page.shapes import Listing


class Popolo(BaseModel):
    """Any part of a vote event. Ids are the paths of published things; the same thing has the same id everywhere."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Named(Popolo):
    """A person, a body or a party by its id and its name. Someone who is only named has no id."""

    id: str | None = None
    name: str


class Count(Popolo):
    """How many there were on one side."""

    option: str = Field(description="yes, no or abstain.")
    value: int = Field(ge=0)


class NamedVote(Popolo):
    """How one person voted, where the text gives the name."""

    vote_event_id: str
    voter_id: str | None = None
    voter: Named
    option: str = Field(description="yes, no or abstain.")
    group_id: str | None = None
    group: Named | None = Field(default=None, description="The party that the meeting's list of members prints.")
    role: str | None = Field(default=None, description='"substitute" where the text says so.')
    spelled: str | None = Field(default=None, alias="pejl:spelled", description="The name as the vote spells it.")


class Motion(Popolo):
    """What was voted on."""

    id: str
    organization_id: str
    text: str | None = Field(default=None, description="The clause or the recommendation, else the item's title.")
    classification: str = Field(description="recommendation, recommendation 2, amendment, proposal, ...")
    date: str | None = None
    result: str | None = Field(default=None, description="pass or fail; nothing where the text says neither.")
    moved_by: str | None = Field(default=None, alias="pejl:movedBy", description="As printed: a person or a party.")


class PartySides(Popolo):
    """The parties on each side, where the text tells the sides by party."""

    for_: list[str] = Field(default=[], alias="for")
    against: list[str] = []
    abstain: list[str] = []


class VoteSource(Popolo):
    """Where it can be read."""

    url: str
    note: str


class VoteEvent(Popolo):
    """A vote."""

    id: str
    url: str = Field(alias="pejl:url", description="The vote in the API.")
    identifier: str
    organization_id: str
    organization: Named
    motion: Motion
    start_date: str | None = Field(default=None, description="When the meeting began; its day where no hour is stated.")
    result: str | None = Field(default=None, description="pass or fail; nothing where the text says neither.")
    counts: list[Count] = Field(description="Counts that the text states.")
    votes: list[NamedVote] = Field(description="Votes of those whom the text names.")
    on: str = Field(alias="pejl:on")
    outcome: Outcome = Field(alias="pejl:outcome")
    text: str | None = Field(default=None, alias="pejl:text", description="The sentence that tells of the vote.")
    named: list[Count] = Field(default=[], alias="pejl:named", description="How many names each side has: counted.")
    parties: PartySides | None = Field(default=None, alias="pejl:parties")
    item: str = Field(alias="pejl:item", description="The id of the item.")
    created_at: str | None = None
    updated_at: str | None = None
    sources: list[VoteSource] = []


class VoteEventListing(Listing):
    """Votes, those published latest first."""

    results: list[VoteEvent]
