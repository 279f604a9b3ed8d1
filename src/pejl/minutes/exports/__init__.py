"""Exports of case systems, read into the same document as printed minutes: one adapter for each form.

`open_export` tells what a file is; `minutes_of` makes the document of a meeting's export. An adapter turns its form
into the shapes of `exported`, `layout` lays those out as lines, and `building` reads the lines with the pieces that
read printed minutes. See `docs/minutes.md`, "Exports".
"""

from pejl.minutes.exports.building import minutes_of, source_of
from pejl.minutes.exports.exported import Export, ExportedMeeting, ListedDay, MeetingList, PublicationNotice
from pejl.minutes.exports.folders import deliveries, with_parts
from pejl.minutes.exports.opening import OpenedExport, open_export

__all__ = [
    "Export",
    "ExportedMeeting",
    "ListedDay",
    "MeetingList",
    "OpenedExport",
    "PublicationNotice",
    "deliveries",
    "minutes_of",
    "open_export",
    "source_of",
    "with_parts",
]
