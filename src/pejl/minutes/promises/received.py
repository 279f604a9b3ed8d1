"""What a body gets or is told: "Byrådet får et regnskab i 4. kvartal", "udvalget vil blive orienteret i maj"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.document import Role
from pejl.minutes.promises.clause import Clause, Found
from pejl.minutes.promises.making import announcement, kind_of, listed
from pejl.minutes.promises.people import NamedBody
from pejl.minutes.promises.phrases import phrase, stretch
from pejl.minutes.promises.promise import PromiseKind, Window
from pejl.minutes.promises.things import Thing
from pejl.minutes.promises.when import windows

_W = r"(?<![^\W_])"
_E = r"(?![^\W_])"
_GETS = re.compile(rf"{_W}(?:får|få|modtager|modtage){_E}", re.IGNORECASE)
_TOLD = re.compile(
    rf"{_W}(?P<told>orienteres|informeres|underrettes|præsenteres\s+for"
    rf"|bliv(?:e|er)\s+(?:[^\W_]+\s+){{0,3}}?(?:orienteret|informeret|underrettet|præsenteret\s+for)){_E}",
    re.IGNORECASE,
)
_WORDS_BETWEEN = 6


def received(clause: Clause) -> Iterator[Found]:
    """The promises that the clause makes by saying what a body will get or be told."""
    if clause.promising:
        yield from _gets(clause)
        yield from _is_told(clause)


def _gets(clause: Clause) -> Iterator[Found]:
    for verb in _GETS.finditer(clause.text):
        receiver = _who_gets(clause, verb)
        things = listed([thing for thing in clause.things if thing.head and thing.start >= verb.end() - 1])
        if receiver is None or not things or not _directly(clause, verb, receiver, things[0]):
            continue
        recommended = clause.scene.role == Role.RECOMMENDATION
        sure = (clause.modal_before(verb.start()) or recommended) and not clause.untimed
        for thing in things:
            if thing.word.casefold().startswith("tillægsbevilling"):
                continue
            for window in windows(clause, thing, things, verb.start()) or ([Window()] if sure else []):
                where = phrase(clause, thing, clause.things)
                yield announcement(clause, receiver, kind_of(clause, thing), where, window)


def _who_gets(clause: Clause, verb: re.Match[str]) -> NamedBody | None:
    """The body before "får", or right behind it where another part of the sentence comes first."""
    behind = next((body for body in clause.bodies if 0 <= body.start - verb.end() <= 2), None)
    return behind or next((body for body in reversed(clause.bodies) if body.end <= verb.start()), None)


def _directly(clause: Clause, verb: re.Match[str], receiver: NamedBody, thing: Thing) -> bool:
    """Whether little but times and small words stands between the body, "får" and the thing."""
    if receiver.start >= verb.end():
        return len(clause.text[receiver.end : thing.start].split()) <= _WORDS_BETWEEN
    before, behind = clause.text[receiver.end : verb.start()], clause.text[verb.end() : thing.start]
    return len(before.split()) <= _WORDS_BETWEEN and len(behind.split()) <= _WORDS_BETWEEN


def _is_told(clause: Clause) -> Iterator[Found]:
    for verb in _TOLD.finditer(clause.text):
        receiver = _who_is_told(clause, verb)
        if receiver is None:
            continue
        thing = next((one for one in clause.things if one.start >= verb.end() and one.after in {"", "om", "for"}), None)
        shown = thing is not None and verb["told"].casefold().endswith("for")
        kind = kind_of(clause, thing) if thing and shown else PromiseKind.INFORMATION
        found = windows(clause, thing, [thing] if thing else [], verb.start())
        if not found and clause.modal_before(verb.start()):
            found = [Window()]
        for window in found:
            if window.first or window.last or not clause.untimed:
                yield announcement(clause, receiver, kind, stretch(clause, verb.start()), window)


def _who_is_told(clause: Clause, verb: re.Match[str]) -> NamedBody | None:
    """The body before the verb; else the one within it ("bliver udvalget orienteret") or right behind it."""
    before = [body for body in clause.bodies if body.end <= verb.start()]
    near = [body for body in clause.bodies if verb.start() <= body.start <= verb.end() + 2]
    return before[-1] if before else near[0] if near else None
