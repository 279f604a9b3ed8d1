"""Objections of citizens, and the switch that stops the screening for everyone. Neither asks anything of a model."""

from __future__ import annotations

from django.db import transaction

from pejl.acts.services import Unsigned, record_act
from pejl.calendar.written_words import one_line
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.verbs import Verb
from pejl.screening.queries.standing import objected, stopped
from pejl.screening.services import chain

__all__ = ["AlreadySo", "Unsigned", "object", "start", "stop", "withdraw_objection"]

SUBJECT = "screening"


class AlreadySo(ValueError):
    """What is wanted is so already. `str()` says so, in Danish."""


def object(person: str, *, who: str, why: str = "") -> None:
    """Record that a citizen objects (GDPR art. 21): they are assessed no more until it is withdrawn.

    No reason is needed: the citizen owes none. Raises `AlreadySo` and `Unsigned`.
    """
    with chain.held():
        if objected(person):
            raise AlreadySo("Borgeren har gjort indsigelse før, og den gælder stadig.")
        chain.append(Event.INDSIGELSE, who=who, person=person, detail={"why": one_line(why)})


def withdraw_objection(person: str, *, who: str, why: str) -> None:
    """Record that a citizen withdraws the objection, and why it is thought so. Raises `AlreadySo` and `Unsigned`."""
    with chain.held():
        if not objected(person):
            raise AlreadySo("Der er ingen indsigelse, der gælder.")
        chain.append(Event.INDSIGELSE_TRUKKET, who=who, person=person, detail={"why": _reason(why)})


def stop(*, who: str, why: str) -> None:
    """Stop the screening: nobody is assessed, and no advice is shown or acted on. Raises `AlreadySo` and `Unsigned`."""
    with chain.held():
        if stopped():
            raise AlreadySo("Screeningen er stoppet i forvejen.")
        _switch(Event.STOPPET, Verb.STOP, who, why)


def start(*, who: str, why: str) -> None:
    """Let the screening run again. Raises `AlreadySo` and `Unsigned`."""
    with chain.held():
        if not stopped():
            raise AlreadySo("Screeningen er ikke stoppet.")
        _switch(Event.STARTET, Verb.START, who, why)


@transaction.atomic
def _switch(event: Event, verb: Verb, who: str, why: str) -> None:
    entry = chain.append(event, who=who, detail={"why": _reason(why)})
    record_act(verb, SUBJECT, who=entry.who, why=_reason(why), detail={"entry": entry.number})


def _reason(why: str) -> str:
    reason = one_line(why)
    if not reason:
        raise Unsigned("The reason must be there.")
    return reason
