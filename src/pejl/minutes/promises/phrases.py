"""The short phrase of the text that says what is promised."""

from __future__ import annotations

import re

from pejl.minutes.promises.clause import Clause
from pejl.minutes.promises.segments import Opening
from pejl.minutes.promises.things import Thing

_LONGEST = 160
_CLOSING_SIGNS = " \t\n,;:.(–-"
_CONNECTING = """
og samt at som der den det de d i på til for med ved om af igen derefter herefter også derfor først desuden
ligeledes forventeligt fremover endvidere forelægges forelagt blive bliver vil skal udvalget hvor en et mellem under
fra drøfte
"""
_NOT_LAST = frozenset(_CONNECTING.split())
_LEADING = re.compile(
    r"\s*(?:(?:og|men|samt|at|ligesom|mens|dels|derudover|desuden|endvidere|herudover|der|som|så)\s+){0,3}",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s(?:om|vedrørende)\s", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:(?:til|om|på)|stilling|beslutter|beslutte|drøfte),\s*\Z", re.IGNORECASE)
_VERB = re.compile(
    r"\s(?:vil|skal|kan|forelægges|fremlægges|præsenteres|afrapporteres|evalueres|gives|sker|kommer|bliver|forventes|forventeligt|genoptages|gennemføres"
    r"|tages|træffes|behandles)(?=[\s,.;]|\Z)",
    re.IGNORECASE,
)


def phrase(clause: Clause, thing: Thing, things: list[Thing]) -> tuple[int, int]:
    """Where the thing's phrase stands in the sentence: the noun with what it is about, without time and receiver."""
    stops = [len(clause.text), thing.start + _LONGEST]
    stops += [other.start for other in things if other.start > thing.end and other.joined]
    return _cut(clause, thing.start, thing.end, stops)


def stretch(clause: Clause, start: int) -> tuple[int, int]:
    """From `start` of the clause as far as it says what is promised, a question that it ends in included."""
    following = clause.neighbour(1)
    begun, end = _cut(clause, start, start + 1, [len(clause.text), start + _LONGEST])
    asked = following is not None and following.opening == Opening.ASKED
    if following and asked and _OPEN_END.search(clause.text) and end <= clause.offset + len(clause.text):
        return begun, following.offset + _trimmed(following.text, 0, min(len(following.text), _LONGEST))
    return begun, end


def before(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """The words from `start` to `end` of the clause, without connecting words at either side."""
    lead = _LEADING.match(clause.text, start, end)
    begun = lead.end() if lead else start
    return clause.offset + begun, clause.offset + _trimmed(clause.text, begun, end)


def with_verb(clause: Clause, end: int) -> tuple[int, int]:
    """The words from the clause's beginning to `end`, its verb's: "Sagen forelægges"."""
    lead = _LEADING.match(clause.text)
    return clause.offset + (lead.end() if lead and lead.end() < end else 0), clause.offset + end


def _cut(clause: Clause, start: int, at_least: int, stops: list[int]) -> tuple[int, int]:
    text = clause.text
    stops += [time.start for time in clause.times if time.start >= at_least]
    for body in clause.bodies:
        lead = re.search(r"(?:(?<![^\W_])(?:for|til|i|på)\s+)?\Z", text[max(0, body.start - 6) : body.start])
        begun = body.start - len(lead.group() if lead else "")
        if begun >= at_least and not _GOES_ON.match(text, body.end):
            stops.append(begun)
    if verb := _VERB.search(text, at_least):
        stops.append(verb.start())
    if comma := re.search(r"[,;]", text[at_least:]):
        stops.append(at_least + comma.start())
    end = max(at_least, min(stops))
    return clause.offset + start, clause.offset + _trimmed(text, at_least, end)


def _trimmed(text: str, at_least: int, end: int) -> int:
    """Where the words up to `end` really end: no sign and no connecting word is last."""
    while end > at_least:
        words = text[at_least:end].rstrip(_CLOSING_SIGNS)
        end = at_least + len(words)
        last = re.search(r"(?<![^\W_])[^\W_]+\Z", words)
        if last is None or last.group().casefold() not in _NOT_LAST:
            break
        end = at_least + last.start()
    return end
