"""Finding the appropriations of a document: in the clauses of recommendations, and in tables that they point at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.calendar.amounts import FoundAmount, find_amounts
from pejl.minutes.appropriations.appropriation import Appropriation, AppropriationKind, MoneySource
from pejl.minutes.appropriations.details import (
    financing_of,
    frame_and_purpose,
    onward_of,
    recipient_of,
    years_of,
)
from pejl.minutes.appropriations.pointed import by_bodies, consequences
from pejl.minutes.appropriations.repeated import without_doubles
from pejl.minutes.appropriations.wording import is_balanced, is_lowered, kind_of, side_of, source_of
from pejl.minutes.document import Clause, Item, Minutes, Outcome

_PART_OF_IT = re.compile(r"\b(?:heraf|hvoraf|deraf|herunder)\b[^.;]{0,40}\Z", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:de\s(?:to|tre|fire|fem|nævnte)?|den|det|disse|udgift(?:en|erne)|merudgift(?:en|erne)|beløb(?:et|ene)|"
    r"[^\W\d_]*bevilling(?:en|erne))\s?[^\W\d_]*\s?[^\W\d_]*\s(?:finansieres|dækkes|afholdes|modsvares)\b",
    re.IGNORECASE,
)
_LIKEWISE = re.compile(r"\btilsvarende\b.{0,60}\b(?:korrektion|bevilling|indarbejd)", re.IGNORECASE)
_NEAR = 60
_MOST = 100
"""A clause with more amounts than this is a table that lost its lines."""
_LEADING_THAT = re.compile(r"^\s?(?:at\s)?(?:der\s)?(?:foretages\s|gives\s)?", re.IGNORECASE)


def find_appropriations(minutes: Minutes) -> list[Appropriation]:
    """Every amount that the document's recommendations ask for, item by item."""
    return [each for place in range(1, len(minutes.items) + 1) for each in appropriations_of(minutes, place)]


def appropriations_of(minutes: Minutes, place: int) -> list[Appropriation]:
    """What the recommendation of the item at `place`, from 1, asks for. A closed item asks for nothing."""
    item = minutes.items[place - 1]
    if item.closed or item.recommendation is None:
        return []
    lines: list[Appropriation] = []
    for clause in _clauses(item):
        found = _asked_in(item, place, clause)
        if not found:
            lines = [_told_more(line, clause.text) for line in lines]
            outcome = _outcome(item, clause)
            found = [each.model_copy(update={"outcome": outcome}) for each in consequences(item, place, clause)]
        lines += by_bodies(item, clause, found)
    return without_doubles(lines)


def _clauses(item: Item) -> list[Clause]:
    """The recommendation's clauses, or all of it as one clause without a number (0)."""
    told = item.recommendation
    if told is None:
        return []
    return list(told.clauses) or [Clause(number=0, text=told.text, lines=told.lines)]


@dataclass(frozen=True, slots=True)
class _Asking:
    """A clause that asks for money, with what it says of all its amounts."""

    item: Item
    place: int
    clause: Clause
    kind: AppropriationKind
    financing: str | None
    financed_from: int
    balanced: bool


def _asked_in(item: Item, place: int, clause: Clause) -> list[Appropriation]:
    text = clause.text
    financing, financed_from = financing_of(text)
    kind = _kind(text, financed_from)
    amounts = [amount for amount in find_amounts(text) if amount.start < financed_from] if kind else []
    amounts = [
        amount for amount in amounts if not _PART_OF_IT.search(text[max(0, amount.start - _NEAR) : amount.start])
    ]
    if kind is None or not 0 < len(amounts) <= _MOST:
        return []
    asking = _Asking(item, place, clause, kind, financing, financed_from, is_balanced(text))
    amounts = _without_their_sum(amounts)
    ends = [*(amount.start for amount in amounts[1:]), len(text)]
    return [_line(asking, amount, text[: amounts[0].start], end) for amount, end in zip(amounts, ends, strict=True)]


def _kind(text: str, financed_from: int) -> AppropriationKind | None:
    """What is asked for, by the words before the financing; an expense within the frame is told by its financing."""
    asked, financed = kind_of(text[:financed_from]), kind_of(text[financed_from:])
    if asked in (None, AppropriationKind.ALLOCATION) and financed is AppropriationKind.WITHIN_FRAME:
        return financed
    return asked or kind_of(text)


def _without_their_sum(amounts: list[FoundAmount]) -> list[FoundAmount]:
    """The amounts without a first one that is only the sum of the rest."""
    if len(amounts) > 2 and amounts[0].kroner == sum(amount.kroner for amount in amounts[1:]):
        return amounts[1:]
    return amounts


def _line(asking: _Asking, amount: FoundAmount, before: str, end: int) -> Appropriation:
    """The line of one amount: `before` is what the clause says before its first amount, `end` where the next begins."""
    text = asking.clause.text
    after, asked_after = text[amount.end : end], text[amount.end : max(amount.end, min(end, asking.financed_from))]
    years = years_of(before, asked_after)
    frame, purpose = frame_and_purpose(asked_after)
    lowered = is_lowered(before) and amount.kroner > 0
    return Appropriation(
        item=asking.item.number,
        place=asking.place,
        clause=asking.clause.number or None,
        kind=asking.kind,
        side=side_of(asking.kind, balanced=asking.balanced),
        amount=-amount.kroner if lowered else amount.kroner,
        text=amount.text,
        years=list(years.years),
        yearly=years.yearly,
        period=years.words,
        to_body=recipient_of(before, after),
        frame=frame,
        purpose=purpose,
        financing=asking.financing,
        source=source_of(asking.financing, balanced=asking.balanced),
        balanced=asking.balanced,
        onward=onward_of(after),
        outcome=_outcome(asking.item, asking.clause),
        lines=asking.clause.lines,
    )


def _outcome(item: Item, clause: Clause) -> Outcome:
    """What the decision says of the clause, else of the item."""
    if item.decision is None:
        return Outcome.NONE
    own = (told.outcome for told in item.decision.clauses if told.number == clause.number)
    return next(own, item.decision.outcome)


def _told_more(line: Appropriation, clause: str) -> Appropriation:
    """The line with what a later clause without an amount says of all of them: what pays, or what comes after."""
    financing, _ = financing_of(clause)
    changed: dict[str, object] = {}
    if financing and line.financing is None and _OF_ALL.search(clause):
        balanced = is_balanced(clause)
        changed |= {"financing": financing, "source": source_of(financing, balanced=balanced), "balanced": balanced}
    elif is_balanced(clause) and not line.balanced and line.source is not MoneySource.OWN:
        changed |= {"balanced": True, "source": MoneySource.GRANT}
    if line.onward is None and _LIKEWISE.search(clause):
        changed["onward"] = _LEADING_THAT.sub("", " ".join(clause.split())).strip(" ,;.")
    return line.model_copy(update=changed) if changed else line
