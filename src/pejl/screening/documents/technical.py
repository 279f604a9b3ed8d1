"""The technical documentation under the headings of the AI Act's Annex IV, and the data sheet and intended purpose that
belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.days import danish_day
from pejl.calendar.rows import in_a_row
from pejl.screening.advice.purpose import FORBIDDEN, KIND_WORDS, LIMITS, PURPOSE
from pejl.screening.documents.card import verdict_table
from pejl.screening.documents.changes import change_parts
from pejl.screening.documents.data_parts import data_parts, feature_parts, term_parts, version_parts
from pejl.screening.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph, Table
from pejl.screening.documents.group_parts import group_parts
from pejl.screening.documents.labels import LEGAL_STATUS
from pejl.screening.documents.limits import limits
from pejl.screening.documents.numbers import plain_number
from pejl.screening.documents.performance_parts import calibration_parts, performance_parts, worth_parts
from pejl.screening.gate.demand import Verdict
from pejl.screening.landmarks import EXIT_WORDS, LANDMARKS
from pejl.screening.training.run import TrainingRun

POLICY_WORDS = {
    "name": "Politikkens navn",
    "horizons": "Uger frem, der spørges om, ved hvert nedslag",
    "early_effort_from": "Tidlig indsats fra en chance på",
    "release_below": "Slip under en øvre grænse på",
    "expires_days": "En vurdering forældes efter dage",
    "recheck_weeks": "Gentjek efter uger",
    "own_first": "Egen vurdering før rådet",
    "shadow_share": "Andel, hvor rådet holdes tilbage",
}


def technical_documentation(
    run: TrainingRun, *, before: TrainingRun | None = None, verdict: Verdict | None = None
) -> Document:
    """Annex IV, heading by heading."""
    blocks = (*_system(run), *_making(run), *_watching(run), *_risks(run, before, verdict))
    return Document("teknisk-dokumentation", f"Teknisk dokumentation: {run.id}", blocks)


def data_sheet(run: TrainingRun) -> Document:
    """The data sheet of the training set."""
    return Document(
        "datablad",
        f"Datablad: {run.id}",
        (
            Paragraph(
                "Databladet hører til træningen af modellen. Personer står i registeret under pseudonym, og ingen "
                "rækker om nogen er i modellens mappe."
            ),
            *data_parts(run),
            Heading("Oplysninger om hver enkelt"),
            *feature_parts(run),
            Heading("Til dem, der er i data"),
            Paragraph(
                "De, hvis forløb modellen er lært af, skal have at vide, at de er det. Teksten ligger i »orientering«."
            ),
            Blank("Hvornår og hvordan er de orienteret?"),
            Paragraph(LEGAL_STATUS),
        ),
    )


def intended_purpose(run: TrainingRun) -> Document:
    """The intended purpose and the limits that are built in."""
    return Document(
        "formaal",
        f"Formål og grænser: {run.id}",
        (
            Paragraph(run.purpose),
            Heading("De tre råd"),
            Bullets(tuple(KIND_WORDS.values())),
            Heading("Grænser, der er bygget ind"),
            Bullets(LIMITS),
            Paragraph(f"Der svares nej til brug til {in_a_row(FORBIDDEN.values())}."),
            Heading("Politikken"),
            policy_table(run),
            Heading("Hjemmel"),
            Paragraph(
                "Bekendtgørelsen fra januar 2026 om kunstig intelligens i den kommunale beskæftigelsesindsats: "
                "kommuner må bruge den, også til at finde mønstre og til at træne, men afgørelser må ikke være fuldt "
                "automatiske."
            ),
            Blank("Hvilken bestemmelse hviler hver fase på: udvikling, prøve, drift og test for forskelsbehandling?"),
            Blank("Hvem ejer systemet og svarer for det?"),
            Paragraph(LEGAL_STATUS),
        ),
    )


def policy_table(run: TrainingRun) -> Table:
    """What the municipality decided about how chances are used, as it was when the model was trained."""
    rows = tuple((words, _said(run.policy[name])) for name, words in POLICY_WORDS.items() if name in run.policy)
    return Table("Politik", ("Valg", "Værdi"), rows, numbers=False)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return plain_number(value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_said(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_said, value))
    return str(value)


def _system(run: TrainingRun) -> Iterator[Block]:
    yield Paragraph("Overskrifterne følger bilag IV til forordningen om kunstig intelligens.")
    yield Heading("1. Systemet")
    yield Paragraph(PURPOSE)
    yield Bullets(LIMITS)
    yield Paragraph(
        f"Modellens nummer er {run.id}. Pejl er fri software; systemet er et websted og en kommando på kommunens egen "
        "maskine, og oplysninger forlader den ikke. En API giver rådene til et fagsystem med begrænsede adgange."
    )
    yield Blank("Hvem er udbyder, og hvem er idriftsætter? Hvilken maskine og hvilke fagsystemer er det sat op med?")


def _making(run: TrainingRun) -> Iterator[Block]:
    yield Heading("2. Hvordan det er lavet")
    yield Heading("Metoden", 3)
    yield Paragraph(
        "En multinomial hazardmodel i diskret tid. I hver periode af uger har hvert forløb en chance for at "
        f"slutte på hver af {len(EXIT_WORDS)} måder, eller for at løbe videre. Tal indgår som glatte kurver, ord som "
        "led for hver værdi. Led trækkes mod nul (ridge), og hvor meget, vælges ved krydsvalidering på træningsdata "
        "alene. Der er højst fem navngivne samspil. Der regnes på ny ved "
        f"{in_a_row(each.danish.lower() for each in LANDMARKS)}. Det blev valgt, fordi en model, der kan læses, ikke "
        "er ringere end en, der ikke kan, på de åbne data, den er prøvet på, og fordi den, der skal forklare et råd, "
        "så forklarer selve udregningen."
    )
    yield Table("Opskrift", ("Del", "Værdi"), tuple((k, _said(v)) for k, v in run.recipe.items()), numbers=False)
    yield policy_table(run)
    yield Heading("Data", 3)
    yield from data_parts(run)
    yield from feature_parts(run)
    yield Heading("Menneskers kontrol", 3)
    yield Bullets(
        (
            "Sagsbehandleren skriver sin egen vurdering, før rådet vises.",
            "Intet er valgt på forhånd; at følge og at fravige koster det samme, og fravigelser skrives aldrig over.",
            "Slip kræver en navngiven person, en øvre grænse under tærsklen, og at ingen regel er imod.",
            "Der ses efter igen efter 2, 4 og 8 uger. Borgeren kan altid få kontakt.",
            "Kommunen kan stoppe alt med ét tryk, og en indsigelse stopper beregningen for borgeren.",
        )
    )
    yield Heading("Nøjagtighed", 3)
    yield from performance_parts(run)
    yield from calibration_parts(run)
    yield from worth_parts(run)
    yield Heading("Forskelsbehandling", 3)
    yield from group_parts(run)
    yield Heading("Modellens led", 3)
    yield from term_parts(run)
    yield Heading("Kan laves igen", 3)
    yield from version_parts(run)
    yield Heading("Sikkerhed", 3)
    yield Paragraph(
        "Modelfilen indeholder kun tal og ord og kører intet, når den læses. Den og træningens optegnelse bærer hver "
        "sin kontrolsum, som den, der skriver under, står inde for; andre filer under samme navn bruges ikke. Alle "
        "vurderinger står i en log, hvor en ændret række kan findes."
    )


def _watching(run: TrainingRun) -> Iterator[Block]:
    yield Heading("3. Overvågning og begrænsninger")
    yield Bullets(limits(run))
    yield Paragraph(
        "I drift måles, om nye forløb ligner dem, modellen er lært af, om chancerne holder for dem, der er modne, om "
        "fejl rammer skævt, og hvor tit rådene fraviges. Alarmer kan tage modellen ud af brug af sig selv."
    )
    yield Heading("4. Hvorfor målene passer")
    yield Paragraph(
        "En chance bruges mod en grænse. Derfor er kalibrering og nettogevinst vigtigere end rækkefølge alene, og "
        "begge måles ved siden af at hjælpe alle, ingen, eller dem, der selv siger til."
    )


def _risks(run: TrainingRun, before: TrainingRun | None, verdict: Verdict | None) -> Iterator[Block]:
    yield Heading("5. Styring af risici")
    if verdict is not None:
        yield verdict_table(verdict)
    else:
        yield Paragraph("Modellen er ikke holdt op mod kravene endnu.")
    yield Blank("Hvilke andre risici har kommunen fundet, og hvad gøres der ved dem?")
    yield Heading("6. Ændringer")
    yield from change_parts(run, before)
    yield Heading("7. Standarder")
    yield Blank("Hvilke harmoniserede standarder følges, når de er udgivet?")
    yield Heading("8. EU-overensstemmelseserklæring")
    yield Blank("Kopi af erklæringen, når den er underskrevet.")
    yield Heading("9. Overvågning efter ibrugtagning")
    yield Paragraph(
        f"Træningens data gemmes til {danish_day(run.data.kept_until)}. Alvorlige hændelser skrives ned med fristen "
        "for at melde dem."
    )
    yield Paragraph(LEGAL_STATUS)
