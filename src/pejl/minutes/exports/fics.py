"""FICS: `PUB_<id>.xml`, whose texts are base64 of the HTML that Word writes, in Windows-1252.

Each item's text begins with its number and its title as headings, which only repeat what the item says of itself. An
item, or an attachment, is open where its flag says in so many words that it is not closed.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from pejl.minutes.contents import folded
from pejl.minutes.document import Kind
from pejl.minutes.exports.exported import ExportedField, ExportedFile, ExportedItem, ExportedMeeting
from pejl.minutes.exports.files import file_name
from pejl.minutes.exports.moments import moment
from pejl.minutes.exports.texts import html_lines, one_line
from pejl.minutes.exports.xml_tree import Element, children, says_yes, text_of
from pejl.minutes.sources.web_page import page_text
from pejl.minutes.sources.xml_parts import child, local_name

SYSTEM = "fics"

_NOT_CLOSED = frozenset({"false", "0", "nej", "no"})
_NUMBER_LINE = re.compile(r"^#*\s*(?:pkt\.?|punkt)?\s*(?P<number>\d{1,4})\.?$", re.IGNORECASE)
_NOT_READ = "Teksten til dette punkt kunne ikke læses: den er ikke kodet, som eksporten lover."
_HEADS = 12


def knows(root: Element) -> bool:
    """Whether the XML is a publication of this system."""
    return local_name(root) == "PublishAgenda" and child(root, "Publish") is not None


def read(root: Element) -> ExportedMeeting:
    """The meeting that the publication holds."""
    basis, publish = child(root, "BasisData"), child(root, "Publish")
    start = moment(text_of(publish, "MeetingDate") or text_of(root, "MeetingDate"), text_of(publish, "MeetingBegin"))
    summary = text_of(publish, "Summary")
    items = tuple(_item(item) for item in children(publish, "MetaData", "Items", "Item"))
    return ExportedMeeting(
        system=SYSTEM,
        kind=(Kind.MINUTES if says_yes(summary) else Kind.AGENDA) if summary else None,
        body=one_line(text_of(basis, "CommitteeName")) or None,
        date=start.day,
        time=start.time,
        place=one_line(text_of(publish, "MeetingPlace")) or None,
        items=items,
    )


def _item(item: Element) -> ExportedItem:
    label = text_of(item, "ItemNo") or None
    title = one_line(text_of(item, "DocTitle")) or one_line(text_of(item, "CaseName")) or None
    html, unread = _decoded(text_of(item, "DocContent"))
    lines = _without_repeated_head(html_lines(html), label, title)
    return ExportedItem(
        label=label,
        title=title,
        open=_is_open(item, "CaseClosed"),
        case_number=text_of(item, "CaseNo") or None,
        fields=(ExportedField(None, lines),) if lines else (),
        files=tuple(_files(item)),
        unread=unread,
    )


def _is_open(place: Element, flag: str) -> bool:
    return text_of(place, flag).casefold() in _NOT_CLOSED


def _decoded(text: str) -> tuple[str, tuple[str, ...]]:
    """The HTML, and a sentence where it could not be had. A text that is plainly HTML is taken as it is."""
    if "<" in text:
        return text, ()
    try:
        return page_text(base64.b64decode("".join(text.split()), validate=True)).replace("\0", ""), ()
    except (binascii.Error, ValueError):
        return "", (_NOT_READ,)


def _without_repeated_head(lines: tuple[str, ...], label: str | None, title: str | None) -> tuple[str, ...]:
    """The text without the number and the title above it."""
    kept = 0
    for place, line in enumerate(lines[:_HEADS]):
        number = _NUMBER_LINE.match(line)
        repeats_title = title is not None and folded(line) == folded(title)
        if repeats_title or (number is not None and number["number"] == label):
            kept = place + 1
        elif line.strip():
            break
    return tuple(lines[kept:])


def _files(item: Element) -> Iterator[ExportedFile]:
    for file in children(item, "CaseAttachments", "Attachment"):
        name = file_name(text_of(file, "AttachmentFilename"))
        yield ExportedFile(
            title=one_line(text_of(file, "AttachmentTitle")) or name,
            number=text_of(file, "AttachmentNo") or None,
            open=_is_open(file, "AttachmentClosed"),
        )
