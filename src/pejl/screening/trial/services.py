"""Verbs of trials: register a protocol, draw somebody, write a look or a complaint down, stop, open the seed."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone

from pejl.acts.services import Unsigned, record_act
from pejl.calendar.days import danish_day
from pejl.calendar.rows import in_a_row
from pejl.home.folders import Home
from pejl.screening.trial.candidate import Candidate, hindrance
from pejl.screening.trial.changed import changed, forbidden, in_danish
from pejl.screening.trial.drawing import Stratum, band_of, next_arm
from pejl.screening.trial.models import Allocation
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.protocol_file import BadProtocol, read_protocol, sha256
from pejl.screening.trial.queries import (
    NoTrial,
    anybody_drawn,
    drawn_in_stratum,
    drawn_person,
    other_trial_of,
    trial_named,
    trials,
)
from pejl.screening.trial.seed import NoSeed, commitment, kept_seed, make_seed
from pejl.screening.trial.state import Drawn, Look, Trial, Version
from pejl.screening.trial.verbs import SUBJECT, Verb

__all__ = [
    "BadProtocol",
    "NoSeed",
    "NoTrial",
    "NotDrawn",
    "NotPossible",
    "Unsigned",
    "complain",
    "enrol",
    "erase",
    "open_seed",
    "record_look",
    "register",
    "stop",
]

_TRIES = 20
ERASED = "-"
"""What stands before the number of a draw in the place of a person who was forgotten."""


class NotDrawn(ValueError):
    """Somebody cannot be drawn. `str()` says why, in Danish. Nothing was written."""


class NotPossible(ValueError):
    """What was asked of the trial cannot be done as it stands. `str()` says why, in Danish."""


@transaction.atomic
def register(home: Home, written: bytes, *, who: str, why: str = "") -> Version:
    """Register a protocol as an act with its hash, or another version of one that is registered.

    Raises `BadProtocol` with all that is wrong, `NotPossible` for a version that cannot follow the last, and `Unsigned`
    without a name, or without a reason for a change after the first draw.
    """
    protocol = read_protocol(written)
    known = {trial.name: trial for trial in trials()}.get(protocol.name)
    detail = {"text": written.decode("utf-8-sig"), "sha256": sha256(written), "version": protocol.version}
    subject = f"{SUBJECT}{protocol.name}"
    if known is None:
        if protocol.version != 1:
            raise NotPossible("Den første protokol for et forsøg har version = 1.")
        seed = make_seed(home, protocol.name)
        record_act(Verb.REGISTERED, subject, who=who, why=why, detail={**detail, "commitment": commitment(seed)})
    else:
        fields = _another(known, protocol)
        verb = Verb.AMENDED if anybody_drawn(protocol.name) else Verb.REGISTERED
        told = {**detail, "commitment": known.commitment, "changed": list(fields)}
        record_act(verb, subject, who=who, why=why, detail=told)
    return trial_named(protocol.name).versions[-1]


def enrol(home: Home, name: str, candidate: Candidate, *, who: str, day: dt.date | None = None) -> Drawn:
    """Draw somebody's arm, now; the same arm again for whoever was drawn before.

    The arm is derived here and nowhere before. Two at the same moment get two places in the stratum. Raises `NotDrawn`
    with the one reason, `NoTrial` and `NoSeed`.
    """
    if not who.strip():
        raise Unsigned("An act needs the name of the person who does it.")
    trial, on = trial_named(name), day or timezone.localdate()
    for _ in range(_TRIES):
        before = drawn_person(name, candidate.person)
        if before is not None:
            return before
        _see_may_be_drawn(trial, candidate, on)
        try:
            with transaction.atomic():
                return _draw(home, trial, candidate, who, on)
        except IntegrityError:
            continue
    raise NotDrawn("Så mange trækkes på én gang, at der ikke blev en plads fri. Prøv igen.")


def stop(name: str, *, who: str, why: str) -> Trial:
    """Stop a trial: nobody is drawn any more. Raises `NotPossible` where it is stopped already."""
    trial = trial_named(name)
    if trial.stopped is not None:
        raise NotPossible(f"Forsøget blev stoppet {danish_day(timezone.localdate(trial.stopped.at))}.")
    record_act(Verb.STOPPED, f"{SUBJECT}{name}", who=who, why=why)
    return trial_named(name)


def complain(name: str, spell: str, day: dt.date, *, who: str, why: str) -> None:
    """Write down that somebody who was drawn complained on a day. Raises `NotPossible` for a spell that was not drawn,
    and for a day before the draw or to come."""
    trial = trial_named(name)
    row = Allocation.objects.filter(trial=trial.name, spell=spell).first()
    if row is None:
        raise NotPossible(f"Sygeforløbet {spell} er ikke med i forsøget »{name}«.")
    if not row.day <= day <= timezone.localdate():
        raise NotPossible(f"Klagens dag skal ligge fra {danish_day(row.day)}, hvor der blev trukket, til i dag.")
    record_act(Verb.HARM, f"{SUBJECT}{name}", who=who, why=why, detail={"draw": row.pk, "day": day.isoformat()})


def erase(person: str) -> int:
    """Forget whom the draws of a person were of, where the law wants the person forgotten; how many there were.

    Stratum, place and arm stay, so that everybody else's can still be derived again; the course counts no more.
    """
    rows = list(Allocation.objects.filter(person=person))
    for row in rows:
        Allocation._base_manager.filter(pk=row.pk).update(person=f"{ERASED}{row.pk}", spell="")
    return len(rows)


def record_look(name: str, look: Look, *, who: str) -> None:
    """Write down that the trial was looked at, what was seen and what was said. A look is counted, whatever it said."""
    detail = {
        **look.detail,
        "number": look.number,
        "last": look.last,
        "ends": look.ends,
        "z": look.z,
        "bound": look.bound,
        "harm_bound": look.harm_bound,
        "says": look.says,
        "snapshot": look.snapshot,
    }
    record_act(Verb.LOOKED, f"{SUBJECT}{name}", who=who, detail=detail)


def open_seed(home: Home, name: str, *, who: str, why: str = "") -> Trial:
    """Tell the seed, when the trial is over. Raises `NotPossible` before, `NoSeed` where it is not the one."""
    trial = trial_named(name)
    if trial.seed is not None:
        return trial
    last = max(trial.protocol.enrols_until, max((v.protocol.enrols_until for v in trial.versions), default=dt.date.min))
    if trial.stopped is None and timezone.localdate() <= last:
        raise NotPossible(
            f"Der trækkes til og med {danish_day(last)}. Åbnes tallet nu, kan den næste arm regnes ud. "
            "Stop forsøget først, eller vent."
        )
    seed = kept_seed(home, name, trial.commitment)
    record_act(Verb.OPENED, f"{SUBJECT}{name}", who=who, why=why, detail={"seed": seed.hex()})
    return trial_named(name)


def _another(known: Trial, protocol: Protocol) -> tuple[str, ...]:
    """What differs from the version that holds. Raises `NotPossible`."""
    before = known.protocol
    if known.stopped is not None or known.seed is not None:
        raise NotPossible(f"Forsøget »{known.name}« er stoppet. Et nyt forsøg får et nyt navn.")
    if protocol.version != before.version + 1:
        raise NotPossible(f"Forsøget har version {before.version}. Den næste har version = {before.version + 1}.")
    fields = changed(before, protocol)
    if not fields:
        raise NotPossible("Der er ikke ændret noget i protokollen ud over versionen.")
    fixed = forbidden(before, protocol) if anybody_drawn(known.name) else ()
    if fixed:
        raise NotPossible(
            f"Efter den første trækning kan {in_a_row(in_danish(fixed))} ikke ændres: de trækninger, der er "
            "sket, ville blive til noget andet. Steder kan lægges til. Andet kræver et nyt forsøg."
        )
    return fields


def _see_may_be_drawn(trial: Trial, candidate: Candidate, day: dt.date) -> None:
    if trial.stopped is not None:
        raise NotDrawn(f"Forsøget blev stoppet {danish_day(timezone.localdate(trial.stopped.at))}.")
    if trial.seed is not None:
        raise NotDrawn("Forsøgets hemmelige tal er åbnet: den næste arm kunne regnes ud, så ingen trækkes mere.")
    reason = hindrance(candidate, trial.protocol, day)
    if reason:
        raise NotDrawn(reason)
    other = other_trial_of(candidate.person, trial.name, day)
    if other:
        raise NotDrawn(f"Borgeren er allerede med i forsøget »{other}«.")


def _draw(home: Home, trial: Trial, candidate: Candidate, who: str, day: dt.date) -> Drawn:
    protocol = trial.protocol
    site = protocol.site_of(candidate.municipality, candidate.unit, candidate.team)
    if site is None or candidate.chance is None:
        raise NotDrawn("Sygeforløbet hører ikke til et af forsøgets steder og bånd.")
    stratum = Stratum(site.word, candidate.team or "", band_of(candidate.chance, protocol.draw.bands))
    position = drawn_in_stratum(trial.name, stratum)
    seed = kept_seed(home, trial.name, trial.commitment)
    arms = (protocol.arms[0].word, protocol.arms[1].word)
    arm = next_arm(seed, trial.name, stratum, arms, protocol.draw.blocks, position)
    row = Allocation.objects.create(
        trial=trial.name,
        version=protocol.version,
        site=stratum.site,
        team=stratum.team,
        band=stratum.band,
        position=position,
        arm=arm,
        person=candidate.person,
        spell=candidate.spell,
        day=day,
        at=timezone.now(),
        who=" ".join(who.split()),
    )
    return Drawn(row.pk, trial.name, row.version, stratum, position, arm, row.person, row.spell, row.day)
