"""What a model was trained on and what it may know, as parts of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.screening.documents.document import Block, Bullets, Paragraph, Table
from pejl.screening.documents.labels import exit_word, known_word, left_out_word, proxy_word
from pejl.screening.documents.numbers import count, percent, plain_number
from pejl.screening.landmarks import landmark_word
from pejl.screening.training.run import TrainingRun


def data_parts(run: TrainingRun) -> Iterator[Block]:
    """The data sheet: period, numbers, what was left out, what is missing, and how like today's inflow it is."""
    sheet = run.data
    yield Table(
        "Data",
        ("Hvad", "Oplysning"),
        (
            ("Øjebliksbillede af registeret", sheet.snapshot),
            ("Registeret ved besked til og med", danish_day(sheet.known)),
            ("Forløb, der begyndte fra og til", f"{danish_day(sheet.first)} til {danish_day(sheet.last)}"),
            ("Antal forløb", danish_number(sheet.spells)),
            ("Data gemmes til", danish_day(sheet.kept_until)),
            ("Kontrolsum", sheet.data_hash),
        ),
        numbers=False,
    )
    yield _counted("Rækker ved hvert nedslag", "Nedslag", {landmark_word(k): v for k, v in sheet.rows.items()})
    yield _counted("Sådan sluttede forløbene", "Måde", {exit_word(k): v for k, v in sheet.exits.items()})
    yield _counted("Kommuner", "Kommune", sheet.municipalities)
    yield _counted("Forløb, der ikke er med", "Grund", {left_out_word(k): v for k, v in sheet.left_out.items()})
    yield _shares(run, "Hvad der mangler", "Uoplyst", sheet.missing)
    rows = tuple((run.called(name), danish_number(index, 3)) for name, index in _largest(sheet.inflow))
    yield Table("Hvor ulige det seneste års nye forløb", ("Egenskab", "Stabilitetsindeks (PSI)"), rows)
    yield Paragraph("Under 0,1 er ligheden god; over 0,25 er det en anden slags forløb, end modellen er lært af.")


def feature_parts(run: TrainingRun) -> Iterator[Block]:
    """All that the model may know, each with source, basis, reason and what it might stand for."""
    heads = ("Egenskab", "Hvorfra", "Kendt", "Hvorfor", "Hjemmel", "Kan stå for")
    rows = tuple(
        (
            str(feature["danish"]),
            str(feature["source"]),
            known_word(str(feature["known"])),
            str(feature["why"]),
            str(feature["basis"]),
            f"{proxy_word(str(feature['proxy']))}. {feature['proxy_note']}",
        )
        for feature in run.features
    )
    yield Table("Egenskaber", heads, rows, numbers=False)


def term_parts(run: TrainingRun) -> Iterator[Block]:
    """The model as a lawyer reads it: every number that a chance is made of."""
    yield Paragraph(
        "Hver række er et tal, som en chance er lavet af. Faktoren er, hvor mange gange så ofte forløbet slutter på "
        "den måde i perioden, alt andet lige, i forhold til det sædvanlige forløb."
    )
    heads = ("Led", "Slutter ved", "Uge", "Egenskab", "Ved", "Faktor")
    rows = tuple(
        (
            TERMS.get(str(term.get("term")), str(term.get("term", ""))),
            exit_word(str(term.get("exit", ""))),
            f"{_cut(term.get('from'))}-{_cut(term.get('to'))}",
            " og ".join(run.called(name) for name in str(term.get("feature") or "").split(" x ") if name) or "-",
            str(term.get("at") or "-"),
            _cut(term.get("odds"), 3),
        )
        for term in run.terms
    )
    yield Table("Modellens led", heads, rows, numbers=False)


TERMS = {
    "baseline": "Sædvanligt forløb",
    "effect": "Virkning",
    "curve": "Kurve",
    "recalibration": "Justering",
}


def version_parts(run: TrainingRun) -> Iterator[Block]:
    """What is needed to make the model again."""
    rows = tuple((name, version) for name, version in sorted(run.versions.items()))
    yield Table("Lavet med", ("Hvad", "Version"), rows, numbers=False)
    yield Bullets((f"Frø for tilfældigheden: {run.seed}.", f"Modelfilens kontrolsum (SHA-256): {run.model_hash}."))


def _counted(caption: str, head: str, counts: Mapping[str, int]) -> Table:
    rows = tuple((name, count(number)) for name, number in counts.items())
    return Table(caption, (head, "Antal (til nærmeste ti)"), rows)


def _shares(run: TrainingRun, caption: str, head: str, shares: Mapping[str, float]) -> Table:
    rows = tuple((run.called(name), percent(share)) for name, share in _largest(shares))
    return Table(caption, ("Egenskab", head), rows)


def _largest(numbers: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(numbers.items(), key=lambda item: (-item[1], item[0]))


def _cut(value: object, decimals: int | None = None) -> str:
    if not isinstance(value, int | float):
        return "-"
    return plain_number(value) if decimals is None else danish_number(value, decimals)
