"""What people conclude: their own assessment, following an advice or not, leaving somebody in peace, re-checks.

Each is an entry with the name of whoever did it and why. None is ever overwritten by a computing: the last word of a
person stands until a person says another. Nothing here acts on an advice that may not be shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from pejl.acts.reasons import Reason, SaysTooLittle, in_words, reason_named
from pejl.calendar.days import danish_day
from pejl.calendar.written_words import one_line
from pejl.screening.advice.shapes import Advice, Kind, Says
from pejl.screening.assessments.case import ScreeningCase
from pejl.screening.assessments.choices import agrees, deviations, may_conclude
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.reasons import DEVIATING, FOLLOWING, OTHER
from pejl.screening.queries.cases import assessed, case_of
from pejl.screening.queries.policy import policy_in_use
from pejl.screening.services import chain
from pejl.screening.services.chain import Unsigned
from pejl.screening.services.correcting import NoCorrection, corrected

__all__ = ["NoCorrection", "NoDecision", "Unsigned", "corrected", "deviate", "follow", "own", "recheck", "release"]


_NOT_INSTEAD = {
    Kind.TIDLIG_INDSATS: "Det kan ikke afgøres her.",
    Kind.SLIP: "Rådet siger ikke, at borgeren kan slippes, og så kan det ikke afgøres her.",
    Kind.ATTEST: "Loven kræver attesten, så den kan ikke undlades.",
}
_OWN_FIRST = "Skriv din egen vurdering først, på alle tre spørgsmål. Derefter vises rådene."


class NoDecision(ValueError):
    """Something that cannot be concluded now. `str()` says why, in Danish."""


def own(assessment_id: str, kind: Kind, says: Says, *, who: str, why: str = "") -> None:
    """Write what somebody holds themselves, before the advice is shown to them. Raises `NoDecision` and `Unsigned`."""
    with chain.held():
        on = _on(assessment_id, kind)
        if not may_conclude(kind, says):
            raise NoDecision("Det er ikke et af svarene på spørgsmålet.")
        if on.case.visible[kind]:
            raise NoDecision(
                "Rådet er vist, så det er for sent at skrive en egen vurdering. Følg rådet, eller fravig det."
            )
        on.write(Event.EGEN, who, says=says.value, why=one_line(why))


def follow(assessment_id: str, kind: Kind, *, who: str, why: str = "", reason: str = "") -> None:
    """Decide as is advised, for one of `reasons.FOLLOWING` or in own words. Raises `NoDecision` and `Unsigned`.

    To leave somebody in peace is no following: `release` does it.
    """
    with chain.held():
        on = _on(assessment_id, kind)
        advice = on.seen()
        if advice.says is Says.KAN_SLIPPES:
            raise NoDecision("At slippe en borger er en afgørelse for sig, med navn og dage, hvor der ses efter igen.")
        on.decide(Event.FULGT, who, advice.says, _why(reason, why, FOLLOWING))


def deviate(assessment_id: str, kind: Kind, says: Says, *, who: str, why: str = "", reason: str = "") -> None:
    """Decide something else than is advised, for one of `reasons.DEVIATING` or in own words.

    It cannot leave somebody in peace whom the advice does not, nor leave out a certificate that the law demands. Raises
    `NoDecision` and `Unsigned`.
    """
    with chain.held():
        on = _on(assessment_id, kind)
        advised = on.seen().says
        if not may_conclude(kind, says):
            raise NoDecision("Det er ikke et af svarene på spørgsmålet.")
        if agrees(advised, says):
            raise NoDecision("Det er det, rådet siger. Følg rådet i stedet.")
        if says not in deviations(kind, advised):
            raise NoDecision(_NOT_INSTEAD[kind])
        on.decide(Event.FRAVEGET, who, says, _why(reason, why, DEVIATING))


def release(assessment_id: str, *, who: str, why: str = "", reason: str = "") -> tuple[dt.date, ...]:
    """Leave somebody in peace, on the word of a named person; returns the days on which they are looked at again.

    Only where it is advised and nothing stands in the way. Raises `NoDecision` and `Unsigned`.
    """
    with chain.held():
        on = _on(assessment_id, Kind.SLIP)
        advice = on.seen()
        if advice.says is not Says.KAN_SLIPPES or advice.hindrances:
            first = f" {advice.hindrances[0].sentence}" if advice.hindrances else ""
            raise NoDecision(f"Borgeren kan ikke slippes.{first}")
        if on.case.release and on.case.release.next:
            raise NoDecision("Borgeren er sluppet i forvejen.")
        weeks = policy_in_use(settings.HOME).recheck_weeks
        days = tuple(on.case.day + dt.timedelta(weeks=each) for each in weeks)
        kept = _why(reason, why, FOLLOWING)
        on.decide(Event.SLUPPET, who, advice.says, kept, rechecks=[day.isoformat() for day in days])
        return days


def recheck(person: str, spell: str, says: Says, *, who: str, why: str = "", reason: str = "") -> None:
    """Write that somebody who was left in peace was looked at again, and whether it stays so.

    It needs no assessment, for it is owed also when the screening is stopped; but it cannot stay so against an
    assessment that holds and does not advise it. What that says is hidden until the own assessment is written, so that
    comes first here too, or a refusal would tell. Raises `NoDecision` and `Unsigned`.
    """
    with chain.held():
        case = case_of(settings.HOME, person, spell=spell)
        if (
            case.release is None
            or case.release.next is None
            or case.sick_leave is None
            or case.sick_leave.spell != spell
        ):
            raise NoDecision("Der er intet gentjek at gøre.")
        if says not in (Says.KAN_SLIPPES, Says.BEHOLD):
            raise NoDecision("Et gentjek siger, at borgeren stadig kan slippes, eller at kontakten tages op igen.")
        about = case.assessment.id if case.assessment else ""
        advised = case.assessment.of(Kind.SLIP) if case.assessment else None
        if says is Says.KAN_SLIPPES and case.assessment and advised is None and not case.withheld:
            raise NoDecision(_OWN_FIRST)
        if says is Says.KAN_SLIPPES and advised and advised.says is not Says.KAN_SLIPPES:
            first = f" {advised.hindrances[0].sentence}" if advised.hindrances else ""
            raise NoDecision(f"Det kan ikke blive ved: rådet er nu et andet.{first}")
        word, told = _why(reason, why, FOLLOWING)
        chain.append(
            Event.GENTJEK,
            who=who,
            person=person,
            spell=spell,
            about=about,
            detail={
                "kind": Kind.SLIP.value,
                "due": case.release.next.isoformat(),
                "says": says.value,
                "advised": advised.says.value if advised else "",
                "reason": word,
                "why": told,
                "landmark": case.landmark,
                "team": case.sick_leave.team,
            },
        )


@dataclass(frozen=True)
class _On:
    """One question of one assessment that holds now."""

    case: ScreeningCase
    kind: Kind
    advice: Advice
    about: str

    def seen(self) -> Advice:
        """The advice, where it may be shown."""
        if not self.case.visible[self.kind]:
            if self.case.withheld:
                raise NoDecision(self.case.withheld.danish)
            raise NoDecision(_OWN_FIRST)
        return self.advice

    def decide(self, event: Event, who: str, says: Says, why: tuple[str, str], **more: Any) -> None:
        """Write a decision on the advice."""
        before = self.case.own.get(self.kind)
        self.write(
            event,
            who,
            says=says.value,
            advised=self.advice.says.value,
            own=before.says.value if before else "",
            reason=why[0],
            why=why[1],
            **more,
        )

    def write(self, event: Event, who: str, **detail: Any) -> None:
        """Write an entry about it."""
        leave = self.case.sick_leave
        assert leave is not None  # noqa: S101 - there is no assessment that holds without one
        around = {"kind": self.kind.value, "landmark": self.case.landmark, "team": leave.team}
        where = {"person": self.case.person, "spell": leave.spell, "about": self.about}
        chain.append(event, who=who, detail={**around, **detail}, **where)


def _on(assessment_id: str, kind: Kind) -> _On:
    known = assessed(assessment_id)
    if known is None:
        raise NoDecision("Der er ingen vurdering med det nummer.")
    case = case_of(settings.HOME, known.entry.person, spell=known.entry.spell)
    if case.stop:
        raise NoDecision(f"Screeningen er stoppet: {case.stop.why}")
    if case.objection:
        raise NoDecision("Borgeren har gjort indsigelse, så rådene bruges ikke.")
    advice = known.assessment.of(kind)
    if case.assessment is None or case.assessment.id != assessment_id or advice is None:
        said = danish_day(known.assessment.day)
        raise NoDecision(f"Vurderingen fra {said} gælder ikke længere. Vurdér igen, og beslut på den nye.")
    return _On(case, kind, advice, assessment_id)


def _why(reason: str, why: str, among: Sequence[Reason]) -> tuple[str, str]:
    """The word and the words that are kept. Own words alone will do."""
    chosen = reason_named(reason, among) if reason else OTHER
    if chosen is None:
        raise NoDecision("Vælg en af grundene.")
    try:
        return chosen.word, in_words(chosen, why)
    except SaysTooLittle as little:
        raise NoDecision(str(little) if reason else "Skriv grunden.") from little
