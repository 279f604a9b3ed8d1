"""Which model is in use, and how far each model has come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils import timezone

from pejl import when_used
from pejl.acts.models import Act
from pejl.acts.queries import acts_on
from pejl.calendar.days import danish_day
from pejl.calendar.rows import in_a_row
from pejl.home.folders import Home
from pejl.screening.gate.demand import Verdict
from pejl.screening.gate.minimums import Minimums, NoMinimums, minimums_of
from pejl.screening.gate.on_disk import Hashes, NoModel, OnDisk, hashes_of, names, on_disk
from pejl.screening.gate.state import InUse, Listed, Signature, Standing, Step, Suspended
from pejl.screening.gate.verbs import IN_USE, SUBJECT, Cause, Verb
from pejl.screening.gate.verdict import verdict

if TYPE_CHECKING:
    from pejl.screening.gate import opened
    from pejl.screening.model.hazard_model import HazardModel
    from pejl.screening.training.run import TrainingRun
else:
    opened = when_used.module("pejl.screening.gate.opened")


@dataclass(frozen=True)
class ActiveModel:
    """The model in use. Its files were those that were signed when it was asked for, and are held against the hash
    again when the model is opened."""

    id: str
    hash: str
    home: Home
    since: dt.datetime
    who: str

    @property
    def model(self) -> HazardModel:
        """The model itself, read once and kept as long as its file is the same. Raises what `read_model` raises."""
        return opened.opened(self.home, self.id, self.hash)

    @property
    def run(self) -> TrainingRun:
        """The record of its training. Raises `NoModel` where it is not whole any more."""
        return on_disk(self.home, self.id).run


def active_model(home: Home) -> ActiveModel | None:
    """The model in use; None where there is none, it was suspended, or its files are not those that were signed.

    Why there is none is for `standing` to say.
    """
    now = standing(home)
    if now.in_use is None or not now.whole:
        return None
    used = now.in_use
    return ActiveModel(used.model, used.hashes.model, home, used.at, used.who)


def standing(home: Home) -> Standing:
    """What is in use, as the acts and the files have it."""
    last = _last_use()
    if last is None:
        return Standing(None, None, False, "Der er ikke taget nogen model i brug.")
    if isinstance(last, Suspended):
        said = f"Modellen {last.model} blev taget ud af brug {day_told(last.at)}: {last.why}"
        return Standing(None, last, False, said)
    if _hashes(home, last.model) != last.hashes:
        said = (
            f"Modellen {last.model} er i brug, men dens filer er ikke dem, der blev skrevet under på. Den bruges ikke. "
            "Læg filerne tilbage fra sikkerhedskopien, eller tag en anden model i brug."
        )
        return Standing(last, None, False, said)
    said = f"Modellen {last.model} er i brug siden {day_told(last.at)}. {last.who} har taget den i brug."
    return Standing(last, None, True, said)


def signature_of(model: str) -> Signature | None:
    """The last signature for a model; None where nobody has signed."""
    signed = [act for act in acts_on([f"{SUBJECT}{model}"]).get(f"{SUBJECT}{model}", []) if act.verb == Verb.SIGNED]
    return _signature(signed[-1]) if signed else None


def last_suspension(model: str) -> Suspended | None:
    """The last time that the model was taken out of use; None where it never was."""
    found = [act for act in _uses() if act.verb == Verb.SUSPENDED and act.detail["model"] == model]
    return _suspended(found[-1]) if found else None


def run_before(home: Home, model: str) -> TrainingRun | None:
    """The record of the model that was last in use before this one, or is in use now; None where there was none."""
    earlier: list[str] = []
    for act in _uses():
        if act.detail["model"] == model:
            break
        earlier.append(act.detail["model"])
    if not earlier:
        return None
    try:
        return on_disk(home, earlier[-1]).run
    except NoModel:
        return None


def models(home: Home) -> list[Listed]:
    """All models, the newest last, each as far as it has come."""
    try:
        minimums = minimums_of(home)
    except NoMinimums as trouble:
        return [Listed(name, Step.DAMAGED, str(trouble)) for name in names(home)]
    now = standing(home)
    used = {act.detail["model"] for act in _uses() if act.verb == Verb.ACTIVATED}
    listed = [_listed(home, name, minimums, now, used) for name in names(home)]
    return sorted(listed, key=lambda each: (each.run.made.timestamp() if each.run else 0.0, each.name))


def newest(home: Home) -> str | None:
    """The name of the model that was trained last, among those that are whole; None where there is none."""
    made: list[tuple[dt.datetime, str]] = []
    for name in names(home):
        try:
            made.append((on_disk(home, name).run.made, name))
        except NoModel:
            continue
    return max(made)[1] if made else None


def day_told(at: dt.datetime) -> str:
    """The local day of an act, as people write it."""
    return danish_day(timezone.localdate(at))


def _listed(home: Home, name: str, minimums: Minimums, now: Standing, used: set[str]) -> Listed:
    try:
        found, judged = _judged(home, name, hashes_of(home, name), minimums)
    except NoModel as trouble:
        return Listed(name, Step.DAMAGED, str(trouble))
    signature = signature_of(name)
    if signature is not None and signature.hashes != found.hashes:
        said = "Filerne er ikke dem, der blev skrevet under på."
        return Listed(name, Step.DAMAGED, said, found.run, judged, signature)
    step, said = _step(name, judged.passed, signature, now, used)
    if step is Step.FAILS:
        said = f"Opfylder ikke: {in_a_row(demand.danish for demand in judged.broken)}."
    return Listed(name, step, said, found.run, judged, signature)


@lru_cache(maxsize=32)
def _judged(home: Home, name: str, _hashes: Hashes | None, minimums: Minimums) -> tuple[OnDisk, Verdict]:
    """A model with its verdict, judged once for these bytes and these minimums: both follow from them alone."""
    found = on_disk(home, name)
    return found, verdict(found.run, minimums)


def _step(name: str, passes: bool, signature: Signature | None, now: Standing, used: set[str]) -> tuple[Step, str]:
    if now.in_use is not None and now.in_use.model == name:
        return Step.ACTIVE, now.sentence
    suspended = last_suspension(name)
    if suspended is not None and (signature is None or signature.at <= suspended.at):
        return Step.SUSPENDED, suspended.why
    if not passes:
        return Step.FAILS, ""
    if signature is None:
        return Step.PASSES, "Ingen har skrevet under på den."
    if name in used:
        return Step.RETIRED, "En anden model er taget i brug siden."
    return Step.SIGNED, f"{signature.who} skrev under {day_told(signature.at)}."


def _hashes(home: Home, model: str) -> Hashes | None:
    try:
        return hashes_of(home, model)
    except NoModel:
        return None


def _uses() -> list[Act]:
    """Every time a model was taken in use or out of it, in order."""
    return [act for act in acts_on([IN_USE]).get(IN_USE, []) if act.verb in (Verb.ACTIVATED, Verb.SUSPENDED)]


def _last_use() -> InUse | Suspended | None:
    acts = _uses()
    if not acts:
        return None
    last = acts[-1]
    if last.verb == Verb.SUSPENDED:
        return _suspended(last)
    return InUse(last.detail["model"], _hashes_in(last), last.who, last.at, last.why)


def _signature(act: Act) -> Signature:
    model = act.subject.removeprefix(SUBJECT)
    return Signature(model, _hashes_in(act), act.who, act.at, act.why, act.detail["minimums"])


def _suspended(act: Act) -> Suspended:
    return Suspended(act.detail["model"], act.who, act.at, act.why, Cause(act.detail["cause"]))


def _hashes_in(act: Act) -> Hashes:
    return Hashes(act.detail["run_hash"], act.detail["model_hash"])
