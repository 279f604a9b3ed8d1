"""PDF files: the printed lines of every page, in reading order.

Text comes from PDFium, which is quick, and so do the ruled lines that show where a table stands. Page furniture (page
heads and numbers) is left in: where each page begins is told beside the lines. A page that is only a picture has no
lines; a file of nothing but pictures is refused.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw as pdfium_c

from pejl.minutes.sources import limits
from pejl.minutes.sources.pdf_page import PrintedLine, page_lines
from pejl.minutes.sources.pdf_paragraphs import paragraphs
from pejl.minutes.sources.unreadable import Refusal, Words

CUT_SHORT = Words(
    "the PDF is cut short: its end is missing, so fetch it again",
    "PDF-filen er afbrudt: slutningen mangler, så hent den igen",
)
ENCRYPTED = Words(
    "the PDF is encrypted: save it without a password first",
    "PDF-filen er krypteret: gem den uden adgangskode først",
)
DAMAGED = Words("the PDF is damaged", "PDF-filen er beskadiget")
DAMAGED_PAGE = Words("the page is damaged", "siden er beskadiget")
ONLY_PICTURES = Words(
    "the pages are pictures; run text recognition first",
    "siderne er billeder; kør tekstgenkendelse først",
)
MOST_PAGES = 5_000
TOO_MANY_PAGES = Words(
    f"it has more than {MOST_PAGES:,} pages, which is the limit",
    "den har mere end {} sider, som er grænsen".format(f"{MOST_PAGES:,}".replace(",", ".")),
)

# The end mark stands last in the file; some servers and mail systems add a little behind it.
_END_MARK = b"%%EOF"
_END_MARK_WITHIN = 4096

# PDFium keeps global state and may be called from one thread at a time only.
_one_at_a_time = threading.Lock()


def read_pdf(data: bytes) -> tuple[list[str], tuple[int, ...]]:
    """The lines of a PDF and the number of each page's first line; give it no file that `is_heavy`."""
    if _END_MARK not in data.rstrip(b"\0 \r\n\t")[-_END_MARK_WITHIN:]:
        raise Refusal(CUT_SHORT)
    with _one_at_a_time, closing(_open(data)) as document:
        if len(document) > MOST_PAGES:
            raise Refusal(TOO_MANY_PAGES)
        pages = list(_pages(document))
        if not any(pages) and _has_pictures(document):
            raise Refusal(ONLY_PICTURES)
    lines: list[str] = []
    starts: list[int] = []
    for page in paragraphs(pages):
        starts.append(len(lines) + 1)
        lines.extend(page)
    # A page without text at the very end starts where a next line would; the last line is the nearest there is.
    return lines, tuple(min(start, max(len(lines), 1)) for start in starts)


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reason = ENCRYPTED if error.err_code == pdfium_c.FPDF_ERR_PASSWORD else DAMAGED
        raise Refusal(reason) from error


def _pages(document: pdfium.PdfDocument) -> Iterator[list[PrintedLine]]:
    signs = 0
    started = monotonic()
    for number in range(len(document)):
        try:
            with closing(document[number]) as page:
                printed = page_lines(page)
        except pdfium.PdfiumError as error:
            raise Refusal(DAMAGED_PAGE, Words(f"page {number + 1}", f"side {number + 1}")) from error
        signs += sum(len(line.text) for line in printed)
        if signs > limits.TEXT_BYTES:
            raise limits.too_much_text()
        if monotonic() - started > limits.SECONDS:
            raise limits.too_slow()
        yield printed


def _has_pictures(document: pdfium.PdfDocument) -> bool:
    """Whether any of the first pages shows a picture; asked only of a document without text."""
    for number in range(min(len(document), 20)):
        with closing(document[number]) as page:
            if next(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None:
                return True
    return False
