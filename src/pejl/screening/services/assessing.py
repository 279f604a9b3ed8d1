"""Assessing one person: computed by the model in use, written in the log, and shown only to whom it may be shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.crypto import salted_hmac

from pejl import when_used
from pejl.home.folders import Home
from pejl.register.kept import NothingKnown
from pejl.register.snapshot import Snapshot
from pejl.screening.advice.policy import BadPolicy, Policy
from pejl.screening.advice.shapes import Assessment, Kind
from pejl.screening.assessments.assessed import Assessed, last_assessed, outdated
from pejl.screening.assessments.daily import OF_PERSON, SPAN, most_a_day
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.folding import corrections_in
from pejl.screening.assessments.review import user_of
from pejl.screening.assessments.withheld import Withheld, is_shadow
from pejl.screening.caseload.running import SickLeave, running
from pejl.screening.gate.queries import ActiveModel, active_model, standing
from pejl.screening.queries.cases import case_of, day_of, model_in_use
from pejl.screening.queries.chain import entries
from pejl.screening.queries.policy import policy_in_use
from pejl.screening.queries.questionnaires import answers
from pejl.screening.queries.standing import objected, stopped
from pejl.screening.services import chain
from pejl.screening.services.chain import Unsigned
from pejl.screening.trial.candidate import hindrance
from pejl.screening.trial.out_of_register import candidate_of
from pejl.screening.trial.queries import arm_of, drawing_on
from pejl.screening.trial.queries import shown as advice_shown
from pejl.screening.trial.services import NoSeed, NotDrawn, enrol

if TYPE_CHECKING:
    from pejl.register import register
    from pejl.screening.assessments import computing
else:
    register = when_used.module("pejl.register.register")
    computing = when_used.module("pejl.screening.assessments.computing")

__all__ = ["NotAssessed", "Unsigned", "assess_person", "shown"]


class NotAssessed(Exception):
    """The person cannot be assessed now. `str()` says why, in Danish."""


def assess_person(home: Home, person: str, *, who: str, day: dt.date | None = None, spell: str = "") -> Assessment:
    """Assess a person's sick leave (that of the number, or the one that began last), and write it in the log.

    One that holds still is given again: not expired, same landmark, model, register and policy, nothing answered or
    corrected since. Where the advice is withheld it is not in what is returned. Raises `NotAssessed` and `Unsigned`.
    """
    _see_allowed(person)
    active, policy = _active(home), _policy(home)
    snapshot = _snapshot(home)
    day = day or day_of(snapshot)
    leave = _sick_leave(snapshot, person, day, spell)
    known = [each for each in entries(person=person) if each.spell == leave.spell]
    last = last_assessed(known, leave.spell)
    if last and _holds(last, day, leave, snapshot, policy, model_in_use(home)) and not outdated(known, last):
        return _told(last.assessment, last.withheld)
    assessment = _computed(home, snapshot, leave, day, active, policy, known)
    _draw_first(home, snapshot, leave, active, day, who)
    withheld = _withheld(leave, assessment, policy, day)
    with chain.held():
        _see_allowed(person)
        _write(assessment, leave, withheld, who)
    return _told(assessment, withheld)


def shown(home: Home, person: str, *, who: str, spell: str = "", system: bool = False) -> tuple[Kind, ...]:
    """Write in the log that somebody is shown the advice of the case, as far as it may be shown; once for each of it.

    The kinds that were not shown to them before are returned. To be called before a page with advice is sent. `system`
    is whether another system asks. Raises `NotAssessed` where so many were shown to them that it is a list of chances
    and no casework (`daily`).
    """
    case = case_of(home, person, spell=spell)
    if case.assessment is None or case.sick_leave is None:
        return ()
    about = case.assessment.id
    before = {
        kind for each in entries(about=about, events=[Event.VIST]) if each.who == who for kind in each.detail["kinds"]
    }
    kinds = tuple(kind for kind in Kind if case.visible.get(kind) and kind.value not in before)
    if kinds:
        with chain.held():
            _see_not_too_many(home, who, case.sick_leave.spell, system)
            detail = {"kinds": [kind.value for kind in kinds], "team": case.sick_leave.team}
            chain.append(Event.VIST, who=who, person=person, spell=case.sick_leave.spell, about=about, detail=detail)
    return kinds


def _see_not_too_many(home: Home, who: str, spell: str, system: bool) -> None:
    name, since = user_of(who), timezone.now() - SPAN
    seen = {each.spell for each in entries(events=[Event.VIST], since=since) if user_of(each.who) == name}
    if spell in seen or len(seen) < OF_PERSON:
        return
    snapshot = _snapshot(home)
    if len(seen) >= most_a_day(len(running(snapshot, day_of(snapshot))), system=system):
        raise NotAssessed(
            f"Der er vist råd om {len(seen)} sygeforløb til {name} det seneste døgn, og flere vises ikke endnu. Råd "
            "gives i én sag ad gangen til den, der har sagen, og chancer gives ikke ud i bunker."
        )


def _write(assessment: Assessment, leave: SickLeave, withheld: Withheld | None, who: str) -> None:
    about = {"person": leave.person, "spell": leave.spell, "about": assessment.id}
    office = {"unit": leave.unit, "team": leave.team, "caseworker": leave.caseworker}
    computed = {"assessment": assessment.model_dump(mode="json"), "withheld": withheld.value if withheld else ""}
    chain.append(Event.VURDERET, who=who, detail={**computed, **office}, **about)
    if withheld:
        why = {"reason": withheld.value, "landmark": assessment.landmark, "team": leave.team}
        chain.append(Event.TILBAGEHOLDT, who=who, detail=why, **about)


def _computed(
    home: Home,
    snapshot: Snapshot,
    leave: SickLeave,
    day: dt.date,
    active: ActiveModel,
    policy: Policy,
    known: list[Entry],
) -> Assessment:
    try:
        found = computing.computed(
            snapshot, leave.spell, day, active.model, active.id, policy, answers(home), corrections_in(known)
        )
    except computing.NOT_COMPUTED as trouble:
        raise NotAssessed(f"Der kan ikke regnes: {trouble}") from trouble
    if found is None:
        raise NotAssessed("Registeret ved ikke nok om sygeforløbet til, at det kan vurderes.")
    return found


def _draw_first(home: Home, snapshot: Snapshot, leave: SickLeave, active: ActiveModel, day: dt.date, who: str) -> None:
    """Draw the arm where a trial draws among such sick leaves: whose advice was shown can be nobody's control.

    Whom the trial does not take (another team, an earlier look at the advice) is assessed as everybody else.
    """
    if arm_of(leave.spell, day) is not None:
        return
    for trial in drawing_on(day):
        try:
            candidate = candidate_of(
                snapshot, leave.spell, trial.protocol, active.model, day, objected=objected, shown=advice_shown
            )
            if candidate is not None and not hindrance(candidate, trial.protocol, day):
                enrol(home, trial.name, candidate, who=who, day=day)
                return
        except (NoSeed, NotDrawn) as trouble:
            raise NotAssessed(f"Der kan ikke trækkes lod i forsøget: {trouble}") from trouble


def _withheld(leave: SickLeave, assessment: Assessment, policy: Policy, day: dt.date) -> Withheld | None:
    arm = arm_of(leave.spell, day)
    if arm is not None:
        return Withheld.KONTROL if arm.control else None
    drawn = is_shadow(leave.spell, assessment.landmark, assessment.model, policy.shadow_share, shadow_key())
    return Withheld.SKYGGE if drawn else None


def shadow_key() -> bytes:
    """The key by which shadow cases are drawn. Those that were drawn are in the log, whatever becomes of the key."""
    return salted_hmac("pejl.screening.shadow", "", algorithm="sha256").digest()


def _told(assessment: Assessment, withheld: Withheld | None) -> Assessment:
    return assessment.model_copy(update={"advice": ()}) if withheld else assessment


def _holds(last: Assessed, day: dt.date, leave: SickLeave, snapshot: Snapshot, policy: Policy, model: str) -> bool:
    found = last.assessment
    same = found.snapshot == snapshot.id and found.policy == policy.mark
    return same and last.holds(day, leave.landmark(day).word, model)


def _see_allowed(person: str) -> None:
    if stop := stopped():
        raise NotAssessed(f"Screeningen er stoppet: {stop.why}")
    if objected(person):
        raise NotAssessed("Borgeren har gjort indsigelse og vurderes ikke.")


def _active(home: Home) -> ActiveModel:
    active = active_model(home)
    if active is None:
        raise NotAssessed(standing(home).sentence)
    return active


def _policy(home: Home) -> Policy:
    try:
        return policy_in_use(home)
    except BadPolicy as trouble:
        raise NotAssessed(str(trouble)) from trouble


def _snapshot(home: Home) -> Snapshot:
    try:
        return register.Register(home).newest()
    except NothingKnown as trouble:
        raise NotAssessed(str(trouble)) from trouble


def _sick_leave(snapshot: Snapshot, person: str, day: dt.date, spell: str) -> SickLeave:
    leaves = running(snapshot, day, person=person)
    found = [each for each in leaves if not spell or each.spell == spell]
    if not found:
        raise NotAssessed("Der er intet sygeforløb med en arbejdsgiver, som er i gang. Andre vurderes ikke.")
    return found[-1]
