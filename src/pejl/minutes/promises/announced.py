"""Things that are announced: what will be laid before a body, presented or reported to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.promises.clause import Clause, Found
from pejl.minutes.promises.making import ONCE_MORE, SAME_CASE, TO_DECIDE, announcement, kind_of, listed
from pejl.minutes.promises.people import NamedBody
from pejl.minutes.promises.phrases import before, phrase, stretch, with_verb
from pejl.minutes.promises.promise import PromiseKind, Window
from pejl.minutes.promises.segments import Opening
from pejl.minutes.promises.things import Thing
from pejl.minutes.promises.when import windows

_W = r"(?<![^\W_])"
_E = r"(?![^\W_])"
_LAID = re.compile(
    rf"{_W}(?:(?P<passive>forelægges|fremlægges|præsenteres(?!\s+for{_E})|afrapporteres|tilbagerapporteres)"
    rf"|(?P<coming>gives|gøres(?=\s+(?:[^\W_]+\s+)?status)|sker|kommer|følger)"
    rf"|bliv(?:e|er)\s+(?:[^\W_]+\s+){{0,3}}?(?P<laid>forelagt|fremlagt|præsenteret(?!\s+for{_E})|afrapporteret)"
    rf"|(?P<infinitive>forelægge|fremlægge|præsentere|afrapportere|give|lægge|ske|komme|være)"
    rf"|(?P<active>forelægger|fremlægger|præsenterer|afrapporterer|giver)){_E}",
    re.IGNORECASE,
)
_GETS = re.compile(rf"{_W}(?:får|få|modtager|modtage){_E}", re.IGNORECASE)
_REPORTS = re.compile(rf"{_W}(?:afrapporterer|rapporterer|afrapportere|rapportere){_E}", re.IGNORECASE)
_THERE_IS = re.compile(rf"{_W}der\s+(?:vil\s+)?være\Z", re.IGNORECASE)
_AUDIENCE = re.compile(
    rf"{_W}(?:for|til|hos)\s+(?:de\s+|alle\s+|kommunens\s+)?(?:medarbejder|borger|virksomhed|pårørende|forældre|elev"
    r"|leder|skole|part|samarbejds|organisation|presse|offentlig|bruger|ansatte|unge|ledige|sygemeldte|MED)",
    re.IGNORECASE,
)
"""Those who are no body, when something is presented to them."""
_SURELY_POLITICAL = {
    PromiseKind.STATUS,
    PromiseKind.EVALUATION,
    PromiseKind.THEME_MEETING,
    PromiseKind.REPORT,
}
_FOR_ANYBODY = """
svar svaret erfaringer resultat resultater besked information plan bud måling målinger
"""
_OF_NO_BODY = frozenset(_FOR_ANYBODY.split())
_REACH = 40


def announced(clause: Clause) -> Iterator[Found]:
    """The promises that the clause makes by announcing what will be laid before a body."""
    if clause.promising:
        yield from _laid(clause)
        yield from _reported(clause)


def _laid(clause: Clause) -> Iterator[Found]:
    for verb in _LAID.finditer(clause.text):
        if not _may_come(clause, verb):
            continue
        receiver = _receiver(clause, verb)
        things = _subjects(clause, verb, receiver)
        if not things:
            yield from _laid_without_noun(clause, verb, receiver)
        for thing in things:
            if not _is_news(clause, verb, thing, receiver):
                continue
            own_case = thing.kind == PromiseKind.OTHER and thing.definite
            where = with_verb(clause, verb.end()) if own_case else phrase(clause, thing, clause.things)
            for window in _windows(clause, verb, thing, things):
                yield announcement(clause, receiver, kind_of(clause, thing), where, window)


def _may_come(clause: Clause, verb: re.Match[str]) -> bool:
    """Whether the verb's form, and whoever does it, lets something come to a body of the municipality."""
    stranger, administration = clause.stranger, clause.administration
    if verb["infinitive"]:
        return clause.modal_before(verb.start()) and (stranger is None or stranger.start > verb.end())
    if verb["active"]:
        return administration is not None and administration.start < verb.start() + _REACH and stranger is None
    return stranger is None or (verb["coming"] is None and bool(clause.bodies))


def _receiver(clause: Clause, verb: re.Match[str]) -> NamedBody | None:
    """The body that it is laid before: the first behind the verb, else the last before it."""
    behind = [body for body in clause.bodies if body.start >= verb.start()]
    ahead = [body for body in clause.bodies if body.end <= verb.start()]
    return behind[0] if behind else ahead[-1] if ahead else None


def _subjects(clause: Clause, verb: re.Match[str], receiver: NamedBody | None) -> list[Thing]:
    """The things laid before it: those before the verb, unless the receiver stands there; else those behind."""
    ahead = [thing for thing in clause.things if thing.head and thing.end <= verb.start()]
    behind = [thing for thing in clause.things if thing.head and thing.start >= verb.end()]
    receiver_first = receiver is not None and receiver.end <= verb.start()
    if verb.group().casefold() in {"ske", "komme"} and ahead:
        return listed(ahead)
    if verb["infinitive"] or verb["active"] or (receiver_first and behind) or not ahead:
        return listed(behind)
    return listed([thing for thing in ahead if not _done_already(clause.text[thing.end : verb.start()])])


def _done_already(between: str) -> bool:
    """Whether another verb took the thing: not where "og" gives it a second one."""
    other = _LAID.search(between) or _GETS.search(between)
    return other is not None and not re.search(rf"{_W}og\s", between[other.end() :])


def _is_news(clause: Clause, verb: re.Match[str], thing: Thing, receiver: NamedBody | None) -> bool:
    """False where the thing is this very case on its way, or where nothing tells that it is for a body at all."""
    word, form = thing.word.casefold(), verb.group().casefold()
    if thing.kind == PromiseKind.OTHER and thing.definite:
        returns = ONCE_MORE.search(clause.text) if receiver is None else clause.own(receiver)
        return bool(returns) and verb["passive"] is not None
    if form == "lægge" and not TO_DECIDE.search(clause.text):
        return False
    if form == "være" and (receiver is None or not _THERE_IS.search(clause.text[: verb.end()])):
        return False
    if receiver is not None:
        return clause.own(receiver) or not thing.definite
    if form in {"give", "giver"} or _AUDIENCE.search(clause.text):
        return False
    if thing.kind in _SURELY_POLITICAL:
        return True
    comes_by_itself = verb["coming"] is not None or form in {"ske", "komme"}
    return word not in _OF_NO_BODY and not comes_by_itself and ("forel" in form or not thing.definite)


def _windows(clause: Clause, verb: re.Match[str], thing: Thing, things: list[Thing]) -> list[Window]:
    """When it comes. "Vil" needs no time; a present form does, or it tells what is laid before the body now."""
    if verb["active"] and not clause.times:
        return []
    if found := windows(clause, thing, things, verb.start()):
        return [] if clause.untimed and not found[0].first else found
    sure = verb["infinitive"] or (verb["laid"] and clause.modal_before(verb.start()))
    return [Window()] if sure and not clause.untimed and not TO_DECIDE.search(clause.text) else []


def _laid_without_noun(clause: Clause, verb: re.Match[str], receiver: NamedBody | None) -> Iterator[Found]:
    """What a "som" points back at, and subjects that are no noun of our list: "Navnet forelægges udvalget i maj"."""
    if not (verb["passive"] or verb["laid"]) or (receiver is not None and not clause.own(receiver)):
        return
    if clause.opening == Opening.WHICH:
        yield from _pointed_at(clause, verb, receiver)
        return
    once_more = bool(ONCE_MORE.search(clause.text))
    if receiver is None and not once_more:
        return
    same_case = bool(SAME_CASE.search(clause.text[: verb.start()]))
    start, end = where = with_verb(clause, verb.end()) if same_case else before(clause, 0, verb.start())
    kind = PromiseKind.DECISION if once_more or TO_DECIDE.search(clause.text) else PromiseKind.OTHER
    kind = PromiseKind.ACCOUNT if "rapporter" in verb.group().casefold() else kind
    for window in windows(clause, None, [], verb.start()):
        if end - start > 3 and (window.first or window.last or once_more):
            yield announcement(clause, receiver, kind, where, window)


def _pointed_at(clause: Clause, verb: re.Match[str], receiver: NamedBody | None) -> Iterator[Found]:
    earlier = clause.neighbour(-1)
    thing = earlier.things[-1] if earlier and earlier.things else None
    if earlier is None or thing is None or (thing.kind == PromiseKind.OTHER and thing.definite):
        return
    for window in windows(clause, None, [], verb.start()):
        yield announcement(clause, receiver, kind_of(clause, thing), phrase(earlier, thing, earlier.things), window)


def _reported(clause: Clause) -> Iterator[Found]:
    """ "Forvaltningen afrapporterer til udvalget hvert halve år": the verb itself says what comes."""
    for verb in _REPORTS.finditer(clause.text):
        receiver = next((body for body in clause.bodies if body.start >= verb.end()), None)
        if receiver is None or clause.administration is None or any(thing.head for thing in clause.things):
            continue
        for window in windows(clause, None, [], verb.start()):
            if window.first or window.last or window.recurring:
                yield announcement(clause, receiver, PromiseKind.ACCOUNT, stretch(clause, verb.start()), window)
