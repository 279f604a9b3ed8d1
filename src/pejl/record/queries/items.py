"""What was recommended, what was decided, who voted how, what led here and where it goes: one item of one meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pejl.minutes.derived import derived_voters, unanimity
from pejl.minutes.document import ClauseOutcome, Minutes, Outcome
from pejl.minutes.document import Item as ReadItem
from pejl.minutes.document import Vote as ReadVote
from pejl.record.identity import addressed_items, label_of
from pejl.record.models import Document, Item, Meeting, Person, Pointer
from pejl.record.queries.cases import stops_of
from pejl.record.queries.flags import FlagView, flags_of
from pejl.record.queries.passages import Anchors, Piece, SectionView, marks, pieces, sections
from pejl.record.queries.pointers import Resolved, pointers_to, resolve
from pejl.record.threads.stops import StopMet


@dataclass(frozen=True)
class ClauseLine:
    """A clause of the recommendation beside what became of it. `outcome` None: the decision does not say it apart."""

    number: int
    pieces: tuple[Piece, ...]
    anchor: str
    outcome: ClauseOutcome | None


@dataclass(frozen=True)
class Voter:
    """Someone named in a vote. `person` is None where the name is not among the record's people."""

    name: str
    substitute: bool
    person: Person | None


@dataclass(frozen=True)
class Side:
    """One side of a vote: its names and parties as printed, and its count; None is "not told".

    `counted` tells that the text names the voters without a count, so that the count was made from the names.
    """

    option: str
    voters: tuple[Voter, ...]
    parties: tuple[str, ...]
    count: int | None
    counted: bool


@dataclass(frozen=True)
class VoteView:
    """A vote with its three sides."""

    vote: ReadVote
    sides: tuple[Side, ...]

    @property
    def told(self) -> bool:
        """Whether the text tells anything of who voted how, or how many."""
        return any(side.count is not None or side.parties for side in self.sides)

    @property
    def counted(self) -> bool:
        """Whether a count of it was made from names."""
        return any(side.counted for side in self.sides)


@dataclass(frozen=True)
class Unanimous:
    """A decision that says it was unanimous. `words` are stated; `voters` are derived, and empty where they cannot be.

    `members` counts the members listed as taking part in the meeting, `away` those of them away from the item.
    """

    words: str
    voters: tuple[Voter, ...] = ()
    members: int = 0
    away: int = 0


@dataclass(frozen=True)
class Stop:
    """A stop that the item announces, with what came of it.

    `treated` is the item that treats the case there, on the day announced or another; `met` is None where the case has
    no number to follow it by.
    """

    resolved: Resolved
    met: StopMet | None
    treated: Item | None


@dataclass(frozen=True)
class Neighbour:
    """The item before or after, for leafing."""

    slug: str
    label: str
    title: str
    closed: bool


@dataclass(frozen=True)
class ItemPage:
    """An item with all that its page shows. A closed item has `row`, neighbours and nothing to read.

    `minutes` is the document shown, as far as it may be read, and `read` is the item as it has it; `row` is the item as
    it stands in the record, None where the document shown is not the one that stands for the meeting.
    """

    meeting: Meeting
    minutes: Minutes
    shown: Document
    slug: str
    row: Item | None
    read: ReadItem
    marks: dict[str, tuple[str, ...]]
    clauses: tuple[ClauseLine, ...]
    flags: tuple[FlagView, ...]
    votes: tuple[VoteView, ...]
    unanimous: Unanimous | None
    absent: tuple[Voter, ...]
    sections: tuple[SectionView, ...]
    stations: tuple[Stop, ...]
    points_at: tuple[Resolved, ...]
    named_in: tuple[Resolved, ...]
    treatments: int
    previous: Neighbour | None
    next: Neighbour | None

    @property
    def label(self) -> str:
        """The item's number as printed or counted, or nothing."""
        return label_of(self.read)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of the item, in the decision's order: several where its clauses fared differently."""
        decision = self.read.decision
        if decision is None:
            return ()
        told = [clause.outcome for clause in decision.clauses] or [decision.outcome]
        return tuple(dict.fromkeys(told))


def item_page(meeting: Meeting, documents: list[Document], shown: Document, slug: str) -> ItemPage | None:
    """The item at `slug` as `shown`, one of the meeting's `documents`, tells it, or None.

    Eighteen database queries at most, but for references to meetings that are not here.
    """
    minutes = Minutes.model_validate(shown.content)
    addressed = addressed_items(minutes)
    place = next((index for index, (own, _) in enumerate(addressed) if own == slug), None)
    if place is None:
        return None
    read = addressed[place][1]
    row = _row(meeting, shown, slug)
    if read.closed:
        read = ReadItem(number=read.number, label=read.label, title=read.title, closed=True, lines=read.lines)
    pointing = resolve(row, row.pointers.all()) if row and not read.closed else []
    people = _people(meeting, minutes, read)
    anchors = Anchors()
    clauses = _clauses(read, pointing, anchors)
    text = sections(read, pointing, anchors)
    marked = marks(read, anchors)
    return ItemPage(
        meeting=meeting,
        minutes=minutes,
        shown=shown,
        slug=slug,
        row=row,
        read=read,
        marks=marked,
        clauses=clauses,
        flags=tuple(_flags(minutes, place, meeting, anchors)),
        votes=tuple(_vote(vote, people) for vote in read.votes),
        unanimous=_unanimous(minutes, read, people),
        absent=tuple(Voter(name, False, people.get(name)) for name in read.absent),
        sections=text,
        stations=_stops(row, [each for each in pointing if each.pointer.kind == Pointer.ROUTE]),
        points_at=tuple(_once(each for each in pointing if each.pointer.kind != Pointer.ROUTE)),
        named_in=tuple(_once_by_item(pointers_to(row))) if row and not read.closed else (),
        treatments=row.case.items.count() if row and row.case else 0,
        previous=_neighbour(addressed[place - 1]) if place else None,
        next=_neighbour(addressed[place + 1]) if place + 1 < len(addressed) else None,
    )


def _flags(minutes: Minutes, place: int, meeting: Meeting, anchors: Anchors) -> Iterator[FlagView]:
    for flag in flags_of(minutes, place + 1, meeting):
        yield FlagView(flag, anchors.nearest(flag.lines[0].first) if flag.lines else "")


def _stops(row: Item | None, announced: Sequence[Resolved]) -> tuple[Stop, ...]:
    """The announced stops, each with what came of it."""
    if row is None or not announced:
        return ()
    own = row.meeting.body.key
    met = {(stop.stop.body, stop.stop.day): (stop, item) for stop, item in stops_of(row)}
    stops = []
    for each in announced:
        stop, item = met.get((each.pointer.body_key or own, each.pointer.date), (None, None))
        stops.append(Stop(each, stop, each.item or item))
    return tuple(stops)


def _row(meeting: Meeting, shown: Document, slug: str) -> Item | None:
    """The record's own row of the item, where the document shown is the one that the record's rows stand on."""
    row = (
        Item.objects.filter(meeting=meeting, document=shown, slug=slug)
        .select_related("case__municipality")
        .defer("detail")
        .first()
    )
    if row is not None:
        row.meeting = meeting
    return row


def _clauses(read: ReadItem, pointing: Sequence[Resolved], anchors: Anchors) -> tuple[ClauseLine, ...]:
    if read.recommendation is None:
        return ()
    outcomes = {outcome.number: outcome for outcome in read.decision.clauses} if read.decision else {}
    return tuple(
        ClauseLine(
            number=clause.number,
            pieces=pieces(clause.text, clause.lines.first, clause.lines.last, pointing),
            anchor=anchors.take(clause.lines.first),
            outcome=outcomes.get(clause.number),
        )
        for clause in read.recommendation.clauses
    )


def _unanimous(minutes: Minutes, read: ReadItem, people: dict[str, Person]) -> Unanimous | None:
    """What is stated of a unanimous decision, and apart from it who that must have been."""
    stated = unanimity(read.decision)
    if stated is None:
        return None
    derived = derived_voters(minutes, read)
    if derived is None:
        return Unanimous(stated.words)
    voters = tuple(Voter(name, False, people.get(name)) for name in derived.names)
    return Unanimous(stated.words, voters, derived.members, derived.away)


def _people(meeting: Meeting, minutes: Minutes, read: ReadItem) -> dict[str, Person]:
    """The people named in votes and absences, or derived to have voted, by the name as printed."""
    derived = derived_voters(minutes, read)
    names = {*read.absent, *(derived.names if derived else ())}
    for vote in read.votes:
        names.update(vote.for_, vote.against, vote.abstain)
    if not names:
        return {}
    rows = Person.objects.filter(municipality=meeting.body.municipality_id, name__in=names).select_related(
        "municipality"
    )
    return {person.name: person for person in rows}


def _vote(vote: ReadVote, people: dict[str, Person]) -> VoteView:
    substitutes = set(vote.substitutes)
    stated = vote.stated
    parties = vote.parties
    told = {
        "for": (vote.for_, parties.for_ if parties else [], stated.for_ if stated else None),
        "against": (vote.against, parties.against if parties else [], stated.against if stated else None),
        "abstain": (vote.abstain, parties.abstain if parties else [], stated.abstain if stated else None),
    }
    sides = tuple(
        Side(
            option=option,
            voters=tuple(Voter(name, name in substitutes, people.get(name)) for name in names),
            parties=tuple(letters),
            count=count if count is not None else (len(names) or None),
            counted=count is None and bool(names),
        )
        for option, (names, letters, count) in told.items()
    )
    return VoteView(vote, sides)


def _once(pointing: Iterable[Resolved]) -> Iterator[Resolved]:
    """Each target once, though the text may name it many times."""
    seen = set()
    for each in pointing:
        key = (each.pointer.body_key, each.date, each.pointer.number)
        if key not in seen:
            seen.add(key)
            yield each


def _once_by_item(pointing: Iterable[Resolved]) -> Iterator[Resolved]:
    """Each item that points here once, by its first reference."""
    seen = set()
    for each in pointing:
        if each.stands_in.pk not in seen:
            seen.add(each.stands_in.pk)
            yield each


def _neighbour(addressed: tuple[str, ReadItem]) -> Neighbour:
    slug, item = addressed
    return Neighbour(slug, label_of(item), item.title or "", item.closed)
