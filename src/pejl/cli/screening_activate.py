"""`pejl screening activate`: a signed model taken in use."""

from __future__ import annotations

from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_model_asked import ModelName, Owner, Reason, model_meant, of_models
from pejl.screening.gate import services

app = new_app(add_completion=False)


@app.command("activate")
def activate(who: Owner, why: Reason, model: ModelName = "") -> None:
    """Take a model in use that passes and was signed for; another that was in use is so no more.

    It is refused where a file is not the one that was signed, the model is too old, it was taken out of use and not
    signed again, or a trial runs with another model.
    """
    with of_models():
        name = model_meant(model)
        services.activate(settings.HOME, name, who=who, why=why)
    answer(f"{name} is in use.")
