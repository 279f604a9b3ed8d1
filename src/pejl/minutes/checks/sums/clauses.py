"""The amounts that a recommendation asks for against those that the case tells of the same appropriation.

Told of are three things: an appropriation of one kind and one year that the case names with another amount, amounts
that the case gives otherwise to the two bodies named, and an amount that a table has under another year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.bodies import find_bodies
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind, full_stop
from pejl.minutes.checks.sums.amounts import InText, Stated
from pejl.minutes.checks.sums.figures import written
from pejl.minutes.checks.tables.labels import year_of
from pejl.minutes.document import Lines, Role
from pejl.minutes.keys import body_key

RULE = "sum-clause"

_KIND = re.compile(
    r"\b(?P<kind>tillægs|udgifts|indtægts|anlægs|rammes?)?bevilling(?:en|er)?\s(?:på|om)\s(?:i\salt\s)?\Z"
    r"|\b(?P<other>rådighedsbeløb)(?:et)?\s(?:på|om)\s(?:i\salt\s)?\Z",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(r"\si\s(?P<year>20[0-9]{2})(?![0-9-])")
_EARLIER = re.compile(
    r"\b(?:gav|fik|blev|tidligere|sidste|oprindelig\w*|godkendte|bevilgede|allerede|modtog)\b", re.IGNORECASE
)
_GETS = re.compile(r"\s(?:får|gives|tildeles|tilføres|bevilges)\s", re.IGNORECASE)
_TO = re.compile(r"(?:\s[^\W\d_]+){0,3}\s(?:til|under|på|hos)\s")
_OVER_YEARS = re.compile(r"\b(?:samlet|samlede|i\salt|period\w*|årlig\w*|20[0-9]{2})\b", re.IGNORECASE)
_NEARLY = 6
_REACH = 120


@dataclass(frozen=True, slots=True)
class _Named:
    """An amount with what it is named by: the kind of appropriation, the year, the body that gets it."""

    text: InText
    kind: str | None
    year: int | None
    body: str | None


def clauses(found: Stated) -> Iterator[Flag]:
    """Flags of the recommendation's amounts that the case tells otherwise."""
    asked = [_named(text) for text in found.texts if text.told.passage.role is Role.RECOMMENDATION]
    told = [_named(text) for text in found.texts if text.told.passage.role is not Role.RECOMMENDATION]
    if not asked or any(each.text.figure.blurred for each in asked):
        return
    yield from _of_another_amount(found, asked, told)
    yield from _to_another_body(asked, told)
    yield from _under_another_year(found, asked)


def _named(text: InText) -> _Named:
    before, after = text.told.before(text.at)[-_REACH:], text.told.after(text.at)[:_REACH]
    kind, year = _KIND.search(before), _YEAR_AFTER.match(after)
    name = (kind["kind"] or kind["other"] or "").casefold() if kind else None
    return _Named(text, name, int(year["year"]) if year else None, _body(text, before, after))


def _body(text: InText, before: str, after: str) -> str | None:
    """The body that gets the amount: "Økonomiudvalget får ...", "5,4 mio. kr. til Økonomiudvalget"."""
    for start, _end, name in find_bodies(after):
        if _TO.fullmatch(after, 0, start):
            return body_key(name)
    if text.told.passage.role is Role.RECOMMENDATION:
        for _start, end, name in find_bodies(before):
            if _GETS.match(before, end):
                return body_key(name)
    return None


def _of_another_amount(found: Stated, asked: list[_Named], told: list[_Named]) -> Iterator[Flag]:
    """The same kind of appropriation of the same year, once in the recommendation and once in the case."""
    wanted = {each.text.figure.value for each in asked}
    for one in asked:
        if one.kind is None or one.year is None:
            continue
        key = (one.kind, one.year)
        same = [each for each in asked if (each.kind, each.year) == key]
        other = {each.text.figure.value: each for each in told if (each.kind, each.year) == key}
        if not other and len([each for each in asked if each.kind == one.kind]) == 1:
            other = {each.text.figure.value: each for each in told if _is_left_without_year(each, one)}
        if len(same) != 1 or len(other) != 1:
            continue
        (only,) = other.values()
        figure = only.text.figure
        if _agree(one, only) or figure.blurred or figure.value in wanted or found.in_a_cell(figure):
            continue
        if not _EARLIER.search(only.text.told.before(only.text.at)) and figure.value != sum(wanted):
            yield _flag(
                one, only, f"Indstillingen siger {one.text.figure.text} i {one.year}, men teksten siger {figure.text}"
            )


def _is_left_without_year(each: _Named, one: _Named) -> bool:
    """Whether the case tells of the one appropriation asked for without its year: the same kind, and nearly as much."""
    if each.kind != one.kind or each.year or _OVER_YEARS.search(each.text.told.sentence_around(each.text.at)):
        return False
    small, large = sorted((each.text.figure.value, one.text.figure.value))
    return large - small <= large / _NEARLY


def _to_another_body(asked: list[_Named], told: list[_Named]) -> Iterator[Flag]:
    """Amounts for the two bodies named that the case tells the other way about, or one of them otherwise."""
    gets = {each.body: each for each in asked if each.body}
    given = {each.body: each for each in told if each.body}
    both = sorted(set(gets) & set(given))
    if any(len([each for each in side if each.body]) != 2 for side in (asked, told)):
        return
    if len(both) == 1 and len(gets) == len(given) == 2:
        yield from _to_the_body_known(gets, given, both[0])
    if len(both) != 2:
        return
    first, second = ((gets[body], given[body]) for body in both)
    if _agree(*first) and _agree(*second):
        return
    if _agree(first[0], second[1]) and _agree(second[0], first[1]):
        one, other = first[0].text.figure.text, second[0].text.figure.text
        words = f"Indstillingen giver {one} og {other} til de to udvalg, men teksten bytter dem om: {other} og {one}"
        yield _flag(*first, words)
    elif _agree(*first) or _agree(*second):
        wrong = second if _agree(*first) else first
        yield _flag(
            *wrong, f"Indstillingen giver {wrong[0].text.figure.text}, men teksten siger {wrong[1].text.figure.text}"
        )


def _to_the_body_known(gets: dict[str, _Named], given: dict[str, _Named], body: str) -> Iterator[Flag]:
    """Amounts for two bodies, one of them named in short: where its amounts agree, those of the other should too."""
    (asked_of_other,) = (each for name, each in gets.items() if name != body)
    (told_of_other,) = (each for name, each in given.items() if name != body)
    one, other = gets[body], given[body]
    blurred = other.text.figure.blurred or told_of_other.text.figure.blurred
    if not blurred and _agree(asked_of_other, told_of_other) and not _agree(one, other):
        sentence = f"Indstillingen giver {one.text.figure.text}, men teksten siger {other.text.figure.text}"
        yield _flag(one, other, sentence)


def _under_another_year(found: Stated, asked: list[_Named]) -> Iterator[Flag]:
    """An amount in whole kroner that the only table with years has, but under another year than the clause names."""
    cells = [(cell, year) for cell in found.cells if (year := year_of(cell.grid.columns[cell.column]))]
    if len({id(cell.grid) for cell, _ in cells}) != 1:
        return
    years = {year for _, year in cells}
    for one in asked:
        figure = one.text.figure
        if one.year not in years or figure.step > 1:
            continue
        at = {year for cell, year in cells if cell.printed.value == figure.value}
        if len(at) == 1 and one.year not in at:
            (other,) = at
            cell = next(cell for cell, _ in cells if cell.printed.value == figure.value)
            sentence = f"Indstillingen siger {figure.text} i {one.year}, men tabellen har beløbet under {other}"
            yield Flag(
                kind=FlagKind.SUM,
                rule=RULE,
                sentence=full_stop(LEAD_IN + sentence),
                stated=str(one.year),
                computed=str(other),
                certainty=Certainty.LIKELY,
                lines=_in_order(one.text.lines, cell.lines),
            )


def _agree(one: _Named, other: _Named) -> bool:
    """Whether the two amounts are one, as far as the rounding of either goes."""
    first, second = one.text.figure, other.text.figure
    return abs(first.value - second.value) <= max(first.step, second.step) / 2


def _flag(one: _Named, other: _Named, sentence: str) -> Flag:
    return Flag(
        kind=FlagKind.SUM,
        rule=RULE,
        sentence=full_stop(LEAD_IN + sentence),
        stated=one.text.figure.text,
        computed=written(other.text.figure.value, other.text.figure),
        certainty=Certainty.LIKELY,
        lines=_in_order(one.text.lines, other.text.lines),
    )


def _in_order(*lines: Lines) -> list[Lines]:
    return sorted(lines, key=lambda line: line.first)
