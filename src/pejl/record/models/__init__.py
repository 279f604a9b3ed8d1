"""The record as the pages read it: bodies, meetings, items, people, references; and what people did to it.

Every row but an `Act` and a `FailedArrival` is computed from the archive and can be thrown away: `pejl record rebuild`
derives it again. Only what may be public is kept: a closed item has number, title as published and nothing else.
"""

from pejl.record.models.appropriations import Appropriation
from pejl.record.models.failures import FailedArrival
from pejl.record.models.items import Case, Item, Pointer
from pejl.record.models.listed import ListedMeeting
from pejl.record.models.meetings import Body, Document, Meeting, Municipality
from pejl.record.models.notices import Notice
from pejl.record.models.people import Absence, Attendance, Ballot, Person
from pejl.record.models.promises import Gist, Promise, PromiseMatch
from pejl.record.models.publications import HeldDocument, Publication, Trace
from pejl.record.models.withdrawn import Withdrawn

__all__ = [
    "Absence",
    "Appropriation",
    "Attendance",
    "Ballot",
    "Body",
    "Case",
    "Document",
    "FailedArrival",
    "Gist",
    "HeldDocument",
    "Item",
    "ListedMeeting",
    "Meeting",
    "Municipality",
    "Notice",
    "Person",
    "Pointer",
    "Promise",
    "PromiseMatch",
    "Publication",
    "Trace",
    "Withdrawn",
]
