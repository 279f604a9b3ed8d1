"""`pejl register`: the chapter on deliveries and snapshots. Each command's module is opened when it is chosen, because
some need the database and some DuckDB, and `pejl register list` needs neither."""

from __future__ import annotations

from pejl.cli.chapters import Chapter, Contents, new_app


class RegisterContents(Contents):
    """The commands, in the order of the help."""

    chapters = {
        "load": Chapter("pejl.cli.register_load", "Take in a delivery: a folder or a zip with a delivery.toml."),
        "list": Chapter("pejl.cli.register_list", "List the snapshots, the newest last."),
        "show": Chapter("pejl.cli.register_show", "Show a snapshot's tables, and whether its files are whole."),
        "report": Chapter("pejl.cli.register_report", "Show again what came of a delivery."),
        "quarantine": Chapter("pejl.cli.register_quarantine", "Show or export the rows that were not accepted."),
        "diff": Chapter("pejl.cli.register_diff", "Tell two snapshots apart, row by row."),
        "forget": Chapter("pejl.cli.register_forget", "Remove a person, or all that is old, from every snapshot."),
        "key": Chapter("pejl.cli.register_key", "Make the key of the pseudonyms."),
        "simulate": Chapter("pejl.cli.register_simulate", "Make the invented municipality and take it in."),
        "contract": Chapter("pejl.cli.register_contract", "Describe what can be delivered, table by table."),
    }


app = new_app(
    cls=RegisterContents,
    help="Take in deliveries about people, and ask what they hold.",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback()
def register() -> None:
    """Take in deliveries about people, and ask what they hold.

    Persons stand under pseudonym everywhere; PEJL_KEY_FILE names the file with the key that makes them.
    """
