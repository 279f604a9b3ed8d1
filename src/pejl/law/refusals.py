"""Why the law gives no answer, in sentences for the one who must act. An answer is never made up instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pejl.calendar.days import danish_day
from pejl.calendar.rows import in_a_row
from pejl.law.given import Given
from pejl.law.label import label

Days = tuple[dt.date, dt.date | None]
"""A stretch of days, both inclusive; None goes on."""


class LawFault(Exception):
    """The rules as they are written contradict each other or say nothing: an error of the folder, found on load."""


class Refusal(Exception):
    """No answer. `name` is the rule, parameter or given that it failed on; `str()` is a sentence in Danish,
    with the Danish name of it."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


class NoRule(Refusal):
    """A gap: nothing is written for the day (or for a case that began when this one did)."""


class NotSettled(Refusal):
    """Something is written, but it is proposed, unconfirmed or missing, and no scenario supplies it."""


class NotGiven(Refusal):
    """A fact that the answer rests on was not supplied at all. (An unknown one is supplied, as unknown.)"""


class Contradiction(Refusal):
    """What was given cannot be: another kind of value, a word that is none, a day that is not the day judged."""


def no_such_name(name: str) -> NoRule:
    """Nobody has written anything under this name."""
    return NoRule(name, f"Loven har ingen regel, sats eller oplysning, der hedder »{name}«.")


def gap(name: str, danish: str, day: dt.date, covered: Sequence[Days]) -> NoRule:
    """Nothing covers the day."""
    when = in_a_row(_stretch(first, last) for first, last in covered)
    rest = f" Det dækkede er {when}." if when else " Der kendes ingen dage, hvor det gælder."
    return NoRule(name, f"»{danish}« har intet indhold for {danish_day(day)}.{rest}")


def unbound(name: str, danish: str, day: dt.date, case_start: dt.date | None) -> NoRule:
    """Versions cover the day, and none of them a case that began then."""
    case = f"en sag, der begyndte {danish_day(case_start)}" if case_start else "en sag uden kendt begyndelse"
    return NoRule(name, f"»{danish}« har {danish_day(day)} intet indhold for {case}.")


def missing_value(name: str, danish: str, day: dt.date, look_up: str) -> NotSettled:
    """A parameter's row is there, but nobody has filled it in."""
    return NotSettled(name, f"»{danish}« mangler for {danish_day(day)}.{_look_up(look_up)}")


def unsettled_value(name: str, danish: str, day: dt.date, word: str, look_up: str) -> NotSettled:
    """A value or a rule is there, but not sure enough to be used."""
    return NotSettled(
        name,
        f"»{danish}« er {word} for {danish_day(day)} og bruges kun i et scenarie, der siger det.{_look_up(look_up)}",
    )


def not_given(given: Given) -> NotGiven:
    """A fact was left out."""
    return NotGiven(given.name, f"Oplysningen »{label(given.name)}« mangler: {_ended(given.means)}")


def not_asked(name: str) -> Contradiction:
    """Something was given that no rule asks for."""
    return Contradiction(name, f"»{name}« er ikke en oplysning, som loven spørger om.")


def wrong_given(given: Given, shown: str) -> Contradiction:
    """A fact has another kind of value than it can have."""
    return Contradiction(given.name, f"»{label(given.name)}« kan ikke være »{shown}«. {_must_be(given)}")


def _must_be(given: Given) -> str:
    if given.words:
        return f"Det skal være {in_a_row(given.words, 'eller')}."
    kinds = {
        bool: "ja eller nej (true eller false)",
        int: "et helt tal",
        float: "et tal",
        dt.date: "en dag (2025-07-01)",
        str: "et ord",
    }
    return f"Det skal være {kinds[given.kind]}."


def _stretch(first: dt.date, last: dt.date | None) -> str:
    return f"{danish_day(first)} til {danish_day(last)}" if last else f"fra {danish_day(first)}"


def _look_up(where: str) -> str:
    return f" Slå det op: {_ended(where)}" if where else ""


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
