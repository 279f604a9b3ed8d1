"""`pejl record`: the chapter on keeping minutes and finding them again."""

from __future__ import annotations

from pejl.cli.chapters import Section, Sections, new_app

# A word may begin with "-", which leaves it out, so what is no option is a word, and "-h" is not short for help here.
WORDS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


class Record(Sections):
    """All commands on the record, in the order of the help."""

    sections = {
        "import": Section("pejl.cli.record_write", "import_files"),
        "check": Section("pejl.cli.record_check", "check_record"),
        "completeness": Section("pejl.cli.record_completeness", "completeness"),
        "list": Section("pejl.cli.record_find", "list_meetings"),
        "show": Section("pejl.cli.record_find", "show"),
        "search": Section("pejl.cli.record_find", "search", {"context_settings": WORDS}),
        "export": Section("pejl.cli.record_export", "export_record"),
        "retract": Section("pejl.cli.record_retract", "retract"),
        "restore": Section("pejl.cli.record_retract", "restore"),
        "withdrawn": Section("pejl.cli.record_retract", "withdrawn"),
        "verify": Section("pejl.cli.record_verify", "verify"),
        "rebuild": Section("pejl.cli.record_write", "rebuild"),
        "money": Section("pejl.cli.record_money", "money_asked_for"),
        "promises": Section("pejl.cli.record_promises", "app"),
    }


app = new_app(cls=Record, no_args_is_help=True, add_completion=False)


@app.callback()
def record() -> None:
    """Keep minutes in the record, and find them again."""
