"""How quickly minutes are read, measured against the least that can be done: taking the text out of the same PDF."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from statistics import median, quantiles
from time import perf_counter

import pypdfium2 as pdfium
from invented_minutes import as_pdf, as_text

from pejl.minutes.reader import read_bytes
from pejl.minutes.sources import open_bytes

REPETITIONS = 15
TEXTS = 40
TEXT_SIZE = 40_000


def measure() -> list[tuple[str, str, str, str]]:
    """Rows of what was measured, the median, the middle half of the measurements, and the aim."""
    pdf = as_pdf(items=20, seed=1)
    lines, whole = ratios(pdf)
    texts = [as_text(TEXT_SIZE, seed) for seed in range(TEXTS)]
    return [
        (f"lines of a PDF of {page_count(pdf)} pages, as times its text alone", *in_words(lines), ""),
        ("the same PDF read as minutes, as times its text alone", *in_words(whole), "at most 2"),
        ("minutes of 40 kB read, documents a second", *in_words(texts_per_second(texts)), ""),
    ]


def ratios(pdf: bytes) -> tuple[list[float], list[float]]:
    """Time for the lines and for the whole reading, each over that of the text alone, which is measured beside them."""
    seconds(lambda: read_bytes("m.pdf", pdf))
    lines, whole = [], []
    for _ in range(REPETITIONS):
        bare = seconds(lambda: text_alone(pdf))
        lines.append(seconds(lambda: open_bytes("m.pdf", pdf)) / bare)
        bare = seconds(lambda: text_alone(pdf))
        whole.append(seconds(lambda: read_bytes("m.pdf", pdf)) / bare)
    return lines, whole


def texts_per_second(texts: list[bytes]) -> list[float]:
    """For each text, a new one every time, how many such could be read in a second."""
    return [1 / seconds(lambda text=text: read_bytes("m.txt", text)) for text in texts]


def text_alone(pdf: bytes) -> int:
    """What PDFium gives as the text of every page, and nothing made of it."""
    signs = 0
    with closing(pdfium.PdfDocument(pdf)) as document:
        for page in document:
            with closing(page), closing(page.get_textpage()) as text_page:
                signs += len(text_page.get_text_range())
    return signs


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        return len(document)


def seconds(work: Callable[[], object]) -> float:
    """The time one run takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def in_words(values: list[float]) -> tuple[str, str]:
    """The median and the middle half."""
    low, _, high = quantiles(values, n=4)
    return f"{median(values):.2f}", f"{low:.2f} to {high:.2f}"
