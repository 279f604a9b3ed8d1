"""`pejl screening`: the chapter on sick leaves: models, how good they are, assessments and their log, trials."""

from __future__ import annotations

from pejl.cli.chapters import Chapter, Contents, new_app


class ScreeningContents(Contents):
    """The commands, in the order of the help."""

    chapters = {
        "evaluate": Chapter("pejl.cli.screening_evaluate", "Measure models on any file of spells, beside others."),
        "train": Chapter("pejl.cli.screening_train", "Train a model on the register, measured on what was held out."),
        "score": Chapter("pejl.cli.screening_score", "Count the sick leaves that can be scored on a day, and time it."),
        "prove": Chapter("pejl.cli.screening_prove", "Hold the model against the truth of invented municipalities."),
        "models": Chapter("pejl.cli.screening_models", "List the models with their state, and the one in use."),
        "gate": Chapter("pejl.cli.screening_gate", "Hold a model against the minimums, and sign for it."),
        "activate": Chapter("pejl.cli.screening_activate", "Take a signed model in use."),
        "suspend": Chapter("pejl.cli.screening_suspend", "Take the model in use out of it, at once."),
        "card": Chapter("pejl.cli.screening_card", "Print a model's card."),
        "documents": Chapter("pejl.cli.screening_documents", "Write a model's documents to a folder."),
        "groups": Chapter("pejl.cli.screening_groups", "Tell how groups fare with a model."),
        "trial": Chapter("pejl.cli.screening_trial", "Try whether it helps: draw arms, analyse as drawn."),
        "ask": Chapter("pejl.cli.screening_questionnaire", "Make a link by which a citizen answers questions."),
        "objection": Chapter("pejl.cli.screening_objection", "Write a citizen's objection, or withdraw it."),
        "stop": Chapter("pejl.cli.screening_stop", "Stop the screening for everyone, at once."),
        "start": Chapter("pejl.cli.screening_start", "Let the screening run again."),
        "log": Chapter("pejl.cli.screening_log", "Verify, anchor, review, take out or clear the log."),
        "monitor": Chapter("pejl.cli.screening_monitor", "Look at the model in use; take it out where it fails."),
        "incident": Chapter("pejl.cli.screening_incident", "Serious incidents, and who was told by when."),
        "webhooks": Chapter("pejl.cli.screening_webhooks", "Tell case systems that something happened."),
    }


app = new_app(
    cls=ScreeningContents,
    help="Early help for the sick-listed: models, advice, trials.",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback()
def screening() -> None:
    """Early help for the sick-listed: models, advice, trials.

    For people on sygedagpenge who have an employer, and for three questions only: who needs early effort, who may be
    left in peace, and where a certificate is worth asking for. A model advises; people decide.
    """
