"""`pejl screening trial stop`: nobody is drawn any more."""

from __future__ import annotations

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.access_users import Who, who_does_this
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_trial_asked import Name, Reason, trial_opened
from pejl.screening.trial import services

app = new_app(add_completion=False)


@app.command("stop")
def stop_command(trial: Name, why: Reason, who: Who = "") -> None:
    """Stop TRIAL: nobody is drawn, and no arm decides any more what is shown; who was drawn is still followed."""
    with trial_opened():
        services.stop(trial, who=who_does_this(who), why=why)
    answer(f"{trial}: stopped.")
