"""`pejl casework`: the chapter on deadlines: what is due, what was kept in time, what an auditor would find."""

from __future__ import annotations

from pejl.cli.chapters import Chapter, Contents, new_app


class CaseworkContents(Contents):
    """The commands, in the order of the help."""

    chapters = {
        "due": Chapter("pejl.cli.casework_due", "Count what is due, overdue and lost; with --persons list it."),
        "timeliness": Chapter("pejl.cli.casework_timeliness", "Tell which share of deadlines was kept."),
        "audit": Chapter("pejl.cli.casework_audit", "Draw a sample of cases and check it as an auditor does."),
        "informing": Chapter("pejl.cli.casework_informing", "Tell who must be told of a rule, and who was."),
    }


app = new_app(
    cls=CaseworkContents,
    help="What is due, what was kept, what an auditor would find.",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback()
def casework() -> None:
    """What is due, what was kept, what an auditor would find.

    The register is judged by the law of the day that --on names, as it was known on that day. Counts under five
    persons are never told; who the persons are is told to whoever says who they are and why they ask.
    """
