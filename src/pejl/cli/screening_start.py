"""`pejl screening start`: the screening let run again."""

from __future__ import annotations

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_asked import Named, Reason, of_screening
from pejl.screening.services import standing

app = new_app(add_completion=False)


@app.command("start")
def start_command(who: Named, why: Reason) -> None:
    """Let the screening run again, after it was stopped."""
    with of_screening():
        standing.start(who=who, why=why)
    answer("The screening runs again.")
