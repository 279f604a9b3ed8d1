"""A Word file is a zip archive of XML parts. Here its parts are found by what the file says of itself."""

from __future__ import annotations

import posixpath

from lxml import etree

from pejl.minutes.sources.unreadable import Refusal, Words
from pejl.minutes.sources.xml_parts import attribute, parse_part
from pejl.minutes.sources.zip_parts import ZipParts, ZipWords

_WORDS = ZipWords(
    damaged=Words("the Word file is damaged", "Word-filen er beskadiget"),
    encrypted=Words(
        "the Word file is encrypted: save it without a password first",
        "Word-filen er krypteret: gem den uden adgangskode først",
    ),
    bomb=Words(
        "it unpacks to far more than a Word document holds",
        "den fylder langt mere udpakket, end et Word-dokument gør",
    ),
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


class WordPackage:
    """The XML parts of a Word file, by name."""

    def __init__(self, data: bytes) -> None:
        self._parts = ZipParts(data, _WORDS)
        self._names = frozenset(self._parts.names)
        self.document = self._main_part()

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, or None where the file has no such part."""
        data = self._parts.data(name)
        return None if data is None else parse_part(name, data)

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
        if "_rels/.rels" in self._names:
            parts = [path for kind, path in self.related("").values() if kind == "officeDocument"]
            if parts and parts[0].startswith("word/") and parts[0] in self._names:
                return parts[0]
        if "word/document.xml" in self._names:
            return "word/document.xml"
        for beginning, reason in _OTHER_OFFICE:
            if any(name.startswith(beginning) for name in self._names):
                raise Refusal(reason)
        raise Refusal(_NOT_WORD)
