"""What the pages show of a meeting: rows for items, attendance, votes and pointers, from its one shown document."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from pejl.minutes import document as minutes
from pejl.minutes.document import Minutes, Status
from pejl.minutes.keys import body_key
from pejl.record.identity import addressed_items, label_of
from pejl.record.models import Absence, Attendance, Ballot, Case, Document, Item, Meeting, Person, Pointer
from pejl.record.names import spaced
from pejl.record.services.appropriating import show_appropriations
from pejl.record.services.known import (
    case_number,
    case_rows,
    forget_unused,
    person_name,
    person_rows,
    settle_cases,
    tell_cases,
)
from pejl.record.services.promising import show_promises
from pejl.record.services.storable import counted, fitted


def show(meeting: Meeting, document: Document) -> None:
    """Replace whatever the pages show of the meeting with what `document` says."""
    content = Minutes.model_validate(document.content)
    people_before, cases_before = mentioned(meeting)
    meeting.items.all().delete()
    meeting.attendances.all().delete()
    meeting.time = fitted(Meeting, "time", content.time)
    meeting.end_time = fitted(Meeting, "end_time", content.end_time)
    meeting.place = fitted(Meeting, "place", content.place)
    meeting.term = fitted(Meeting, "term", content.term)
    meeting.save()
    municipality = meeting.body.municipality
    people = person_rows(municipality, _names(content))
    cases = case_rows(municipality, (item.case_number for item in content.items if item.case_number))
    Attendance.objects.bulk_create(_attendances(meeting, content, people))
    rows = Item.objects.bulk_create(_items(meeting, document, content, cases))
    pairs = list(zip(rows, content.items, strict=True))
    Absence.objects.bulk_create(row for item, part in pairs for row in _absences(item, part, people))
    Ballot.objects.bulk_create(row for item, part in pairs for row in _ballots(item, part, people))
    Pointer.objects.bulk_create(row for item, part in pairs for row in _pointers(item, part))
    show_promises(meeting, content, rows)
    show_appropriations(meeting, content, rows)
    settle_cases(cases_before)
    tell_cases(_told_of_cases(pairs, cases_before))
    forget_unused(people_before, cases_before)


def forget(people: Iterable[int], cases: Iterable[int]) -> None:
    """Settle what is known of people and cases that were mentioned by a meeting, or a version, that is gone."""
    known = set(cases)
    settle_cases(known)
    forget_unused(people, known)


def mentioned(meeting: Meeting) -> tuple[set[int], set[int]]:
    """The people and cases that the meeting mentions now, by primary key."""
    if meeting.pk is None:
        return set(), set()
    people = {
        *meeting.attendances.values_list("person", flat=True),
        *Absence.objects.filter(item__meeting=meeting).values_list("person", flat=True),
        *Ballot.objects.filter(item__meeting=meeting).values_list("person", flat=True),
    }
    cases = set(meeting.items.exclude(case=None).values_list("case", flat=True))
    return people, {case for case in cases if case is not None}


def _names(content: Minutes) -> Iterator[str]:
    yield from (member.name for member in content.members)
    for item in content.items:
        yield from item.absent
        for vote in item.votes:
            yield from (*vote.for_, *vote.against, *vote.abstain)


def _attendances(meeting: Meeting, content: Minutes, people: dict[str, Person]) -> list[Attendance]:
    """One row a person. Of several mentions the first counts, unless only a later one says that the person was away."""
    rows: dict[str, Attendance] = {}
    for position, member in enumerate(content.members, start=1):
        name = person_name(member.name)
        if name not in people:
            continue
        row = rows.setdefault(
            name,
            Attendance(
                meeting=meeting,
                person=people[name],
                party=fitted(Attendance, "party", member.party),
                role=fitted(Attendance, "role", member.role),
                status=member.status.value,
                position=position,
            ),
        )
        if row.status == Status.PRESENT:
            row.status = member.status.value
    return list(rows.values())


def _items(meeting: Meeting, document: Document, content: Minutes, cases: dict[str, Case]) -> list[Item]:
    return [
        Item(
            meeting=meeting,
            document=document,
            position=position,
            number=counted(item.number),
            label=fitted(Item, "label", label_of(item)),
            slug=address,
            title=item.title or "",
            closed=item.closed,
            case=_case(item, cases),
            outcome=item.outcome.value,
            detail=item.model_dump(mode="json", by_alias=True),
        )
        for position, (address, item) in enumerate(addressed_items(content), start=1)
    ]


def _case(item: minutes.Item, cases: dict[str, Case]) -> Case | None:
    return cases.get(case_number(item.case_number.raw)) if item.case_number else None


def _told_of_cases(
    pairs: Iterable[tuple[Item, minutes.Item]], settled: Container[int]
) -> Iterator[tuple[Case, str | None, int | None]]:
    """What items tell of cases that are not settled yet: the case, its subject, its year."""
    for row, item in pairs:
        if row.case and item.case_number and row.case.pk not in settled:
            yield row.case, item.case_number.subject, item.case_number.year


def _absences(row: Item, item: minutes.Item, people: dict[str, Person]) -> Iterator[Absence]:
    for name in _once(item.absent, people):
        yield Absence(item=row, person=people[name])


def _ballots(row: Item, item: minutes.Item, people: dict[str, Person]) -> Iterator[Ballot]:
    for number, vote in enumerate(item.votes):
        sides = ((Ballot.FOR, vote.for_), (Ballot.AGAINST, vote.against), (Ballot.ABSTAIN, vote.abstain))
        for option, names in sides:
            for name in _once(names, people):
                yield Ballot(item=row, vote=number, person=people[name], option=option)


def _once(names: Iterable[str], people: dict[str, Person]) -> list[str]:
    """The known names, each once, in the order of the text."""
    return [name for name in dict.fromkeys(person_name(name) for name in names) if name in people]


def _pointers(row: Item, item: minutes.Item) -> Iterator[Pointer]:
    position = 0
    for kind, references in ((Pointer.REFERENCE, item.references), (Pointer.RELATED, item.related)):
        for reference in references:
            position += 1
            pointer = _pointer(row, kind, position, reference.body or "", reference.text, reference.line)
            pointer.date = reference.date
            pointer.number = counted(reference.item)
            pointer.same_meeting = reference.same_meeting
            yield pointer
    for stop in item.route:
        position += 1
        pointer = _pointer(row, Pointer.ROUTE, position, stop.body, stop.body, stop.line)
        pointer.date = stop.date
        yield pointer


def _pointer(row: Item, kind: str, position: int, body: str, text: str, line: int) -> Pointer:
    return Pointer(
        item=row,
        kind=kind,
        body_name=fitted(Pointer, "body_name", spaced(body)),
        body_key=fitted(Pointer, "body_key", body_key(body)),
        line=counted(line) or 0,
        text=text,
        position=position,
    )
