"""`pejl api`: the API described."""

from __future__ import annotations

import sys

from pejl.cli import django_ready as django_ready
from pejl.cli.chapters import new_app
from pejl.cli.console import AsJson, answer_json
from pejl.web.api import description, description_as_yaml

app = new_app(help="Describe the API under /api/v1/.", no_args_is_help=True, add_completion=False)


@app.callback()
def api() -> None:
    """Describe the API under /api/v1/."""


@app.command("schema")
def schema(as_json: AsJson = False) -> None:
    """Print the OpenAPI description, which is committed as docs/openapi.yaml."""
    if as_json:
        answer_json(description())
    else:
        sys.stdout.write(description_as_yaml())
