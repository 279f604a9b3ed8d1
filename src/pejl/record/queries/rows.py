"""The rows that queries return, by name, for those who show them. Only queries and services ask the tables."""

from pejl.record.models import (
    Absence,
    Appropriation,
    Attendance,
    Ballot,
    Body,
    Case,
    Document,
    Item,
    ListedMeeting,
    Meeting,
    Municipality,
    Person,
    Pointer,
    Promise,
    Publication,
    Withdrawn,
)

__all__ = [
    "Absence",
    "Appropriation",
    "Attendance",
    "Ballot",
    "Body",
    "Case",
    "Document",
    "Item",
    "ListedMeeting",
    "Meeting",
    "Municipality",
    "Person",
    "Pointer",
    "Promise",
    "Publication",
    "Withdrawn",
]
