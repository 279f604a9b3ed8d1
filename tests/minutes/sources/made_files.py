"""Files made for the tests: PDFs by the typesetter and by hand, Word files part by part."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence

import typst

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def typeset(source: str) -> bytes:
    """A PDF from the typesetter's markup."""
    pdf = typst.compile(source.encode())
    assert isinstance(pdf, bytes)
    return pdf


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first its catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(out))
    )


def stream(dictionary: bytes, content: bytes) -> bytes:
    """A stream object."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (dictionary, len(content), content)


FONT = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def one_page(content: bytes, resources: bytes = FONT, more: Sequence[bytes] = (), trailer: bytes = b"") -> bytes:
    """A PDF of one page; `content` is its stream object, number 4, and `more` are the objects from number 5 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%b>>>>" % resources
    first = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content]
    return pdf_of([*first, *more], trailer)


def encrypted_pdf(password: bytes) -> bytes:
    """A PDF that opens with the password (40-bit RC4, the oldest and simplest of PDF's ways)."""
    filling = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
    padded = (password + filling)[:32]
    file_id, permissions = b"0123456789abcdef", (-44).to_bytes(4, "little", signed=True)
    owner = rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    key = hashlib.md5(padded + owner + permissions + file_id, usedforsecurity=False).digest()[:5]
    user = rc4(key, filling)
    page_key = hashlib.md5(key + b"\x04\0\0\0\0", usedforsecurity=False).digest()[:10]
    content = stream(b"", rc4(page_key, b"BT /F1 12 Tf 72 700 Td (Referat) Tj ET"))
    rule = b"<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -44>>" % (owner.hex().encode(), user.hex().encode())
    name = file_id.hex().encode()
    return one_page(content, more=[rule], trailer=b"/Encrypt 5 0 R/ID[<%b><%b>]" % (name, name))


def rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word_of(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are further parts by kind ("numbering", "styles", "footnotes")."""
    related = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(parts)
    )
    return zipped(
        {
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
            **{
                f"word/{kind}.xml": f'<w:{kind} xmlns:w="{WORD}">{content}</w:{kind}>'
                for kind, content in parts.items()
            },
        }
    )


def paragraph(text: str, settings: str = "") -> str:
    """A Word paragraph of one run."""
    return f"<w:p><w:pPr>{settings}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def in_list(text: str, list_id: int, level: int = 0) -> str:
    """A Word paragraph that is an entry of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
