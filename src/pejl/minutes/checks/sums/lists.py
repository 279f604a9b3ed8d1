"""Totals of lists: "I alt 900.000 kr., der fordeler sig således:" and the entries under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.sums.figures import Figure, Told, Unit, written
from pejl.minutes.checks.sums.said import finest, held, in_a_row, sum_flag
from pejl.minutes.document import Lines, Role

RULE = "sum-list"

_DISTRIBUTED = re.compile(r"\bfordel|\bbest(?:år|ående)\saf\b|\bi\salt\b|\bsamlet|\bsammensat", re.IGNORECASE)
_TOTAL_ENTRY = re.compile(r"\W{0,3}(?:i\salt|ialt|total|sum|samlet|tilsammen)\b", re.IGNORECASE)
_NO_PLAIN_PART = re.compile(r"\b(?:heraf|hvoraf|årlig\w*|om\såret|pr\.|hver|mindst|højst|op\stil)\b", re.IGNORECASE)
_OUTCOME = re.compile(r"stadfæst|ændre|ophæv|hjemvi|omgjort|afvist", re.IGNORECASE)
_NEAR = 0.3
_MOST_NAMED = 4


def lists(read: list[Told]) -> Iterator[Flag]:
    """Flags of the item's lists whose entries do not make the total above them or at their foot."""
    above: Told | None = None
    for number, group in groupby(read, key=lambda told: told.passage.list_number):
        entries = list(group)
        if number and entries[0].passage.role is not Role.RECOMMENDATION:
            yield from _of_list(_lead_in(entries[0], above) or above, entries)
        above = entries[-1]


def _lead_in(entry: Told, above: Told | None) -> Told | None:
    """The line right above a list, where the reading took it for the heading of what follows."""
    heading = entry.passage.heading or ""
    first = above is None or above.passage.heading != heading
    return entry.with_text(heading) if first and heading.endswith(":") else None


def _of_list(above: Told | None, entries: list[Told]) -> Iterator[Flag]:
    if len(entries) > 2 and _TOTAL_ENTRY.match(entries[-1].text):
        yield from _unless_it_holds(_only(entries[-1]), entries[:-1], entries[-1])
    elif (
        above
        and len(entries) > 1
        and above.text.rstrip().endswith(":")
        and (_DISTRIBUTED.search(above.text[-400:]) or _are_outcomes(entries))
    ):
        yield from _unless_it_holds(_only(above), entries, above)


def _are_outcomes(entries: list[Told]) -> bool:
    """Whether each entry tells what became of some complaints, and no two the same."""
    named = [found.group().casefold() for entry in entries if (found := _OUTCOME.search(entry.text))]
    return len(entries) > 2 and len(set(named)) == len(entries)


def _only(told: Told) -> Figure | None:
    """The one figure that could be a total: the only amount, else the only count."""
    amounts = [figure for figure in told.figures if figure.unit is Unit.KRONER]
    found = amounts or [figure for figure in told.figures if figure.unit is Unit.COUNT]
    return found[0] if len(found) == 1 else None


def _unless_it_holds(total: Figure | None, entries: list[Told], where: Told) -> Iterator[Flag]:
    parts = [_only(entry) for entry in entries]
    figures = [part for part in parts if part is not None]
    if total is None or len(figures) < len(parts) or any(figure.unit is not total.unit for figure in figures):
        return
    if any(figure.blurred for figure in (total, *figures)) or any(_NO_PLAIN_PART.search(e.text) for e in entries):
        return
    outcome = held(total, ((1, figure) for figure in figures))
    if outcome.worth_a_look and float(outcome.off_by) <= _NEAR:
        computed = written(outcome.computed.value, finest([total, *figures]))
        named = in_a_row(figures) if len(figures) <= _MOST_NAMED else "listens tal"
        sentence = full_stop(f"{named} giver {computed}, men teksten siger {total.text}")
        places = {(told.passage.lines.first, told.passage.lines.last) for told in (where, *entries)}
        lines = [Lines(first=first, last=last) for first, last in sorted(places)]
        yield sum_flag(RULE, outcome, sentence, Certainty.LIKELY, lines)
