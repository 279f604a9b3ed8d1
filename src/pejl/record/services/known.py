"""The rows that many meetings share: municipalities, bodies, cases and people, each found again by its key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Model, QuerySet

from pejl.minutes.document import CaseNumber
from pejl.minutes.keys import body_key, case_key
from pejl.record.models import Body, Case, Document, Municipality, Person
from pejl.record.names import address, marked_address, spaced
from pejl.record.services.storable import counted, fitted


def municipality_row(name: str) -> Municipality:
    """The municipality of that name. Spellings that give the same address are one municipality; see `_clearer`."""
    printed = fitted(Municipality, "name", spaced(name))
    own_address = address(printed, 200)
    row, new = Municipality.objects.get_or_create(slug=own_address, defaults={"name": printed})
    if not new and (clearer := max(row.name, printed, key=_clearer)) != row.name:
        row.name = clearer
        row.save(update_fields=["name"])
    return row


def body_row(municipality: Municipality, name: str) -> Body:
    """The body that the name means. The name shown is settled by `settle_body_name` once its document is in place."""
    key = fitted(Body, "key", body_key(name))
    bodies = Body.objects.filter(municipality=municipality)
    row = bodies.filter(key=key).first()
    if row is None:
        own_address, moved = _claimed_addresses(bodies, "key", [key])
        # Search finds items under their addresses.
        Document.objects.filter(meeting__body__in=moved, shown=True).update(indexed_in="")
        row = Body.objects.create(municipality=municipality, key=key, name=name, slug=own_address[key])
    return row


def settle_body_name(body: Body, added: str | None = None) -> bool:
    """Show the name that most of the body's documents print, of several the first by alphabet. True when it changed.

    Where nothing has changed but that one document came, `added` is the name in it: one more of the name that is shown
    leaves it the one that most print, and they need not be counted.
    """
    if added == body.name:
        return False
    prints = Document.objects.filter(meeting__body=body).values_list("body_name").annotate(times=Count("id"))
    name = min(prints, key=lambda row: (-row[1], row[0]))[0]
    if name == body.name:
        return False
    body.name = name
    body.save(update_fields=["name"])
    return True


def case_rows(municipality: Municipality, numbers: Iterable[CaseNumber]) -> dict[str, Case]:
    """The cases that the numbers mean, by `case_number`. What known ones tell is settled by `tell_cases`."""
    cases = Case.objects.filter(municipality=municipality)
    wanted = {known: number for number in numbers if (known := case_number(number.raw))}
    rows = {row.number: row for row in cases.filter(number__in=wanted)}
    addresses, _ = _claimed_addresses(cases, "number", wanted.keys() - rows.keys())
    new = [
        Case(
            municipality=municipality,
            number=number,
            slug=own_address,
            subject=fitted(Case, "subject", wanted[number].subject),
            year=counted(wanted[number].year) or None,
        )
        for number, own_address in addresses.items()
    ]
    return rows | {row.number: row for row in Case.objects.bulk_create(new)}


def case_number(printed: str) -> str:
    """A case's number as the case is known by it."""
    return fitted(Case, "number", case_key(printed))


def settle_cases(keys: Iterable[int]) -> None:
    """Let the cases with these primary keys tell the subject and the year that their items tell.

    Where items differ, because one layout holds more than another, the last by alphabet and the latest count.
    """
    for case in Case.objects.filter(pk__in=set(keys)):
        told = list(case.items.values_list("detail__case_number__subject", "detail__case_number__year"))
        case.subject = fitted(Case, "subject", max((subject or "" for subject, _ in told), default=""))
        case.year = max((counted(year) or 0 for _, year in told), default=0) or None
        case.save(update_fields=["subject", "year"])


def tell_cases(items: Iterable[tuple[Case, str | None, int | None]]) -> None:
    """Let cases tell what items that came to them tell, as `settle_cases` would, without asking all their items."""
    touched: dict[int, Case] = {}
    for case, subject, year in items:
        before = (case.subject, case.year)
        case.subject = max(case.subject, fitted(Case, "subject", subject))
        case.year = max(case.year or 0, counted(year) or 0) or None
        if (case.subject, case.year) != before:
            touched[case.pk] = case
    Case.objects.bulk_update(touched.values(), ["subject", "year"])


def person_name(name: str) -> str:
    """A person's name as it is known: as printed, on one line."""
    return fitted(Person, "name", spaced(name))


def person_rows(municipality: Municipality, names: Iterable[str]) -> dict[str, Person]:
    """The people of those names, by `person_name`."""
    people = Person.objects.filter(municipality=municipality)
    wanted = {known for name in names if (known := person_name(name))}
    rows = {row.name: row for row in people.filter(name__in=wanted)}
    addresses, _ = _claimed_addresses(people, "name", wanted - rows.keys())
    new = [Person(municipality=municipality, name=name, slug=own_address) for name, own_address in addresses.items()]
    return rows | {row.name: row for row in Person.objects.bulk_create(new)}


def forget_unused(people: Iterable[int], cases: Iterable[int]) -> None:
    """Remove those of the given people and cases that no meeting mentions any longer."""
    unused_people = Person.objects.filter(pk__in=set(people), attendances=None, absences=None, ballots=None)
    for person in unused_people:
        person.delete()
        _release_address(Person.objects.filter(municipality=person.municipality_id), "name", person.slug)
    for case in Case.objects.filter(pk__in=set(cases), items=None):
        case.delete()
        _release_address(Case.objects.filter(municipality=case.municipality_id), "number", case.slug)


def _clearer(name: str) -> tuple[bool, str]:
    """What spellings of a municipality are compared by: not all in capitals is best, then the later by alphabet.

    Small letters come later there than capitals.
    """
    return not name.isupper(), name


def _claimed_addresses(rows: QuerySet[Any], field: str, texts: Iterable[str]) -> tuple[dict[str, str], list[Any]]:
    """Addresses for new rows of these texts, and the rows that had to move for them. Of texts with the same slug the
    first by alphabet has it plain, whoever came first.
    """
    longest = _longest(rows.model)
    plain = {text: address(text, longest) for text in sorted(texts)}
    holders = {row.slug: row for row in rows.filter(slug__in=set(plain.values()))}
    claimed: dict[str, str] = {}
    moved = []
    for text, wanted in plain.items():
        holder = holders.get(wanted)
        if wanted in claimed.values() or (holder and getattr(holder, field) < text):
            claimed[text] = marked_address(text, longest)
            continue
        if holder:
            holder.slug = marked_address(getattr(holder, field), longest)
            holder.save(update_fields=["slug"])
            moved.append(holder)
        claimed[text] = wanted
    return claimed, moved


def _release_address(rows: QuerySet[Any], field: str, plain: str) -> None:
    """Give an address that has become free to the first by alphabet of the rows that stood back for it."""
    longest = _longest(rows.model)
    near = rows.filter(slug__startswith=plain[: longest - 9])
    stood_back = [row for row in near if address(getattr(row, field), longest) == plain and row.slug != plain]
    if stood_back and not near.filter(slug=plain).exists():
        heir = min(stood_back, key=lambda row: str(getattr(row, field)))
        heir.slug = plain
        heir.save(update_fields=["slug"])


def _longest(model: type[Model]) -> int:
    longest: int = model._meta.get_field("slug").max_length  # type: ignore[union-attr,assignment]
    return longest
