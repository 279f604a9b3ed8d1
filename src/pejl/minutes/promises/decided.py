"""What a body is to do, or asks for: decide, discuss, evaluate, meet on a theme, take a case up again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.promises.clause import Clause, Found
from pejl.minutes.promises.making import announcement, deed, listed
from pejl.minutes.promises.people import NamedBody
from pejl.minutes.promises.phrases import before, phrase, stretch, with_verb
from pejl.minutes.promises.promise import PromiseKind, Window
from pejl.minutes.promises.segments import Opening
from pejl.minutes.promises.things import Thing
from pejl.minutes.promises.when import windows

_W = r"(?<![^\W_])"
_E = r"(?![^\W_])"
_IMPERSONAL = re.compile(
    rf"{_W}(?:tages\s+(?:der\s+)?(?:først\s+)?stilling|træffes\s+(?:der\s+)?(?:først\s+|endelig\s+)?beslutning"
    rf"|tages\s+(?:der\s+)?(?:endelig\s+)?beslutning){_E}",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    rf"{_W}(?P<decides>tager\s+stilling|tage\s+stilling|træffer\s+beslutning|træffe\s+beslutning|beslutter|beslutte|vedtager"
    rf"|vedtage|behandler|behandle){_E}|{_W}(?P<discusses>drøfter|drøfte){_E}",
    re.IGNORECASE,
)
_EVALUATED = re.compile(rf"{_W}(?:evalueres|midtvejsevalueres){_E}", re.IGNORECASE)
_CARRIED_OUT = re.compile(
    rf"{_W}(?:gennemføres|foretages|laves|udarbejdes|gennemføre|foretage|lave|udarbejde|iværksættes){_E}", re.IGNORECASE
)
_MEETS = re.compile(
    rf"{_W}(?:vil|skal|gennem|afholdes|holdes|afholder|holder|planlægges|indkaldes|inviteres|facilitere|arrangeres){_E}",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"{_W}(?:ønsker|ønskede|anmoder\s+om|anmodede\s+(?:\w+\s+)?om|beder\s+(?:\w+\s+)?om|bad\s+(?:\w+\s+)?om|efterspørger"
    rf"|efterspurgte|anmoder\s+\w+\s+om){_E}",
    re.IGNORECASE,
)
_ONE_PARTY = re.compile(
    rf"{_W}(?:venstre|konservative|socialdemokratiet|enhedslisten|sf|radikale|liste\s+\w|medlemmer|danmarksdemokraterne"
    rf"|gruppen|mindretallet){_E}",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s+(?:om|vedrørende|på)\s", re.IGNORECASE)
_POSTPONED = re.compile(rf"{_W}(?:udsættes|udsat|udsætter){_E}", re.IGNORECASE)
_ITS_OWN_CASE = re.compile(
    rf"{_W}(?:sagen|punktet|den|indstillingen|forslaget|dagsordenen|indstillingerne|budgettet|anbefalingen){_E}",
    re.IGNORECASE,
)


def decided(clause: Clause) -> Iterator[Found]:
    """The promises that the clause makes by saying what a body will do, or wants to have."""
    if clause.scene.decides:
        yield from _asked_for(clause)
        yield from _postponed(clause)
    if not clause.promising:
        return
    yield from _to_decide(clause)
    yield from _to_evaluate(clause)
    yield from _to_meet(clause)


def _to_decide(clause: Clause) -> Iterator[Found]:
    """ "Udvalget tager i 2026 stilling til ...", "der træffes beslutning i 2. halvår". The time must be told."""
    for verb in _IMPERSONAL.finditer(clause.text):
        subject = next((body for body in reversed(clause.bodies) if body.end <= verb.start()), None)
        for window in _timed(clause, verb.start()):
            where = _antecedent(clause) or stretch(clause, verb.start())
            yield deed(clause, subject, PromiseKind.DECISION, where, window)
    for verb in _DECIDES.finditer(clause.text):
        subject = next((body for body in reversed(clause.bodies) if body.end <= verb.start()), None)
        treats = verb["decides"] is not None and verb["decides"].casefold() == "behandler"
        if (
            subject is None
            or (treats and not clause.own(subject))
            or _ITS_OWN_CASE.match(clause.text[verb.end() :].lstrip())
            or not _acts(clause, subject, verb)
        ):
            continue
        theme = _theme_in(clause)
        if verb["discusses"] and theme is None:
            continue
        for window in _timed(clause, verb.start()):
            if theme:
                yield deed(clause, subject, PromiseKind.THEME_MEETING, phrase(clause, theme, []), window)
            else:
                where = _antecedent(clause) or stretch(clause, verb.start())
                yield deed(clause, subject, PromiseKind.DECISION, where, window)


def _acts(clause: Clause, subject: NamedBody, verb: re.Match[str]) -> bool:
    """Whether little but times stands between the body and what it does."""
    return len(clause.text[subject.end : verb.start()].split()) <= 10


def _timed(clause: Clause, at: int) -> list[Window]:
    """The windows that have days. One that has begun counts where the words set it before the verb: "tager stilling til
    bevillingen i 2026" is said of the present decision.
    """
    made_on = clause.scene.made_on
    placed = any(time.end <= at for time in clause.times)
    found = [window for window in windows(clause, None, [], at) if window.last]
    return [one for one in found if placed or made_on is None or one.first is None or one.first >= made_on]


def _antecedent(clause: Clause) -> tuple[int, int] | None:
    """What a clause that opens with "som" says it of: the end of the clause before."""
    earlier = clause.neighbour(-1)
    if clause.opening != Opening.WHICH or earlier is None:
        return None
    thing = earlier.things[-1] if earlier.things else None
    if thing and thing.end > len(earlier.text) - 40:
        return phrase(earlier, thing, [])
    noun_phrase = _LAST_PHRASE.search(earlier.text)
    return before(earlier, noun_phrase.start(), len(earlier.text)) if noun_phrase else None


_LAST_PHRASE = re.compile(rf"{_W}(?:en|et|den|det|de)\s(?:[^\W\d_]+\s*(?:-\s*)?){{1,7}}[,.]?\s*\Z", re.IGNORECASE)


def _to_evaluate(clause: Clause) -> Iterator[Found]:
    """ "Ordningen evalueres i foråret", "der gennemføres en evaluering i starten af 2028". The time must be told."""
    if clause.stranger:
        return
    for verb in _EVALUATED.finditer(clause.text):
        for window in windows(clause, None, [], verb.start()):
            if not clause.untimed:
                yield announcement(
                    clause,
                    next(iter(clause.bodies), None),
                    PromiseKind.EVALUATION,
                    with_verb(clause, verb.end()),
                    window,
                )
    for verb in _CARRIED_OUT.finditer(clause.text):
        heads = [thing for thing in clause.things if thing.head and thing.kind == PromiseKind.EVALUATION]
        for thing in heads:
            for window in windows(clause, thing, heads, verb.start()):
                yield announcement(
                    clause, next(iter(clause.bodies), None), thing.kind, phrase(clause, thing, heads), window
                )


def _to_meet(clause: Clause) -> Iterator[Found]:
    """ "Udvalget skal have en temadrøftelse 01.10.2025", "gennem to temadrøftelser 01.10. og 29.10."."""
    theme = _theme_in(clause)
    if theme is None or not _MEETS.search(clause.text) or _DECIDES.search(clause.text):
        return
    subject = next((body for body in clause.bodies if body.end <= theme.start), None)
    for window in _timed(clause, theme.start):
        where = phrase(clause, theme, [])
        if clause.administration and clause.administration.end <= theme.start:
            yield announcement(clause, next(iter(clause.bodies), None), PromiseKind.THEME_MEETING, where, window)
        elif subject:
            yield deed(clause, subject, PromiseKind.THEME_MEETING, where, window)
        else:
            yield announcement(clause, next(iter(clause.bodies), None), PromiseKind.THEME_MEETING, where, window)


def _theme_in(clause: Clause) -> Thing | None:
    """The theme meeting that the clause itself is about."""
    themes = (thing for thing in clause.things if thing.kind == PromiseKind.THEME_MEETING)
    return next((thing for thing in themes if thing.after in {"", "ved", "gennem", "på", "via", "til"}), None)


def _asked_for(clause: Clause) -> Iterator[Found]:
    """What a body wants to have, in its decision: "Udvalget ønsker et temamøde om fleksjob i efteråret"."""
    for verb in _ASKS.finditer(clause.text):
        asker = clause.text[: verb.start()]
        if _ONE_PARTY.search(asker) or not ("udvalg" in asker.casefold() or clause.bodies or "råd" in asker.casefold()):
            continue
        things = [thing for thing in clause.things if thing.start >= verb.end() - 1]
        things = [thing for thing in things if thing.after in {"", "om", "med"} and not _belongs(clause, verb, thing)]
        things = listed(things)
        for thing in things:
            vague = thing.kind == PromiseKind.OTHER and (thing.definite or not _ABOUT.match(clause.text, thing.end))
            if vague or clause.untimed:
                continue
            for window in windows(clause, thing, things, verb.start()) or [Window()]:
                yield deed(clause, None, thing.kind, phrase(clause, thing, clause.things), window)


def _belongs(clause: Clause, verb: re.Match[str], thing: Thing) -> bool:
    """Whether the thing is what another word behind the verb is about: "ønsker flere oplysninger om forslaget"."""
    between = clause.text[verb.end() : thing.start].split()
    returning = "tilbage" in between
    return (thing.after == "om" and len(between) > 2) or (thing.after == "med" and not returning) or len(between) > 8


def _postponed(clause: Clause) -> Iterator[Found]:
    """ "Sagen udsættes til mødet 10.09.2025": the body will take it up then."""
    if not _POSTPONED.search(clause.text):
        return
    for time in clause.times:
        if not time.past:
            yield deed(clause, None, PromiseKind.DECISION, before(clause, 0, time.start), time.window)
            return
