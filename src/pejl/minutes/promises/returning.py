"""What comes back: "Forvaltningen vender tilbage med en plan", "sagen genoptages i marts"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.promises.clause import Clause, Found
from pejl.minutes.promises.making import SAME_CASE, announcement, kind_of, listed
from pejl.minutes.promises.phrases import phrase, stretch, with_verb
from pejl.minutes.promises.promise import PromiseKind, Window
from pejl.minutes.promises.when import windows

_W = r"(?<![^\W_])"
_E = r"(?![^\W_])"
_BACK = re.compile(
    rf"{_W}(?:vender|vende)\s+(?:[^\W_]+\s+)?tilbage(?!\s+til\s+(?!udvalg|byråd|kommunalb)){_E}", re.IGNORECASE
)
_WITH = re.compile(rf"{_W}(?:kommer|komme)\s+(?:[^\W_]+\s+){{0,5}}?med{_E}", re.IGNORECASE)
_DIRECTED = re.compile(rf"{_W}(?:der|om\s+at){_E}", re.IGNORECASE)
_AGAIN = re.compile(rf"{_W}(?:genoptages|genoptager|genoptage|tages\s+op\s+igen){_E}", re.IGNORECASE)
_REACH = 40


def returning(clause: Clause) -> Iterator[Found]:
    """The promises that the clause makes by saying what comes back to a body."""
    if clause.promising:
        yield from _comes_back(clause)
        yield from _comes_with(clause)
        yield from _is_resumed(clause)


def _comes_back(clause: Clause) -> Iterator[Found]:
    for verb in _BACK.finditer(clause.text):
        if clause.administration is None and not _DIRECTED.search(clause.text[: verb.start()]):
            continue
        things = listed([one for one in clause.things if one.start >= verb.end() and one.after in {"", "med"}])
        receiver = next((body for body in clause.bodies if body.start >= verb.end()), None)
        for thing in things:
            for window in windows(clause, thing, things, verb.start()) or [Window()]:
                where = phrase(clause, thing, clause.things)
                yield announcement(clause, receiver, kind_of(clause, thing), where, window)
        if not things:
            for window in windows(clause, None, [], verb.start()) or [Window()]:
                yield announcement(clause, receiver, PromiseKind.OTHER, stretch(clause, verb.start()), window)


def _comes_with(clause: Clause) -> Iterator[Found]:
    """ "Forvaltningen vil i efteråret komme med et oplæg til udvalget": the administration, to a body, in its time."""
    for verb in _WITH.finditer(clause.text):
        receiver = next((body for body in clause.bodies if body.start >= verb.end()), None)
        future = "kommer" in verb.group().casefold() or clause.modal_before(verb.start())
        if clause.administration is None or clause.stranger is not None or receiver is None or not future:
            continue
        things = listed([one for one in clause.things if one.start >= verb.end() and one.after in {"", "med"}])
        for thing in things:
            for window in windows(clause, thing, things, verb.start()):
                yield announcement(
                    clause, receiver, kind_of(clause, thing), phrase(clause, thing, clause.things), window
                )


def _is_resumed(clause: Clause) -> Iterator[Found]:
    """A case that is taken up again: when is told, or the body itself says so."""
    for verb in _AGAIN.finditer(clause.text):
        if SAME_CASE.search(clause.text[: verb.start() + _REACH]):
            decided = [Window()] if clause.scene.decides else []
            for window in windows(clause, None, [], verb.start()) or decided:
                yield announcement(clause, None, PromiseKind.DECISION, with_verb(clause, verb.end()), window)
