"""Extra appropriations: one whose financing the item does not state, and one that a committee adopts and sends nowhere.

Only a council grants an appropriation, and whoever asks for an extra one states how it is financed (styrelsesloven
§ 40 stk. 2-3). That is the reason to look, and no more: both may be in order for reasons that the minutes do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.calendar.amounts import find_amounts
from pejl.calendar.days import find_days
from pejl.calendar.rows import in_a_row
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.document import Item, Lines, Minutes, Outcome
from pejl.minutes.keys import body_key
from pejl.minutes.passages import passages
from pejl.minutes.texts import texts_of

_EXTRA = re.compile(r"\b(?:tillægs|mer|ekstra|udgifts)bevilling(?:en|er|erne)?\b", re.IGNORECASE)
_NOT_ASKED = re.compile(
    r"\b(?:ikke|ingen|uden|negative?|hverken)\b[^.]{0,60}bevilling|bevilling[^.]{0,40}\b(?:ikke|bortfalder)\b",
    re.IGNORECASE,
)
_FINANCING = re.compile(
    # "Ramme 1" is where money goes, unless it is taken from there.
    r"finansier|indtægt|\bkasse|likvid|\bramme(?!\w{0,4}\s[1-9])|(?:inden\s?for|\baf|\bfra)\s[^.]{0,40}\bramme|budgetramme"
    r"|\bafsat|pulje|tilskud|mindreforbrug|overfør|omplacer|omprioriter|omflyt|\blån|låneoptag|neutral|provenu|besparelse|\bspare|reserve|modsvar|modpost|dækkes|refusion|\bDUT\b|midtvejs"
    r"|fond|bloktilskud|opspar|rådighedsbeløb|kompens|tilsagn|effektiviser|reducer|reduktion|nedsæt|uforudsete"
    r"|fremgår af bilag|jf\. bilag|i balance|afholdes (?:af|inden|over|via)|midler fra|\bstaten",
    re.IGNORECASE,
)
_OWN_FRAME = re.compile(r"inden\s?for\s[^.]{0,40}ramme", re.IGNORECASE)
_COUNCIL = re.compile(r"byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd|magistrat", re.IGNORECASE)
_UPWARDS = re.compile(
    r"økonomiudvalg|byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd|magistrat|\bØU\b|\bKB\b|\bBR\b|\bØK\b",
    re.IGNORECASE,
)
_GRANTED = frozenset({Outcome.ADOPTED, Outcome.APPROVED})
_NOT_GRANTED = frozenset({Outcome.WITHDRAWN, Outcome.REJECTED, Outcome.POSTPONED})


@dataclass(frozen=True)
class _Asked:
    """A point of the recommendation that asks for an extra appropriation; `number` is None where none is printed."""

    number: int | None
    text: str
    lines: Lines

    @property
    def amount(self) -> str:
        """The first amount that it names, as printed."""
        found = find_amounts(self.text)
        return found[0].text if found else "en tillægsbevilling"


def financing(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """An extra appropriation that is asked for in an item of which no word tells how it is financed."""
    asked = _asked(item)
    if not asked or item.outcome in _NOT_GRANTED or any(_FINANCING.search(text) for text, _ in texts_of(item)):
        return
    yield Flag(
        kind=FlagKind.FORM,
        rule="financing",
        sentence=f"{LEAD_IN}Der søges om {_words(asked)}, men punktet siger ikke, hvordan beløbet finansieres "
        "(styrelseslovens § 40, stk. 3, beder om det).",
        stated=asked[0].amount,
        computed="ingen finansiering nævnt",
        certainty=Certainty.POSSIBLE if item.attachments else Certainty.LIKELY,
        lines=[each.lines for each in asked],
    )


def onward_route(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """An extra appropriation that a committee adopts, and that nothing in the item sends on to those who grant it."""
    decision = item.decision
    if decision is None or not _is_committee(minutes.body) or item.route:
        return
    adopted = [each for each in _asked(item) if find_amounts(each.text) and _outcome_of(item, each) in _GRANTED]
    if not adopted or _sent_on(minutes, item):
        return
    yield Flag(
        kind=FlagKind.FORM,
        rule="onward-route",
        sentence=f"{LEAD_IN}{minutes.body} har tiltrådt {_words(adopted)}, men punktet nævner ingen videre behandling. "
        "Bevillinger gives af kommunalbestyrelsen (styrelseslovens § 40, stk. 2).",
        stated=adopted[0].amount,
        computed="ingen videre behandling nævnt",
        certainty=Certainty.POSSIBLE,
        lines=[adopted[0].lines, decision.lines],
    )


def _asked(item: Item) -> list[_Asked]:
    """The points of the recommendation that ask for an extra appropriation."""
    recommendation = item.recommendation
    if recommendation is None:
        return []
    points = [_Asked(clause.number, clause.text, clause.lines) for clause in recommendation.clauses]
    points = points or [_Asked(None, recommendation.text, recommendation.lines)]
    return [each for each in points if _EXTRA.search(each.text) and not _NOT_ASKED.search(each.text)]


def _words(asked: list[_Asked]) -> str:
    amounts = [found[0].text for each in asked if (found := find_amounts(each.text))]
    return f"en tillægsbevilling på {in_a_row(dict.fromkeys(amounts))}" if amounts else "en tillægsbevilling"


def _is_committee(body: str | None) -> bool:
    key = body_key(body or "")
    return "udvalg" in key and not _COUNCIL.search(key)


def _outcome_of(item: Item, asked: _Asked) -> Outcome:
    by_clause = {clause.number: clause.outcome for clause in item.decision.clauses} if item.decision else {}
    return by_clause.get(asked.number, item.outcome) if asked.number is not None else item.outcome


def _sent_on(minutes: Minutes, item: Item) -> bool:
    """Whether anything in the item names a body above the committee, other than as a place that the case came from."""
    own = body_key(minutes.body or "")
    told = [item.title or "", *(sentence.text for each in passages(item) for sentence in each.sentences)]
    if any(_OWN_FRAME.search(text) for text in told):
        return True
    for text in told:
        above = [found[0] for found in _UPWARDS.finditer(text) if not own.startswith(found[0].casefold())]
        past = [day for day in find_days(text) if minutes.date and day.day <= minutes.date]
        if above and not past:
            return True
    return False
