"""`pejl screening trial`: whether it helps: a protocol first, arms drawn, analysed as drawn."""

from __future__ import annotations

from pejl.cli.chapters import Chapter, Contents, new_app


class TrialContents(Contents):
    """The commands, in the order in which a trial needs them."""

    chapters = {
        "power": Chapter("pejl.cli.screening_trial_power", "Reckon how large a trial must be, and how long."),
        "simulate": Chapter("pejl.cli.screening_trial_simulate", "Run many trials of invented persons."),
        "register": Chapter("pejl.cli.screening_trial_register", "Register a protocol before the first draw."),
        "draw": Chapter("pejl.cli.screening_trial_draw", "Draw the arm of a sick leave."),
        "status": Chapter("pejl.cli.screening_trial_status", "Tell how trials go; --case drafts a case."),
        "complaint": Chapter("pejl.cli.screening_trial_complaint", "Write down a complaint about a course."),
        "analyse": Chapter("pejl.cli.screening_trial_analyse", "Look at a trial when the protocol lets one."),
        "stop": Chapter("pejl.cli.screening_trial_stop", "Stop a trial: nobody is drawn any more."),
        "verify": Chapter("pejl.cli.screening_trial_verify", "Derive every draw again from the seed."),
    }


app = new_app(
    cls=TrialContents,
    help="Try whether it helps: draw arms, analyse as drawn.",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback()
def trial() -> None:
    """Try whether it helps: draw arms, analyse as drawn.

    A protocol is registered before anybody is drawn. The arm of a sick leave is derived when it is drawn and is nowhere
    before. Until the protocol's own looks, nobody sees an effect. `power` and `simulate` need no data folder.
    """
