"""The numbers of an item's attachments: a gap in the list, one twice, one that the text names and the list lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pejl.calendar.rows import in_a_row
from pejl.minutes.checks.flag import Certainty, Flag, FlagKind, look_at
from pejl.minutes.checks.numbers_missing import missing_in, twice_in
from pejl.minutes.document import Attachment, Item, Lines, Minutes, Role
from pejl.minutes.passages import Passage, passages
from pejl.minutes.public import hidden_lines
from pejl.minutes.sources.kinds import Kind

_flag = partial(look_at, FlagKind.NUMBERING)

_PRINTED = frozenset(kind.value for kind in Kind)
_LARGEST = 60
"""Larger numbers are those of documents, not of a list."""

_WHOLE_NUMBER = re.compile(r"[1-9][0-9]?")
_PART_NUMBER = re.compile(r"(?P<whole>[1-9][0-9]?)(?:\.(?P<part>[1-9][0-9]?)|[a-z])")
_NAMED = re.compile(r"\bbilag(?:et)?\s?(?:nr\.?\s?)?(?P<number>[1-9][0-9]?)(?![0-9]|[.,/-][0-9])", re.IGNORECASE)
_AND_MORE = re.compile(
    r"(?:,\s[1-9][0-9]?){0,8},?\s(?:og|samt)\s[1-9][0-9]?(?=[.,;:)](?:\s|\Z)|\Z|\s(?:i|på|er|som|der|kan|viser|fremgår)\b)"
)
"""More numbers after the first: "bilag 1, 2 og 3". What has a word after it may count something else."""

_DIGITS = re.compile(r"[0-9]+")
_OF_ANOTHER_TEXT = re.compile(
    r"\s*(?:\.[0-9]|[a-z]\b)|(?:[^.]{0,40}?\s)?(?:til|i|fra)\s+(?:\w+\s){0,3}?(?:\w*(?:lov|bekendtgørelse|vejledning|aftale|"
    r"kontrakt|rapport|strategi|plan|sag|punkt|møde|notat|politik|regulativ|cirkulære|budget|regnskab|udvalg|byråd)\w*)",
    re.IGNORECASE,
)
_LIST_OF_ITS_OWN = re.compile(r"^bilag\s(?P<number>[1-9][0-9]?)\s?[.:–-]\s?\S", re.IGNORECASE)
_ENCLOSED = re.compile(r"\b(?:vedlagt|vedlægges|vedhæftet|vedhæftes)\b[^.;]{0,60}\bbilag\s?[1-9]", re.IGNORECASE)


@dataclass(frozen=True)
class _Mention:
    number: int
    lines: Lines


def attachment_list(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """A list whose numbers have a gap or a double; what the text says of a missing one is told with it.

    The list of an export is left alone: it is data, and its gaps are the files that are not public.
    """
    if minutes.source.media_type not in _PRINTED or hidden_lines(item):
        return  # where closed attachments were left out, a number that is missing may be one of theirs
    numbered = [(int(each.number or 0), each) for each in item.attachments if _is_whole(each)]
    numbers = [number for number, _ in numbered]
    run = sorted({*numbers, *(int(part["whole"]) for each in item.attachments if (part := _part(each)))})
    mentions = _mentions(item) if run else []
    lines = [Lines(first=each.line, last=each.line) for _, each in numbered]
    missing = [] if _may_be_unnumbered(item) else missing_in(run, first=_first(minutes, item, run))
    if missing:
        named = [mention for mention in mentions if mention.number in missing]
        yield _flag(
            "attachment-numbers",
            f"Bilagene har numrene {in_a_row(run)}; bilag {in_a_row(missing)} mangler"
            + (", men nævnes i teksten." if named else "."),
            f"bilag {in_a_row(run)}",
            f"bilag {in_a_row(missing)} mangler",
            [*(mention.lines for mention in named), *lines],
            Certainty.CERTAIN if named else Certainty.LIKELY,
        )
    for number in twice_in(numbers):
        both = [line for (own, _), line in zip(numbered, lines, strict=True) if own == number]
        yield _flag("attachment-numbers", f"Bilag {number} står to gange.", f"to bilag {number}", "ét", both)
    yield from _parts(item)
    yield from _named_only(run, missing, mentions)


def attachments_not_listed(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """A text that encloses an attachment by number, in an item without a list, where other items have one."""
    if item.attachments or not any(_is_whole(each) for other in minutes.items for each in other.attachments):
        return
    for passage in passages(item):
        if (found := _ENCLOSED.search(passage.text)) and not _OF_ANOTHER_TEXT.match(passage.text, found.end()):
            yield _flag(
                "attachment-named",
                "Teksten siger, at der er vedlagt et bilag, men punktet har ingen liste over bilag.",
                found.group(),
                "ingen bilag",
                [passage.lines],
                Certainty.POSSIBLE,
            )
            return


def _is_whole(attachment: Attachment) -> bool:
    number = attachment.number or ""
    return bool(_WHOLE_NUMBER.fullmatch(number)) and int(number) <= _LARGEST


def _part(attachment: Attachment) -> re.Match[str] | None:
    return _PART_NUMBER.fullmatch(attachment.number or "")


def _may_be_unnumbered(item: Item) -> bool:
    """Whether the list has entries without a number, any of which may be the one that is missing."""
    return any(not each.number or not each.number[0].isdigit() for each in item.attachments)


def _first(minutes: Minutes, item: Item, numbers: list[int]) -> int:
    """The number that the list must begin with: 1, but where the numbers go on from an earlier item's list."""
    lowest = min(numbers, default=1)
    earlier = [
        each.number for other in minutes.items if other.lines.first < item.lines.first for each in other.attachments
    ]
    return lowest if str(lowest - 1) in earlier and 1 not in numbers and lowest > 2 else min(lowest, 1)


def _parts(item: Item) -> Iterator[Flag]:
    """Lists that number parts, such as 1.1 and 1.2: a gap or a double among the parts of one number."""
    found: dict[int, list[tuple[int, int]]] = {}
    for each in item.attachments:
        if (part := _part(each)) and part["part"]:
            found.setdefault(int(part["whole"]), []).append((int(part["part"]), each.line))
    for whole, parts in found.items():
        numbers = [number for number, _ in parts]
        lines = [Lines(first=line, last=line) for _, line in parts]
        names = [f"{whole}.{number}" for number in missing_in(numbers, first=1)]
        if names and len(parts) > 1:
            yield _flag(
                "attachment-numbers",
                f"Bilag {in_a_row(names)} mangler mellem de øvrige bilag under {whole}.",
                f"bilag {', '.join(f'{whole}.{number}' for number in numbers)}",
                f"bilag {in_a_row(names)} mangler",
                lines,
            )


def _named_only(run: list[int], missing: list[int], mentions: list[_Mention]) -> Iterator[Flag]:
    """Attachments that the text names and the list, though numbered, lacks."""
    for number in sorted({mention.number for mention in mentions} - {*run, *missing}):
        yield _flag(
            "attachment-named",
            f"Teksten nævner bilag {number}, men listen har kun bilag {in_a_row(run)}.",
            f"bilag {number}",
            f"bilag {in_a_row(run)}",
            [mention.lines for mention in mentions if mention.number == number],
            Certainty.LIKELY,
        )


def _mentions(item: Item) -> list[_Mention]:
    """Where the text names attachments by number; nowhere, where it has a list of its own ("Bilag 3. Takster")."""
    told = [each for each in passages(item) if each.role not in {Role.ATTACHMENTS, Role.EARLIER_DECISION, Role.RELATED}]
    headings = [section.heading for section in item.sections if section.heading]
    if any(_LIST_OF_ITS_OWN.match(text) for text in (*headings, *(each.text for each in told))):
        return []
    return [mention for passage in told for mention in _named_in(passage)]


def _named_in(passage: Passage) -> Iterator[_Mention]:
    for found in _NAMED.finditer(passage.text):
        more = _AND_MORE.match(passage.text, found.end())
        if not _OF_ANOTHER_TEXT.match(passage.text, more.end() if more else found.end()):
            numbers = [found["number"], *(_DIGITS.findall(more.group()) if more else [])]
            yield from (_Mention(int(number), passage.lines) for number in numbers)
