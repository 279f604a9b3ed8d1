"""The door for exports: bytes in, and what they tell out, or None where they are no export but another kind of file.

A file is known by what it holds, never by its name alone. One that is plainly JSON, XML or an archive of such, and no
export that is known, is refused with a sentence: read as text, it could show what the export has closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from pejl.minutes.exports import acadre, edoc, edoc_fujitsu, fics, first_agenda, sbsys, sbsys_agenda
from pejl.minutes.exports.exported import Export, MeetingList
from pejl.minutes.exports.files import same_file
from pejl.minutes.exports.json_tree import parse_json
from pejl.minutes.exports.xml_tree import Element, parse_xml
from pejl.minutes.sources.kinds import is_web_page
from pejl.minutes.sources.plain import decode, marked_encoding
from pejl.minutes.sources.unreadable import Refusal, Unreadable, Words
from pejl.minutes.sources.zip_parts import ZipParts, ZipWords

JSON, XML, ZIP = "application/json", "application/xml", "application/zip"

_BEGINNING = 4096
_LOOKS_LIKE_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_LOOKS_LIKE_XML = re.compile(
    r"\s*<(?:\?xml\b|(?:\w{1,20}:)?(?:Publication|Dagsorden|root|Root|Meeting|PublishAgenda)\b)"
)
_OFFICE = re.compile(r"(?:_rels/|word/|xl/|ppt/|META-INF/manifest\.xml$|mimetype$)")
_MOST_XML_PARTS = 500

_KNOWN = "FirstAgenda, SBSYS, Acadre, eDoc, FICS"
_UNKNOWN = Words(
    f"it is none of the exports that are known ({_KNOWN})",
    f"den er ingen af de eksporter, der kendes ({_KNOWN})",
)
_SEVERAL = Words(
    "the archive holds several exports: unpack it, and deliver the folder",
    "arkivet rummer flere eksporter: pak det ud, og aflever mappen",
)
_NOTHING_KNOWN = Words(
    f"the archive holds none of the exports that are known ({_KNOWN})",
    f"arkivet rummer ingen af de eksporter, der kendes ({_KNOWN})",
)
_NOTHING_LISTED = Words("the list holds no meeting with a body and a day", "listen rummer intet møde med udvalg og dag")
_WORDS = ZipWords(
    damaged=Words("the archive is damaged", "arkivet er beskadiget"),
    encrypted=Words("the archive is encrypted: save it without a password", "arkivet er krypteret: gem det uden kode"),
    bomb=Words("it unpacks to far more than an export holds", "det fylder langt mere udpakket, end en eksport gør"),
)

Beside = Callable[[str], bytes | None]
"""Gives the file of a name that came with an export; None where none did."""


def _no_files(root: Element) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Adapter:
    """One form of export. `parts` tells where the files lie that belong to it, from the folder that it lies in.

    `leads` is true of one that only says what to make of another file, which is then its part.
    """

    knows: Callable[[Element], bool]
    read: Callable[[Element, Beside], Export]
    parts: Callable[[Element], list[str]] = _no_files
    leads: bool = False


ADAPTERS = (
    Adapter(acadre.is_manifest, acadre.read_manifest, acadre.content_files, leads=True),
    Adapter(edoc_fujitsu.is_notice, edoc_fujitsu.read_notice, edoc_fujitsu.content_files, leads=True),
    Adapter(acadre.knows, lambda root, beside: acadre.read(root)),
    Adapter(edoc_fujitsu.knows, lambda root, beside: edoc_fujitsu.read(root)),
    Adapter(sbsys.knows, lambda root, beside: sbsys.read(root)),
    Adapter(sbsys_agenda.knows, sbsys_agenda.read, lambda root: [sbsys_agenda.PAGE]),
    Adapter(edoc.knows, lambda root, beside: edoc.read(root)),
    Adapter(fics.knows, lambda root, beside: fics.read(root)),
)


@dataclass(frozen=True, slots=True)
class OpenedExport:
    """What an export tells, and the media type of the file that it was."""

    export: Export
    media_type: str


def open_export(name: str, data: bytes, called: str | None = None) -> OpenedExport | None:
    """What the export that the bytes are tells; None where they are another kind of file.

    `called` is how the sentence of `Unreadable` names the file, where that is not by its name alone.
    """
    try:
        return _opened(name, data)
    except Refusal as refusal:
        raise Unreadable(called or name, refusal.reason, refusal.place) from refusal


def media_type_of(name: str, data: bytes) -> str | None:
    """Which kind of export the bytes may be; None where they are plainly another kind of file."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    marked = marked_encoding(data)
    beginning = decode(data[: _BEGINNING + (marked[1] if marked else 0)])
    ending = PurePath(name).suffix.lower()
    if _LOOKS_LIKE_JSON.match(beginning) or (ending == ".json" and beginning.strip()):
        return JSON
    if is_web_page(beginning):
        return None
    return XML if _LOOKS_LIKE_XML.match(beginning) or (ending == ".xml" and beginning.strip()) else None


def is_other_data(name: str, data: bytes) -> bool:
    """Whether the bytes are whole JSON or XML that is no export: data of somebody's own, which lies in many folders.

    What is damaged is not: it may be an export, and whoever opens it says what is wrong with it.
    """
    media_type = media_type_of(name, data)
    try:
        if media_type == JSON:
            return not first_agenda.knows(parse_json(data))
        return media_type == XML and adapter_for(parse_xml(data)) is None
    except Refusal:
        return False


def adapter_for(root: Element) -> Adapter | None:
    """The adapter that knows this XML."""
    return next((adapter for adapter in ADAPTERS if adapter.knows(root)), None)


def nothing_beside(name: str) -> bytes | None:
    """What comes with a file that comes alone."""
    return None


def _opened(name: str, data: bytes) -> OpenedExport | None:
    media_type = media_type_of(name, data)
    if media_type == JSON:
        return OpenedExport(_of_json(data), JSON)
    if media_type == XML:
        root = parse_xml(data)
        adapter = adapter_for(root)
        if adapter is None:
            raise Refusal(_UNKNOWN)
        return OpenedExport(adapter.read(root, nothing_beside), XML)
    export = _of_archive(data) if media_type == ZIP else None
    return OpenedExport(export, ZIP) if export is not None else None


def _of_json(data: bytes) -> Export:
    tree = parse_json(data)
    if not first_agenda.knows(tree):
        raise Refusal(_UNKNOWN)
    export = first_agenda.read(tree)
    if isinstance(export, MeetingList) and not export.meetings:
        raise Refusal(_NOTHING_LISTED)
    return export


def _of_archive(data: bytes) -> Export | None:
    """The one export of an archive; None where the archive is an office file."""
    parts = ZipParts(data, _WORDS)
    names = parts.names
    if any(_OFFICE.match(name) for name in names):
        return None
    told = [name for name in names if PurePath(name).suffix.lower() in (".xml", ".json")][:_MOST_XML_PARTS]
    found: list[tuple[Adapter, Element]] = []
    of_json: list[Export] = []
    for name in told:
        content = parts.data(name) or b""
        if media_type_of(name, content) == JSON:
            of_json.append(_of_json(content))
        else:
            root = parse_xml(content)
            if (adapter := adapter_for(root)) is not None:
                found.append((adapter, root))
    leading = [each for each in found if each[0].leads] or found
    if len(leading) + len(of_json) > 1:
        raise Refusal(_SEVERAL)
    if of_json:
        return of_json[0]
    if not leading:
        raise Refusal(_NOTHING_KNOWN)
    adapter, root = leading[0]
    return adapter.read(root, partial(_beside, parts))


def _beside(parts: ZipParts, name: str) -> bytes | None:
    """The part with that name, wherever in the archive it lies."""
    found = next((part for part in parts.names if same_file(part, name)), None)
    return parts.data(found) if found else None
