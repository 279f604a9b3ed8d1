"""`pejl record`: the chapter on keeping minutes and finding them again."""

from __future__ import annotations

from pejl.cli import (
    record_check,
    record_completeness,
    record_export,
    record_find,
    record_money,
    record_promises,
    record_retract,
    record_write,
)
from pejl.cli.chapters import new_app

app = new_app(help="Keep minutes in the record, and find them again.", no_args_is_help=True, add_completion=False)
app.command("import")(record_write.import_files)
app.command("check")(record_check.check_record)
app.command("completeness")(record_completeness.completeness)
app.command("list")(record_find.list_meetings)
app.command("show")(record_find.show)
# A word may begin with "-", which leaves it out, so what is no option is a word, and "-h" is not short for help here.
app.command("search", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})(
    record_find.search
)
app.command("export")(record_export.export_record)
app.command("retract")(record_retract.retract)
app.command("restore")(record_retract.restore)
app.command("withdrawn")(record_retract.withdrawn)
app.command("rebuild")(record_write.rebuild)
app.command("money")(record_money.money_asked_for)
app.add_typer(record_promises.app, name="promises")
