"""`pejl law`: the chapter on the law. Without a command it lists the statutes. Each command's module is opened when it
is chosen: what counts over the register takes seconds to load, and what reads the law does not."""

from __future__ import annotations

import typer

from pejl.cli.chapters import Chapter, Contents, new_app
from pejl.cli.console import AsJson, answer, answer_json
from pejl.cli.law_outcomes import the_law
from pejl.law.told import statute_data


class LawContents(Contents):
    """The commands, in the order of the help."""

    chapters = {
        "show": Chapter("pejl.cli.law_show", "Show a statute as it stands on a day."),
        "diff": Chapter("pejl.cli.law_diff", "Tell two days of a statute apart, also for one person."),
        "compute": Chapter("pejl.cli.law_compute", "Judge one person by a statute, and explain it."),
        "reform": Chapter("pejl.cli.law_reform", "Tell what the law of two days does to everyone, as groups."),
        "duration": Chapter("pejl.cli.law_duration", "Tell what longer spells cost the municipality a year."),
        "cases": Chapter("pejl.cli.law_cases", "Run the worked cases every way that the law can be asked."),
    }


app = new_app(
    cls=LawContents,
    help="Ask the law: what applies on a day, to whom, and why.",
    invoke_without_command=True,
    add_completion=False,
)


@app.callback()
def law(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Ask the law: what applies on a day, to whom, and why. Without a command: the statutes and what each answers.

    What nobody has confirmed gives no answer unless a scenario supposes it, and is then marked as supposed.
    """
    if ctx.invoked_subcommand is not None:
        return
    statutes = the_law().statutes
    if as_json:
        answer_json([statute_data(each) for each in statutes])
        return
    for each in statutes:
        answer(f"{each.name}  {each.danish}: {each.asks}")
        answer(f"  {each.act}")
