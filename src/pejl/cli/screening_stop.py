"""`pejl screening stop`: the screening stopped for everyone."""

from __future__ import annotations

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_asked import Named, Reason, of_screening
from pejl.screening.services import standing

app = new_app(add_completion=False)


@app.command("stop")
def stop_command(who: Named, why: Reason) -> None:
    """Stop the screening for everyone, at once.

    Nobody is assessed, no advice is shown or acted on, no questions are sent. Who was left in peace is looked at again
    all the same. The model stays in use, so that `start` is enough to go on.
    """
    with of_screening():
        standing.stop(who=who, why=why)
    answer("The screening is stopped.")
