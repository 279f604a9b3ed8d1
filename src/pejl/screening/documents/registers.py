"""What is told to registers: the EU database of high-risk systems, and a public register of algorithms; as text for
people and as JSON for other programs. And what the people in the training data are to be told."""

from __future__ import annotations

from typing import Any

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.calendar.rows import in_a_row
from pejl.screening.advice.purpose import KIND_WORDS, LIMITS, PURPOSE
from pejl.screening.documents.document import Blank, Block, Document, Heading, Paragraph, Table
from pejl.screening.documents.group_parts import attributes_tried
from pejl.screening.documents.impact import OVERSIGHT, RIGHTS
from pejl.screening.documents.labels import LEGAL_STATUS
from pejl.screening.documents.limits import limits
from pejl.screening.gate.demand import Verdict
from pejl.screening.letters.letter import LetterKind, Sender
from pejl.screening.letters.letters import letter
from pejl.screening.training.run import TrainingRun

NAME = "Pejl Screening"
SUMMARY = "En hazardmodel i diskret tid, der kan læses led for led, giver tre råd til en sagsbehandler, som afgør."


def eu_register(run: TrainingRun, verdict: Verdict | None = None) -> Document:
    """The record for the EU database (art. 49 and 71, known second-hand)."""
    known = {
        "navn": NAME,
        "version": run.id,
        "formaal": PURPOSE,
        "virkemaade": SUMMARY,
        "anvendelsesomraade": "Bilag III, nr. 5, litra a: offentlige ydelser og tjenester",
        "oplysninger": [str(feature["danish"]) for feature in run.features],
        "status": "Ikke i drift, før den er taget i brug",
        "grundrettigheder": "Se vurderingen »grundrettigheder«",
        "konsekvensanalyse": "Se »konsekvensanalyse«",
    }
    asked = {
        "udbyder": "Udbyderens navn, adresse og kontakt.",
        "repraesentant": "Den, der indsender på udbyderens vegne.",
        "idriftsaetter": "Idriftsætterens navn, adresse og kontakt.",
        "medlemsstater": "Hvor er systemet taget i brug?",
        "certifikater": "Certifikater og overensstemmelseserklæring, hvis de kræves.",
    }
    return _register(run, "eu-register", "Oplysninger til EU-databasen", known, asked)


def algorithm_register(run: TrainingRun, verdict: Verdict | None = None) -> Document:
    """The entry of a public register of algorithms, as the Dutch one has them: with how people intervene."""
    known = {
        "navn": NAME,
        "version": run.id,
        "formaal": PURPOSE,
        "bruges_ikke_til": list(LIMITS),
        "raad": list(KIND_WORDS.values()),
        "metode": SUMMARY,
        "traenet": run.made.date().isoformat(),
        "forloeb": run.data.spells,
        "oplysninger": [
            {"navn": str(each["danish"]), "hvorfor": str(each["why"]), "hjemmel": str(each["basis"])}
            for each in run.features
        ],
        "kontrol": list(OVERSIGHT),
        "borgerens_rettigheder": list(RIGHTS),
        "proevet_for_skaevhed": attributes_tried(run),
        "begraensninger": list(limits(run, verdict)),
        "kildekode": "fri software",
    }
    asked = {
        "ansvarlig": "Hvem er ansvarlig, og hvordan får man fat i dem?",
        "i_brug_fra": "Hvornår er den taget i brug?",
        "klage": "Hvor klager man?",
    }
    return _register(run, "algoritmeregister", "Til et offentligt register over algoritmer", known, asked)


def notice(run: TrainingRun) -> Document:
    """What the people in the training data are told: the letter itself, with what the municipality must fill in."""
    told = letter(LetterKind.TRAENINGSDATA, sender=Sender(kept=f"til {danish_day(run.data.kept_until)}"))
    to_fill_in = Blank(f"Det, der står i kantede parenteser: {in_a_row(told.blanks)}.")
    parts: tuple[Block, ...] = (Heading("Brevet"), *map(Paragraph, told.paragraphs), Heading("Mangler"), to_fill_in)
    return Document("orientering", told.title, parts)


def _register(run: TrainingRun, name: str, title: str, known: dict[str, Any], asked: dict[str, str]) -> Document:
    rows = tuple((key.replace("_", " ").capitalize(), _said(value)) for key, value in known.items())
    blocks: tuple[Block, ...] = (
        Table(title, ("Felt", "Oplysning"), rows, numbers=False),
        Heading("Mangler"),
        *(Blank(question) for question in asked.values()),
        Paragraph(LEGAL_STATUS),
    )
    data = {**known, **dict.fromkeys(asked), "udfyldes": asked}
    return Document(name, f"{title}: {run.id}", blocks, data)


def _said(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_said(each) for each in value)
    if isinstance(value, dict):
        return ": ".join(str(each) for each in value.values())
    return danish_number(value) if isinstance(value, int) else str(value)
