"""Page furniture: what a page or a portal repeats and no one reads as text ("Side 3 af 18", "Til toppen")."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from pejl.minutes.family import Family
from pejl.minutes.lines import Line

_PAGE = re.compile(r"^(?:-\s*)?(?:Side|s\.)\s*:?\s*\d+(?:\s*(?:af|/)\s*\d+)?(?:\s*-)?$", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"^\d{1,3}$")
_RUNNING_HEAD = re.compile(r"\b(?:Side|Referat|REFERAT|Dagsorden|DAGSORDEN|Udskrevet)\b")
_DIGITS = re.compile(r"\d+")
_SHORTEST_PAGE = 25
_BESIDE = 3
_PORTAL = re.compile(
    r"^(?:Til toppen|Fold alle ud|Fold alle ind|Hent som fil:?|Vælg|Se alle bilag|Udskriv|Del siden|Læs op)$"
)


def furniture(lines: list[Line], family: Family) -> frozenset[int]:
    """The numbers of the lines that are furniture. A line that occurs once is furniture only by its form."""
    patterns = (_PORTAL, *family.furniture)
    found = {line.number for line in lines if line.text for pattern in patterns if pattern.match(line.text)}
    pages = _page_numbers(lines) | {line.number for line in lines if _PAGE.match(line.text)}
    return frozenset(found | pages | _running_heads(lines) | _beside_pages(lines, pages))


def _page_numbers(lines: list[Line]) -> set[int]:
    """Lone numbers that count upwards by one through the text are those of its pages."""
    lone = [line for line in lines if _LONE_NUMBER.match(line.text) and not line.level and not line.bullet]
    numbers = [int(line.text) for line in lone]
    counts_up = all(after == before + 1 for before, after in pairwise(numbers))
    far_apart = all(after.number - before.number >= _SHORTEST_PAGE for before, after in pairwise(lone))
    several = len(lone) >= 3 or (len(lone) == 2 and numbers[0] <= 2 and far_apart)
    return {line.number for line in lone} if several and counts_up else set()


def _beside_pages(lines: list[Line], pages: set[int]) -> set[int]:
    """Lines that recur beside page numbers with nothing but digits changed; the first of them stays."""
    places = [index for index, line in enumerate(lines) if line.number in pages]
    beside = {index for place in places for index in range(place - _BESIDE, place + _BESIDE + 1)}
    shapes: dict[str, list[int]] = {}
    for index in sorted(beside & set(range(len(lines)))):
        line = lines[index]
        if not line.blank and len(line.text) < 160:
            shapes.setdefault(_DIGITS.sub("#", line.text), []).append(line.number)
    return {number for numbers in shapes.values() if len(numbers) >= 3 for number in numbers[1:]}


def _running_heads(lines: list[Line]) -> set[int]:
    """Heads that recur with nothing but digits changed; the first of them is the title and stays."""
    shaped = [
        (_DIGITS.sub("#", line.text), line)
        for line in lines
        if len(line.text) < 160 and _RUNNING_HEAD.search(line.text)
    ]
    often = Counter(shape for shape, _ in shaped)
    seen: set[str] = set()
    found: set[int] = set()
    for shape, line in shaped:
        if often[shape] >= 3 and any(character.isdigit() for character in line.text):
            if shape in seen:
                found.add(line.number)
            seen.add(shape)
    return found
