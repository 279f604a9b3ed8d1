"""Trials, draws and arms, read back from acts and rows."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable

from django.utils import timezone

from pejl.acts.models import Act
from pejl.screening.assessments.events import Event
from pejl.screening.queries.chain import entries
from pejl.screening.trial.drawing import Stratum
from pejl.screening.trial.models import Allocation
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.state import Arm, Complaint, Drawn, Look, Stop, Trial, Version
from pejl.screening.trial.verbs import SUBJECT, Verb

_VERSIONS = (Verb.REGISTERED.value, Verb.AMENDED.value)


class NoTrial(ValueError):
    """There is no trial of that name. `str()` says so, and which there are, in Danish."""


def trials() -> list[Trial]:
    """Every registered trial, in the order in which they were registered."""
    acts = Act.objects.filter(subject__startswith=SUBJECT, verb__in=[verb.value for verb in Verb]).order_by("pk")
    by_name: dict[str, list[Act]] = {}
    for act in acts:
        by_name.setdefault(act.subject.removeprefix(SUBJECT), []).append(act)
    return [_trial(name, done) for name, done in by_name.items()]


def trial_named(name: str) -> Trial:
    """The trial of that name. Raises `NoTrial`."""
    acts = list(Act.objects.filter(subject=f"{SUBJECT}{name}", verb__in=[verb.value for verb in Verb]).order_by("pk"))
    if not acts:
        known = ", ".join(each.name for each in trials())
        raise NoTrial(f"Der er ikke registreret noget forsøg »{name}«." + (f" Der er: {known}." if known else ""))
    return _trial(name, acts)


def drawn_in(name: str) -> list[Drawn]:
    """Everyone who was drawn in a trial, in the order of the draws."""
    return [_drawn(row) for row in Allocation.objects.filter(trial=name).order_by("pk")]


def anybody_drawn(name: str) -> bool:
    """Whether the first draw has been made."""
    return Allocation.objects.filter(trial=name).exists()


def drawn_person(name: str, person: str) -> Drawn | None:
    """A person's place in a trial; None where they were not drawn."""
    row = Allocation.objects.filter(trial=name, person=person).first()
    return _drawn(row) if row else None


def drawn_in_stratum(name: str, stratum: Stratum) -> int:
    """How many were drawn in a stratum."""
    return Allocation.objects.filter(trial=name, site=stratum.site, team=stratum.team, band=stratum.band).count()


def arm_of(spell: str, day: dt.date) -> Arm | None:
    """The arm that a sick leave is in on a day; None where no trial runs for it then.

    A trial that was stopped, or whose follow-up is over, runs no more: what is shown is no longer decided by a draw.
    """
    for row in Allocation.objects.filter(spell=spell, day__lte=day).order_by("-pk"):
        trial = trial_named(row.trial)
        stopped = trial.stopped
        if day > trial.protocol.ends or (stopped and timezone.localdate(stopped.at) <= day):
            continue
        spec = trial.protocol.arm_named(row.arm)
        return Arm(row.trial, spec.word, spec.danish, spec.control, row.day)
    return None


def other_trial_of(person: str, name: str, day: dt.date) -> str | None:
    """Another trial that the person is in on that day: two at once would spoil both."""
    for row in Allocation.objects.filter(person=person).exclude(trial=name):
        if not trial_named(row.trial).over(day):
            return row.trial
    return None


def person_of(name: str, spell: str) -> str | None:
    """Whose the sick leave is that was drawn in a trial; None where none was."""
    row = Allocation.objects.filter(trial=name, spell=spell).first()
    return row.person if row else None


def shown(person: str, spell: str) -> bool:
    """Whether advice about the person's sick leave has been shown to anybody: then it can be nobody's control."""
    return any(entry.spell == spell for entry in entries(person=person, events=[Event.VIST]))


def drawing_on(day: dt.date) -> list[Trial]:
    """The trials that draw on that day. Whom they take (`candidate.hindrance`) is drawn before anything is shown."""
    return [
        trial
        for trial in trials()
        if not trial.stopped and not trial.seed and trial.protocol.starts <= day <= trial.protocol.enrols_until
    ]


def complaints(name: str) -> list[Complaint]:
    """The complaints that were written down in a trial, one for each that was told of."""
    acts = Act.objects.filter(subject=f"{SUBJECT}{name}", verb=Verb.HARM.value).order_by("pk")
    return [Complaint(act.detail["draw"], dt.date.fromisoformat(act.detail["day"])) for act in acts]


def _trial(name: str, acts: Iterable[Act]) -> Trial:
    by_verb: dict[str, list[Act]] = {}
    versions = []
    for act in acts:
        by_verb.setdefault(act.verb, []).append(act)
        if act.verb in _VERSIONS:
            versions.append(act)
    stops, opened = by_verb.get(Verb.STOPPED.value, []), by_verb.get(Verb.OPENED.value, [])
    return Trial(
        name=name,
        versions=tuple(map(_version, versions)),
        commitment=versions[0].detail["commitment"],
        looks=tuple(map(_look, by_verb.get(Verb.LOOKED.value, []))),
        stopped=Stop(stops[0].who, timezone.localtime(stops[0].at), stops[0].why) if stops else None,
        seed=bytes.fromhex(opened[0].detail["seed"]) if opened else None,
    )


def _version(act: Act) -> Version:
    told = act.detail
    return Version(
        protocol=Protocol.model_validate(tomllib.loads(told["text"])),
        text=told["text"],
        sha256=told["sha256"],
        who=act.who,
        at=timezone.localtime(act.at),
        why=act.why,
        changed=tuple(told.get("changed", ())),
        amends=act.verb == Verb.AMENDED.value,
    )


def _look(act: Act) -> Look:
    told = act.detail
    return Look(
        number=told["number"],
        last=told["last"],
        ends=told["ends"],
        z=told["z"],
        bound=told["bound"],
        harm_bound=told["harm_bound"],
        says=told["says"],
        snapshot=told["snapshot"],
        who=act.who,
        at=timezone.localtime(act.at),
        detail=told,
    )


def _drawn(row: Allocation) -> Drawn:
    stratum = Stratum(row.site, row.team, row.band)
    return Drawn(row.pk, row.trial, row.version, stratum, row.position, row.arm, row.person, row.spell, row.day)
