"""What people do to the register: rows forgotten everywhere, with an act that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pejl.acts.queries import acts_on
from pejl.acts.services import Unsigned, record_act
from pejl.calendar.stray_numbers import without_numbers
from pejl.home.folders import Home
from pejl.home.turn import turn
from pejl.intake.key import Key
from pejl.intake.progress import Tell
from pejl.register import forgetting, kept
from pejl.register.forgotten import mark_of
from pejl.register.loading import load
from pejl.register.places import Places
from pejl.register.report import Report
from pejl.register.verbs import Verb

__all__ = ["Forgot", "OtherKey", "Unsigned", "finish_forgetting", "forget_before", "forget_person", "load_delivery"]


class OtherKey(Exception):
    """The key is not the one that the register's pseudonyms were made with. `str()` says what to do."""


@dataclass(frozen=True)
class Forgot:
    """What went: rows by table, over all snapshots; a row of two snapshots counts twice. Where nothing went, no act."""

    rows: Mapping[str, int]
    snapshots: int
    number: str


def forget_person(home: Home, pseudonym: str, key: Key, *, who: str, why: str) -> Forgot:
    """Take a person out of every snapshot and its quarantined rows. Raises `Unsigned`, `OtherKey`, `Busy`."""
    places = Places.of(home)
    known = kept.manifests(places)
    if known and known[-1].key != key.fingerprint:
        raise OtherKey(f"The register was made with the key {known[-1].key}; the one that is set is {key.fingerprint}.")
    wish = forgetting.Wish(person=pseudonym, mark=mark_of(pseudonym, key), who=who, why=why)
    return _forget(home, wish)


def forget_before(home: Home, day: dt.date, *, who: str, why: str) -> Forgot:
    """Take all that was over before a day out of every snapshot, and persons who then have nothing left."""
    return _forget(home, forgetting.Wish(before=day, who=who, why=why))


def finish_forgetting(home: Home) -> None:
    """Finish what an earlier forgetting was stopped in, with its act."""
    places = Places.of(home)
    if places.forgetting.exists():
        with turn(places.lock):
            places.take_away_left_overs()
            _finish(home, places)


def load_delivery(path: Path, home: Home, key: Key, tell: Tell) -> Report:
    """Take in a delivery (see `register.loading.load`), after what an earlier forgetting left undone."""
    finish_forgetting(home)
    return load(path, home, key, tell)


def _forget(home: Home, wish: forgetting.Wish) -> Forgot:
    if not wish.who.strip() or not wish.why.strip():
        raise Unsigned("Forgetting needs the name of whoever decides it, and the reason.")
    places = Places.of(home)
    hidden = {"who": without_numbers(wish.who), "why": without_numbers(wish.why)}
    with turn(places.lock):
        places.take_away_left_overs()
        _finish(home, places)
        forgetting.write_down(places, wish.model_copy(update=hidden))
        return _finish(home, places)


def _finish(home: Home, places: Places) -> Forgot:
    """Rewrite, record, and only then let go of what was wished."""
    wish = forgetting.finish_rewriting(places)
    if wish is None:
        return Forgot({}, 0, "")
    known = {act.detail.get("number") for act in acts_on([wish.subject]).get(wish.subject, [])}
    if wish.rows and wish.number not in known:
        record_act(
            Verb.FORGET_BEFORE if wish.before else Verb.FORGET_PERSON,
            wish.subject,
            who=wish.who,
            why=wish.why,
            detail={"number": wish.number, "rows": wish.rows, "snapshots": sorted(wish.removed)},
        )
    forgetting.let_go_of_judged(home)
    forgetting.done(places)
    return Forgot(wish.rows, len(wish.removed), wish.number)
