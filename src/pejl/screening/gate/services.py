"""Verbs about models: signed by a named owner, taken in use, taken out of use. Each is an act and an entry of the log.

A model is judged again, from the bytes that lie there, at each of the first two. What is signed and what is taken in
use is named by the hashes of record and model file; anything else under the same name is not it.
"""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager

from django.db import transaction
from django.utils import timezone

from pejl.acts.services import Unsigned, record_act
from pejl.calendar.rows import in_a_row
from pejl.calendar.written_words import one_line
from pejl.home.folders import Home
from pejl.home.turn import turn
from pejl.screening.assessments.events import Event
from pejl.screening.documents.written import write_documents
from pejl.screening.gate.demand import Verdict
from pejl.screening.gate.minimums import Minimums, minimums_of
from pejl.screening.gate.on_disk import OnDisk, on_disk
from pejl.screening.gate.queries import day_told, last_suspension, run_before, signature_of, standing
from pejl.screening.gate.state import Signature
from pejl.screening.gate.verbs import IN_USE, SUBJECT, Cause, Verb
from pejl.screening.gate.verdict import verdict
from pejl.screening.services import chain
from pejl.screening.trial.queries import trials

__all__ = ["Refused", "Unsigned", "activate", "sign", "suspend"]

LOCK = "lock"


class Refused(ValueError):
    """The gate does not let it through. `str()` says why, in Danish."""


def sign(home: Home, run_id: str, *, who: str, why: str) -> Verdict:
    """Record that a named owner answers for a model that passes. Its documents are written beside it.

    Raises `Refused` where it does not pass, `NoModel`, `NoMinimums`, and `Unsigned` without a name or a reason.
    """
    _named(who, why)
    with _turn(home):
        found, judged = _judged(home, run_id, minimums_of(home))
        documents = write_documents(home, found.run, judged, before=run_before(home, run_id))
        detail = {**_hashes(found), "minimums": judged.minimums, "documents": documents}
        record_act(Verb.SIGNED, f"{SUBJECT}{run_id}", who=who, why=one_line(why), detail=detail)
    return judged


def activate(home: Home, run_id: str, *, who: str, why: str) -> None:
    """Take a signed model in use; another that was in use is so no more.

    Raises `Refused`, `NoModel`, `NoMinimums` and `Unsigned`.
    """
    _named(who, why)
    with _turn(home), transaction.atomic():
        minimums = minimums_of(home)
        found, _ = _judged(home, run_id, minimums)
        signature = signature_of(run_id)
        _see_signed(found, signature)
        _see_young(found, minimums)
        _see_no_other_trial(found)
        detail = {"model": run_id, **_hashes(found)}
        record_act(Verb.ACTIVATED, IN_USE, who=who, why=one_line(why), detail=detail)
        chain.append(Event.AKTIVERET, who=who, detail={**detail, "why": one_line(why)})


def suspend(home: Home, *, who: str, why: str, cause: Cause = Cause.PERSON) -> str:
    """Take the model in use out of it, and return which it was. Raises `Refused` where none is, and `Unsigned`.

    It asks nothing of the model's files: what is damaged can be stopped too.
    """
    _named(who, why)
    with _turn(home), transaction.atomic():
        now = standing(home)
        if now.in_use is None:
            raise Refused(f"Der er ingen model at tage ud af brug. {now.sentence}")
        detail = {"model": now.in_use.model, "cause": cause.value}
        record_act(Verb.SUSPENDED, IN_USE, who=who, why=one_line(why), detail=detail)
        chain.append(Event.SUSPENDERET, who=who, detail={**detail, "why": one_line(why)})
        return now.in_use.model


def _turn(home: Home) -> AbstractContextManager[None]:
    """One at a time: what is judged is what is signed, and what is signed is what is taken in use."""
    return turn(home.models / LOCK)


def _named(who: str, why: str) -> None:
    if not who.strip() or not why.strip():
        raise Unsigned("Navnet på den, der gør det, og grunden skal være der.")


def _hashes(found: OnDisk) -> dict[str, str]:
    return {"run_hash": found.hashes.run, "model_hash": found.hashes.model}


def _judged(home: Home, run_id: str, minimums: Minimums) -> tuple[OnDisk, Verdict]:
    found = on_disk(home, run_id)
    judged = verdict(found.run, minimums)
    if not judged.passed:
        broken = in_a_row(demand.danish for demand in judged.broken)
        raise Refused(f"Modellen {run_id} opfylder ikke kravene: {broken}.")
    return found, judged


def _see_signed(found: OnDisk, signature: Signature | None) -> None:
    if signature is None:
        raise Refused(f"Ingen har skrevet under på modellen {found.run.id}. Det skal en navngiven ejer gøre først.")
    if signature.hashes != found.hashes:
        raise Refused(f"Filerne i modellen {found.run.id} er ikke dem, der blev skrevet under på. Skriv under igen.")
    suspended = last_suspension(found.run.id)
    if suspended is not None and signature.at <= suspended.at:
        raise Refused(
            f"Modellen {found.run.id} blev taget ud af brug {day_told(suspended.at)}: {suspended.why} "
            "En ejer skal skrive under på den igen."
        )


def _see_young(found: OnDisk, minimums: Minimums) -> None:
    now = timezone.now()
    if found.run.made > now + dt.timedelta(minutes=5):
        raise Refused("Modellen er efter sin træning lavet i fremtiden. Uret er gået galt, eller træningen er ændret.")
    days = (now - found.run.made).days
    if days > minimums.age.days_most:
        raise Refused(
            f"Modellen er {days} dage gammel og må højst være {minimums.age.days_most}. Træn en ny på friske data."
        )


def _see_no_other_trial(found: OnDisk) -> None:
    """While a trial runs, its one model is frozen: an amendment of the protocol names another, or none is taken in."""
    today = timezone.localdate()
    for trial in trials():
        running = trial.protocol.starts <= today and not trial.over(today)
        if running and trial.protocol.model.hash != found.hashes.model:
            raise Refused(
                f"Forsøget »{trial.name}« kører med modellen {trial.protocol.model.id}, og så længe er den låst. "
                "En ændring af protokollen kan nævne en anden."
            )
