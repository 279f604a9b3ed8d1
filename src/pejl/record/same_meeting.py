"""Which documents belong to the same meeting, among those that name the same body and the same day.

Nearly always all of them do. Only where two state different start times and treat nothing in common are they two
meetings, such as an extraordinary meeting before the ordinary one. What stands on every agenda is nothing in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pejl.minutes.document import Minutes
from pejl.minutes.keys import item_key
from pejl.record.identity import marks_of

STANDING = frozenset(
    {
        "dagsorden",
        "eventuelt",
        "godkendelse af dagsorden",
        "godkendelse af dagsordenen",
        "godkendelse af referat",
        "godkendelse af referatet",
        "lukket dagsorden",
        "lukket punkt",
        "lukkede punkter",
        "meddelelser",
        "orientering",
        "orienteringer",
        "orientering fra formanden",
        "orienteringssager",
        "sager til orientering",
        "spørgetid",
        "underskrift",
        "underskrifter",
        "underskriftsark",
        "underskriftsside",
    }
)
"""Titles, as `item_key` folds them, that tell nothing about which meeting it is."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What of a document decides where it is filed: its arrival, its start time as stated, and what it treats.

    `arrival` is the order number with the file's hash, since two archives that were put together repeat numbers.
    """

    arrival: tuple[int, str]
    time: str | None
    treats: frozenset[str]


def treats(minutes: Minutes) -> frozenset[str]:
    """The titles and case numbers of the items, folded, without the standing ones."""
    marks: set[str] = set()
    for item in minutes.items:
        if item.title is None or item_key(item.title) not in STANDING:
            marks |= marks_of(item)
    return frozenset(marks)


def meetings(filings: Iterable[Filing]) -> list[list[Filing]]:
    """The documents of one body and one day, meeting by meeting.

    Meetings are in order of start time and documents in order of arrival. The order in which `filings` come is of no
    consequence. A document without a start time goes to the meeting that it has most in common with, else to the first.
    """
    ordered = sorted(filings, key=lambda filing: filing.arrival)
    timed = [filing for filing in ordered if start(filing.time)]
    if not timed:
        return [ordered] if ordered else []
    groups = sorted(_connected(timed), key=lambda group: min(start(filing.time) for filing in group))
    loose = [filing for filing in ordered if not start(filing.time)]
    for filing, place in [(filing, _nearest(filing, groups)) for filing in loose]:
        groups[place].append(filing)
    return [sorted(group, key=lambda filing: filing.arrival) for group in groups]


def start(time: str | None) -> str:
    """A start time for comparison, as four digits: "kl. 9.00" is "0900". Empty where none can be made out."""
    found = re.search(r"(\d{1,2})(?:\s*[.:]\s*(\d{2}))?", time or "")
    return f"{int(found[1]):02}{found[2] or '00'}" if found else ""


def _connected(filings: Sequence[Filing]) -> list[list[Filing]]:
    """Groups in which each document is of the same meeting as some other one of the group."""
    groups: list[list[Filing]] = []
    for filing in filings:
        near = [group for group in groups if any(_same(filing, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([filing, *(other for group in near for other in group)])
    return groups


def _same(one: Filing, other: Filing) -> bool:
    return start(one.time) == start(other.time) or bool(one.treats & other.treats)


def _nearest(filing: Filing, groups: Sequence[Sequence[Filing]]) -> int:
    """The place of the group with most in common; of several, the earliest."""
    common = [max(len(filing.treats & other.treats) for other in group) for group in groups]
    return common.index(max(common))
