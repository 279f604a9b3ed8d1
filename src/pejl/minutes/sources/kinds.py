"""What kind of file some bytes are: by what they say themselves, and by the name's ending where they say nothing."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from pejl.minutes.sources.plain import NOT_A_TEXT, decode, marked_encoding
from pejl.minutes.sources.unreadable import Refusal, Words


class Kind(Enum):
    """The kinds of file that can be read; the value is the media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    WEB_PAGE = "text/html"


# A PDF may have a little before its own beginning; readers look for it in the first 1,024 bytes.
_PDF_WITHIN = 1024
_WEB_PAGE = re.compile(
    # The possessive repeat keeps a file of many comments from being tried in every way they could be divided.
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:!|/?[a-zA-Z])")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")

_OLD_WORD = Words(
    "it is an old Word file (.doc): save it as .docx", "den er en gammel Word-fil (.doc): gem den som .docx"
)
_ENCRYPTED_WORD = Words(
    "the Office file is encrypted: save it without a password first",
    "Office-filen er krypteret: gem den uden adgangskode først",
)
_RICH_TEXT = Words("it is an RTF file: save it as .docx", "den er en RTF-fil: gem den som .docx")
_PICTURE = Words("it is a picture; run text recognition first", "den er et billede; kør tekstgenkendelse først")
_ARCHIVE = Words("it is an archive: unpack it first", "den er et arkiv: pak den ud først")
_NO_PDF = Words("it is called a PDF, but is not one", "den hedder PDF, men er det ikke")
_NO_WORD = Words("it is called .docx, but is not a Word document", "den hedder .docx, men er ikke et Word-dokument")

_REFUSED: tuple[tuple[bytes, Words], ...] = (
    (b"{\\rtf", _RICH_TEXT),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a", _ARCHIVE),
    (b"\x7fELF", NOT_A_TEXT),
)


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file; a `Refusal` for one that is known to be of a kind that is not read."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.WORD
    if _is_pdf(data):
        return Kind.PDF
    if data.startswith(_OLD_OFFICE):
        raise Refusal(_ENCRYPTED_WORD if _ENCRYPTED_OFFICE in data else _OLD_WORD)
    for beginning, reason in _REFUSED:
        if data.startswith(beginning):
            raise Refusal(reason)
    if is_web_page(_beginning(data)):
        return Kind.WEB_PAGE
    return _kind_by_ending(name, data)


def is_web_page(beginning: str) -> bool:
    """Whether a file whose text begins so says of itself that it is a web page."""
    return bool(_WEB_PAGE.match(beginning))


def _is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF: they begin as one, or do so after a little else that no text would hold."""
    place = data.find(b"%PDF-", 0, _PDF_WITHIN)
    return place >= 0 and (not data[:place].strip(b"\xef\xbb\xbf\0 \r\n\t") or b"startxref" in data)


def _beginning(data: bytes) -> str:
    """The first signs of a file, for a look at what it is."""
    marked = marked_encoding(data)
    # An even number, so that no sign of two or four bytes is cut.
    return decode(data[: 4096 + (marked[1] if marked else 0)])


def _kind_by_ending(name: str, data: bytes) -> Kind:
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf":
        raise Refusal(_NO_PDF)
    if ending == ".docx":
        raise Refusal(_NO_WORD)
    if ending in (".html", ".htm", ".xhtml") and (_TAG.search(data) or marked_encoding(data)):
        return Kind.WEB_PAGE
    return Kind.MARKDOWN if ending in (".md", ".markdown") else Kind.TEXT
