"""What the law says about one person as plain data for other programs; see `pejl.law.told` for the law itself."""

from __future__ import annotations

from pejl.law.answer import Step
from pejl.law.asked import Asked, moved
from pejl.law.facts import as_json
from pejl.law.label import heading
from pejl.law.person_difference import Outcome, PersonDifference
from pejl.law.refusals import NoRule, NotGiven, NotSettled, Refusal
from pejl.law.told import Data

_KINDS = {NoRule: "no_rule", NotSettled: "not_settled", NotGiven: "not_given"}


def answer_data(each: Asked, *, explained: bool = True) -> Data:
    """One question's answer."""
    return {
        "name": each.name,
        "title": each.danish,
        "value": as_json(each.value),
        "written": each.written,
        "unit": each.unit,
        "refused": refusal_data(each.refusal),
        "scenario": each.scenario,
        "unknown": [given.name for given in each.unknown],
        "steps": [_step(step) for step in each.steps] if explained else [],
    }


def refusal_data(refusal: Refusal | None) -> Data | None:
    """Why there is no answer."""
    if refusal is None:
        return None
    return {"kind": _KINDS[type(refusal)], "name": refusal.name, "sentence": str(refusal)}


def person_data(found: PersonDifference) -> Data:
    """What differs for one person: the answers on both days, and each step that was or became another."""
    return {
        "values": [
            {
                "name": each.name,
                "title": heading(each.name),
                "before": _outcome(each.before),
                "after": _outcome(each.after),
                "changed": each.changed,
                "moved": moved(each),
            }
            for each in found.values
        ],
        "steps": [
            {
                "name": each.name,
                "title": heading(each.name),
                "before": _step(each.before) if each.before else None,
                "after": _step(each.after) if each.after else None,
            }
            for each in found.steps
        ],
    }


def _outcome(outcome: Outcome) -> Data:
    return {
        "value": as_json(outcome.value),
        "written": outcome.written,
        "refused": outcome.refused,
        "scenario": outcome.scenario,
    }


def _step(step: Step) -> Data:
    return {
        "name": step.name,
        "title": heading(step.name),
        "says": step.danish,
        "value": as_json(step.value),
        "written": step.written,
        "cites": step.cites,
        "since": step.since.isoformat(),
        "by": step.by.name,
        "status": step.status.value,
        "source": step.source,
        "scenario": step.scenario,
        "looked_at": [
            {"name": one.name, "title": heading(one.name), "written": one.written, "given": one.given}
            for one in step.arguments
        ],
        "parameters": [
            {
                "name": one.name,
                "title": one.danish,
                "written": one.written,
                "status": one.status.value,
                "source": one.source,
                "scenario": bool(one.scenario),
            }
            for one in step.parameters
        ],
    }
