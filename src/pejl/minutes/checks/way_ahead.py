"""The announced way ahead: against the text, against the meeting's own day, and in its own order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import partial

from pejl.calendar.days import find_days, short_day
from pejl.minutes.bodies import find_bodies
from pejl.minutes.checks.flag import Certainty, Flag, FlagKind, look_at
from pejl.minutes.document import Item, Lines, Minutes, Role, Stop
from pejl.minutes.keys import body_key
from pejl.minutes.passages import passages

_flag = partial(look_at, FlagKind.DATE)

_AHEAD = re.compile(r"\b(?:kommende|videre|skal behandles)\b", re.IGNORECASE)
_THIS_CASE = re.compile(r"\b(?:sagen|sagens|denne sag|punktet|indstillingen)\b", re.IGNORECASE)
_PUT_BEFORE = re.compile(
    r"\b(?:behandl|forelæg|fremlæg|fremsend|oversend|videresend|drøft|beslut|godkend)\w*", re.IGNORECASE
)
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:[12]\.\s?behandl\w*|(?:første|anden|tidligere|tilbage|igen|senest|ikke)\b)", re.IGNORECASE
)
_COUNCIL = re.compile(r"byråd|kommunalbestyrelse|borgerrepræsentation")
_ECONOMY = re.compile(r"økonomi")


def told_in_text(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """A day on which the text says that a body treats the case, other than the day that the route gives that body."""
    stops = {key: [stop for stop in item.route if body_key(stop.body) == key] for key in map(_key, item.route)}
    for passage in passages(item) if any(stop.date for stop in item.route) else ():
        if passage.role in {Role.ROUTE, Role.RELATED, Role.ATTACHMENTS, Role.EARLIER_DECISION}:
            continue
        for sentence in passage.sentences:
            for body, day in _treatments(sentence.text):
                announced = [stop for stop in stops.get(body_key(body), []) if stop.date]
                if len(announced) == 1 and day != announced[0].date and (not minutes.date or day > minutes.date):
                    yield _two_days(body, day, announced[0], passage.lines)


def in_order(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """A route that puts the council before the economy committee, which prepares what the council decides."""
    dated = [(stop, stop.date) for stop in item.route if stop.date]
    council = [(stop, day) for stop, day in dated if _COUNCIL.search(_key(stop))]
    economy = [(stop, day) for stop, day in dated if _ECONOMY.search(_key(stop))]
    if len(council) == len(economy) == 1 and council[0][1] < economy[0][1]:
        (last, its_day), (first, earlier) = council[0], economy[0]
        yield _flag(
            "route-order",
            f"Efter behandlingsforløbet er sagen i {last.body} {short_day(its_day)}, før den er i "
            f"{first.body} {short_day(earlier)}.",
            f"{last.body} {short_day(its_day)}",
            f"{first.body} {short_day(earlier)}",
            [_line(stop) for stop in sorted((first, last), key=lambda stop: stop.line)],
        )


def not_past(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """A coming treatment that lies before the meeting at which it is announced."""
    here = minutes.date
    if here is None:
        return
    for text, lines in _announced(item):
        for found in find_days(text):
            if found.day < here:
                yield _flag(
                    "route-past",
                    f"Den kommende behandling »{text.strip()}« ligger før mødet {short_day(here)}.",
                    found.text,
                    f"mødet {short_day(here)}",
                    [lines],
                )


def _announced(item: Item) -> Iterator[tuple[str, Lines]]:
    """What stands under headings of treatments to come: each entry, or each paragraph, with its lines."""
    for section in item.sections:
        if section.role is Role.ROUTE and section.heading and _AHEAD.search(section.heading):
            for block in section.blocks:
                yield from [(entry.text, entry.lines) for entry in block.entries] or [(block.text, block.lines)]


def _treatments(sentence: str) -> Iterator[tuple[str, dt.date]]:
    """The bodies that a sentence says will treat this case, each with the day right after it."""
    if not (_THIS_CASE.search(sentence) and _PUT_BEFORE.search(sentence)) or _ONE_OF_SEVERAL.search(sentence):
        return
    bodies = find_bodies(sentence)
    reached = 0
    for found in find_days(sentence):
        before = [name for start, end, name in bodies if reached <= start and end <= found.start]
        if len({body_key(name) for name in before}) == 1:
            yield before[-1], found.day
        reached = found.end


def _two_days(body: str, day: dt.date, stop: Stop, lines: Lines) -> Flag:
    announced = short_day(stop.date) if stop.date else ""
    return _flag(
        "route-text",
        f"Teksten siger, at sagen behandles i {body} {short_day(day)}, men behandlingsforløbet siger {announced}.",
        short_day(day),
        announced,
        sorted((lines, _line(stop)), key=lambda each: each.first),
        Certainty.CERTAIN,
    )


def _key(stop: Stop) -> str:
    return body_key(stop.body)


def _line(stop: Stop) -> Lines:
    return Lines(first=stop.line, last=stop.line)
