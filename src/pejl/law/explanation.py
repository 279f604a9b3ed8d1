"""How an answer came about, as Danish text: for the command, for a letter, and for whoever must defend a decision."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.days import danish_day
from pejl.law.answer import Answer, Argument, Step
from pejl.law.label import heading, label
from pejl.law.parameters import Value
from pejl.law.status import Status
from pejl.law.written import written

SUPPOSED = "SCENARIE"
"""What stands at everything that a scenario has part in."""

_INDENT = "   "


def explained(answer: Answer) -> list[str]:
    """The lines of the whole explanation, each step after those that it rests on."""
    lines = [line for number, step in enumerate(answer.steps(), start=1) for line in step_lines(number, step)]
    if answer.scenario:
        lines += ["", "Svaret bygger på et scenarie. Det siger ikke, hvad nogen har ret til."]
    return lines


def sentence(step: Step) -> str:
    """What a step came to, in one sentence: what it is called, the value, the section."""
    return f"{heading(step.name)}: {step.written} ({step.cites})"


def because(argument: Argument) -> str:
    """One thing that a step looked at: told as such, told as unknown, or the answer of a step before."""
    if argument.given and argument.written == written(None):
        return f"{label(argument.name)}: ikke oplyst"
    return f"{label(argument.name)} = {argument.written}" + (" (oplyst)" if argument.given else "")


def amount(value: Value) -> str:
    """A parameter with value, days, status and source."""
    until = f"til {danish_day(value.until)}" if value.until else "og frem"
    says = f"scenarie: {value.scenario}" if value.scenario else value.status.danish
    return f"{value.danish}: {value.written}, {danish_day(value.since)} {until} ({says}; {value.source})"


def step_lines(number: int, step: Step) -> Iterator[str]:
    """One step: what came out, by which rule and section, what was looked at, and where it was read."""
    yield f"{number}. {sentence(step)}" + (f"  [{SUPPOSED}]" if step.scenario else "")
    yield f"{_INDENT}{step.danish}"
    if step.arguments:
        yield f"{_INDENT}Set på: {'; '.join(because(argument) for argument in step.arguments)}"
    for value in step.parameters:
        yield f"{_INDENT}{amount(value)}"
    yield f"{_INDENT}{_in_force(step)}"


def _in_force(step: Step) -> str:
    until = f" til {danish_day(step.until)}" if step.until else ""
    status = "" if step.status is Status.CONFIRMED else f"; {step.status.danish}"
    return f"Gælder fra {danish_day(step.since)}{until}. {step.by.name}. Kilde: {step.source}{status}"
