"""What the log says of one person, laid together as the case that the page shows.

What must not be seen is not in it: advice before the own assessment, advice that is withheld, and that it is withheld.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Assessment, Kind, Says
from pejl.screening.assessments.assessed import Assessed, last_assessed, outdated
from pejl.screening.assessments.case import (
    Asked,
    Correction,
    Decision,
    OwnAssessment,
    Recheck,
    Release,
    ScreeningCase,
    Stop,
    Told,
)
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import DECISIONS, Event
from pejl.screening.assessments.standing import objection_in
from pejl.screening.assessments.telling import ON_CORRECTIONS
from pejl.screening.assessments.withheld import Withheld
from pejl.screening.caseload.running import SickLeave

LETTERS = (Event.UNDERRETTET, Event.FORKLARET, Event.HOERT)
_HIDES = (Event.VURDERET, Event.TILBAGEHOLDT)


@dataclass(frozen=True)
class Around:
    """What the case depends on beside the person's entries: the model in use ("" where none is), the policy, a stop."""

    model: str
    policy: Policy
    stop: Stop | None


def case_from(
    person: str,
    day: dt.date,
    sick_leaves: Sequence[SickLeave],
    entries: Sequence[Entry],
    asked: Asked,
    around: Around,
    spell: str = "",
) -> ScreeningCase:
    """The case; of the sick leave of that number, or the one that began last."""
    chosen = next((each for each in sick_leaves if each.spell == spell), sick_leaves[-1] if sick_leaves else None)
    base = ScreeningCase(
        person,
        day,
        tuple(sick_leaves),
        objection=objection_in(entries),
        stop=around.stop,
        asked=asked,
        letters=tuple(Told(each.detail["letter"], each.event, each.who, each.at) for each in _of(entries, *LETTERS)),
        entries=tuple(_shown(entries)),
    )
    return _with_sick_leave(base, chosen, entries, around) if chosen else base


def _with_sick_leave(base: ScreeningCase, leave: SickLeave, all_of: Sequence[Entry], around: Around) -> ScreeningCase:
    entries = [each for each in all_of if each.spell == leave.spell]
    landmark = leave.landmark(base.day).word
    last = last_assessed(entries, leave.spell)
    decisions, own = decisions_in(entries), own_in(entries, landmark)
    usable = (
        last if last and not base.objection and not base.stop and last.holds(base.day, landmark, around.model) else None
    )
    usable = None if usable and outdated(entries, usable) else usable
    visible = {kind: _may_see(usable, kind, own, around.policy) for kind in Kind}
    return dataclasses.replace(
        base,
        sick_leave=leave,
        assessment=_without_hidden(usable.assessment, visible) if usable else None,
        assessed_at=usable.entry.at if usable else None,
        withheld=_withheld_told(usable, own, around.policy) if usable else None,
        visible=visible,
        own=own,
        decisions=decisions,
        news=tuple(_news(usable, visible, decisions)),
        release=release_in(entries),
        corrections=corrections_in(entries),
    )


def own_in(entries: Sequence[Entry], landmark: str) -> dict[Kind, OwnAssessment]:
    """The own assessments at a landmark, the last of each kind. A new computing at the same landmark needs no new one:
    who has seen an advice can no longer answer as if they had not."""
    found = {}
    for each in _of(entries, Event.EGEN):
        if each.detail["landmark"] == landmark:
            kind, says = Kind(each.detail["kind"]), Says(each.detail["says"])
            found[kind] = OwnAssessment(kind, says, each.who, each.at, each.detail["why"], each.about)
    return found


def decisions_in(entries: Sequence[Entry]) -> dict[Kind, Decision]:
    """The decision that stands on each kind: the last that a person made."""
    return {decision.kind: decision for decision in _decisions(entries)}


def release_in(entries: Sequence[Entry]) -> Release | None:
    """The last release with its re-checks; None where nobody was left in peace."""
    at, release = -1, None
    for place, each in enumerate(entries):
        if each.event is Event.SLUPPET and not each.emptied:
            at, release = place, each
    if release is None:
        return None
    later = entries[at + 1 :]
    done = {each.detail["due"]: each for each in _of(later, Event.GENTJEK)}
    rechecks = tuple(_recheck(day, done.get(day)) for day in release.detail["rechecks"])
    other = any(each.kind is Kind.SLIP for each in _decisions(later))
    ended = other or any(each.says not in (None, Says.KAN_SLIPPES) for each in rechecks)
    return Release(_decision(release), rechecks, ended)


def corrections_in(entries: Sequence[Entry]) -> tuple[Correction, ...]:
    """The corrections that hold, the last of each feature."""
    letters = (each for each in _of(entries, *LETTERS) if each.detail["letter"] in ON_CORRECTIONS)
    told_at = max((each.number for each in letters), default=0)
    found = {}
    for each in _of(entries, Event.RETTET):
        given = each.detail
        found[given["feature"]] = Correction(
            given["feature"], given["was"], given["value"], each.who, each.at, given["why"], each.number < told_at
        )
    return tuple(found.values())


def _of(entries: Sequence[Entry], *events: Event) -> Iterator[Entry]:
    return (each for each in entries if each.event in events and not each.emptied)


def _decisions(entries: Sequence[Entry]) -> Iterator[Decision]:
    return map(_decision, _of(entries, *DECISIONS))


def _decision(entry: Entry) -> Decision:
    given = entry.detail
    return Decision(
        Kind(given["kind"]),
        entry.event,
        Says(given["says"]),
        Says(given["advised"]),
        entry.who,
        entry.at,
        given["reason"],
        given["why"],
        entry.about,
        given["landmark"],
    )


def _recheck(due: str, done: Entry | None) -> Recheck:
    day = dt.date.fromisoformat(due)
    return Recheck(day, Says(done.detail["says"]), done.who, done.at) if done else Recheck(day)


def _may_see(usable: Assessed | None, kind: Kind, own: Mapping[Kind, OwnAssessment], policy: Policy) -> bool:
    """All questions are answered before any advice is shown: the chance of one is that of another, and what a
    certificate would change tells what the other two say. So one advice alone would tell all three."""
    if usable is None or usable.withheld or usable.assessment.of(kind) is None:
        return False
    return not policy.own_first or _all_answered(own)


def _all_answered(own: Mapping[Kind, OwnAssessment]) -> bool:
    return all(kind in own for kind in Kind)


def _without_hidden(assessment: Assessment, visible: Mapping[Kind, bool]) -> Assessment:
    seen = tuple(each for each in assessment.advice if visible[each.kind])
    return assessment if len(seen) == len(assessment.advice) else assessment.model_copy(update={"advice": seen})


def _withheld_told(usable: Assessed, own: Mapping[Kind, OwnAssessment], policy: Policy) -> Withheld | None:
    """That an advice is withheld, where it may be known. Of a shadow case only when the own assessments are written."""
    if usable.withheld is Withheld.SKYGGE and policy.own_first and not _all_answered(own):
        return None
    return usable.withheld


def _news(usable: Assessed | None, visible: Mapping[Kind, bool], decisions: Mapping[Kind, Decision]) -> Iterator[Kind]:
    for kind, decision in decisions.items():
        advice = usable.assessment.of(kind) if usable and visible[kind] else None
        if advice and usable and decision.assessment != usable.assessment.id and advice.says is not decision.advised:
            yield kind


def _shown(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, the latest first, without what they would give away."""
    for each in reversed(entries):
        if each.event is not Event.TILBAGEHOLDT:
            yield dataclasses.replace(each, written="{}") if each.event in _HIDES and each.written else each
