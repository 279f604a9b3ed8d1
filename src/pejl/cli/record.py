"""`pejl record`: the chapter on keeping minutes and finding them again."""

from __future__ import annotations

import typer

from pejl.cli import record_find, record_write

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Keep minutes in the record, and find them again.")
app.command("import")(record_write.import_files)
app.command("list")(record_find.list_meetings)
app.command("show")(record_find.show)
app.command("search")(record_find.search)
app.command("rebuild")(record_write.rebuild)
