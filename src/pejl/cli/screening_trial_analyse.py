"""`pejl screening trial analyse`: a look at a trial, when its protocol lets anybody look."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.access_users import Who, who_does_this
from pejl.cli.chapters import new_app
from pejl.cli.console import AsJson, answer, answer_json, remark
from pejl.cli.screening_trial_asked import AsKnown, Name, trial_opened
from pejl.register.register import Register
from pejl.screening.trial import queries, services
from pejl.screening.trial.analysed import Analysed, analysed
from pejl.screening.trial.analysis_told import AnalysisTold, analysis_told
from pejl.screening.trial.effect_lines import effect_lines, harm_lines
from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.state import Look

app = new_app(add_completion=False)


@app.command("analyse")
def analyse_command(trial: Name, snapshot: AsKnown = "", who: Who = "", as_json: AsJson = False) -> None:
    """Look at TRIAL and say whether it goes on; at its end, tell what was found, everybody counted as drawn.

    A look before its time is refused. Each look is an act and is counted, and the bounds of the looks that follow
    depend on it. Before the last look only the stop rule's word and the harms are told.
    """
    with trial_opened():
        known = queries.trial_named(trial)
        drawn, complaints = queries.drawn_in(trial), queries.complaints(trial)
        named = snapshot or (known.looks[-1].snapshot if known.looks and known.looks[-1].last else "")
        of = Register(settings.HOME).snapshot(named)
        found = analysed(of, known, drawn, complaints)
        if not found.due.again:
            services.record_look(trial, _look(found, of.id), who=who_does_this(who))
    told = analysis_told(found.analysis, found.says)
    if as_json:
        answer_json(told.as_data())
    else:
        answer("\n".join(_lines(told, known.protocol)))
    if found.due.again:
        remark("The last look was made before: this is the same one, and is not counted again.")


def _look(found: Analysed, snapshot: str) -> Look:
    due = found.due
    return Look(
        number=due.number,
        last=due.last,
        ends=found.ends,
        z=found.z,
        bound=due.bound,
        harm_bound=due.harm_bound,
        says=found.says.value,
        snapshot=snapshot,
        who="",
        at=timezone.now(),
        detail={"harms": {harm.word: harm.z for harm in found.analysis.harms}},
    )


def _lines(told: AnalysisTold, protocol: Protocol) -> Iterator[str]:
    yield f"{protocol.title}: kig {told.analysis.look}, øjebliksbillede {told.analysis.snapshot}"
    yield told.says.danish
    if told.effect:
        yield ""
        yield from effect_lines(told, protocol)
    yield from harm_lines(told)
