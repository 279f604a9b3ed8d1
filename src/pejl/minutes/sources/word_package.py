"""A Word file is a zip archive of XML parts. Here its parts are taken out within limits.

Sizes in the archive's own list are checked first, because they cost nothing to read, and then not trusted: every part
is unpacked piece by piece and given up when it passes its limit.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from pejl.minutes.sources.limits import MEGABYTE, megabytes
from pejl.minutes.sources.unreadable import WHOLE_FILE, Refusal, Words
from pejl.minutes.sources.xml_parts import attribute, parse_part

MOST_PARTS = 5_000
LARGEST_DIRECTORY = MEGABYTE
"""The largest list of an archive's files: 5,000 files with long names take half of it."""

LARGEST_PART = 50 * MEGABYTE
"""The largest XML part. As a tree in memory it takes some ten times as much."""

MOST_UNPACKED = 100 * MEGABYTE
"""What all the parts that are read may come to together."""

MOST_TIMES_LARGER = 250
"""How many times larger than packed a part over a megabyte may be. Word's own XML stays well under 100."""

_PIECE = 65_536

# The record at the end of a zip archive, and the one before it in archives of over 65,535 files or four gigabytes.
_LAST_MARK, _LAST_RECORD = b"PK\x05\x06", 22
_LARGE_FORMAT_MARK, _LARGE_FORMAT_RECORD = b"PK\x06\x07", 20

_DAMAGED = Words("the Word file is damaged", "Word-filen er beskadiget")
_ENCRYPTED = Words(
    "the Word file is encrypted: save it without a password first",
    "Word-filen er krypteret: gem den uden adgangskode først",
)
_NOT_WORD = Words("it is a zip archive, but not a Word document", "den er et zip-arkiv, men ikke et Word-dokument")
_OTHER_OFFICE = (
    ("xl/", Words("it is a spreadsheet, not a Word document", "den er et regneark, ikke et Word-dokument")),
    ("ppt/", Words("it is a presentation, not a Word document", "den er en præsentation, ikke et Word-dokument")),
    (
        "META-INF/manifest.xml",
        Words("it is an OpenDocument file: save it as .docx", "den er en OpenDocument-fil: gem den som .docx"),
    ),
)
_BOMB = Words(
    "it unpacks to far more than a Word document holds",
    "den fylder langt mere udpakket, end et Word-dokument gør",
)
_TOO_MANY_PARTS = Words(
    f"the archive holds more than {MOST_PARTS:,} files, which is the limit",
    "arkivet rummer mere end {} filer, som er grænsen".format(f"{MOST_PARTS:,}".replace(",", ".")),
)
_TOO_LARGE = Words(
    f"the part is larger than {megabytes(LARGEST_PART)}, which is the limit",
    f"delen fylder mere end {megabytes(LARGEST_PART)}, som er grænsen",
)


class WordPackage:
    """The XML parts of a Word file, by name."""

    def __init__(self, data: bytes) -> None:
        _check_directory(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise Refusal(_DAMAGED) from error
        entries = self._archive.infolist()
        if len(entries) > MOST_PARTS:
            raise Refusal(_TOO_MANY_PARTS)
        self._entries = {entry.filename: entry for entry in entries}
        self._left = MOST_UNPACKED
        self.document = self._main_part()

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, or None where the file has no such part."""
        entry = self._entries.get(name)
        return None if entry is None else parse_part(name, self._unpacked(entry))

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points at: relation id -> (kind of relation, name of the part pointed at)."""
        folder, file = posixpath.split(part)
        relations = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in relations if relations is not None else ():
            target = attribute(relation, "Target")
            if target is None or attribute(relation, "TargetMode") == "External":
                continue
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = (attribute(relation, "Type") or "").rpartition("/")[2]
            found[attribute(relation, "Id") or ""] = (kind, path)
        return found

    def _main_part(self) -> str:
        if "_rels/.rels" in self._entries:
            parts = [path for kind, path in self.related("").values() if kind == "officeDocument"]
            if parts and parts[0].startswith("word/") and parts[0] in self._entries:
                return parts[0]
        if "word/document.xml" in self._entries:
            return "word/document.xml"
        for beginning, reason in _OTHER_OFFICE:
            if any(name.startswith(beginning) for name in self._entries):
                raise Refusal(reason)
        raise Refusal(_NOT_WORD)

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        place = Words(entry.filename, entry.filename)
        if entry.flag_bits & 0x1:
            raise Refusal(_ENCRYPTED, WHOLE_FILE)
        limit = min(LARGEST_PART, self._left)
        if entry.file_size > limit:
            raise Refusal(_TOO_LARGE, place)
        if entry.file_size > max(MEGABYTE, entry.compress_size * MOST_TIMES_LARGER):
            raise Refusal(_BOMB, place)
        content = bytearray()
        try:
            with self._archive.open(entry) as packed:
                while piece := packed.read(_PIECE):
                    content += piece
                    if len(content) > limit:
                        raise Refusal(_TOO_LARGE, place)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
        ) as error:
            raise Refusal(_DAMAGED, place) from error
        self._left -= len(content)
        return bytes(content)


def _check_directory(data: bytes) -> None:
    """Refuse an archive whose list of files is long, before the list is read: that alone could fill the memory.

    The archive's last record tells the list's size. It is found as `zipfile` finds it.
    """
    at = len(data) - _LAST_RECORD
    if not (data.startswith(_LAST_MARK, max(at, 0)) and data.endswith(b"\0\0")):
        at = data.rfind(_LAST_MARK, max(at - 65_536, 0))
    if at < 0 or len(data) < at + _LAST_RECORD:
        raise Refusal(_DAMAGED)
    is_large_format = data.startswith(_LARGE_FORMAT_MARK, max(at - _LARGE_FORMAT_RECORD, 0))
    if is_large_format or int.from_bytes(data[at + 12 : at + 16], "little") > LARGEST_DIRECTORY:
        raise Refusal(_TOO_MANY_PARTS)
