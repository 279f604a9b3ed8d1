"""Impact assessments, prefilled with what the system knows: for data protection, for fundamental rights, and for data
ethics. What only people can answer is a marked blank."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.calendar.rows import in_a_row
from pejl.screening.advice.purpose import KIND_WORDS, LIMITS, PURPOSE
from pejl.screening.documents.data_parts import feature_parts
from pejl.screening.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph
from pejl.screening.documents.group_parts import attributes_tried, group_parts
from pejl.screening.documents.labels import LEGAL_STATUS
from pejl.screening.documents.limits import limits
from pejl.screening.documents.technical import policy_table
from pejl.screening.gate.demand import Verdict
from pejl.screening.training.run import TrainingRun

OVERSIGHT = (
    "Sagsbehandleren vurderer selv først og afgør altid, hvad der sker.",
    "Rådet viser grunde, usikkerhed, hvad der mangler, og hvad der ville ændre det.",
    "Ukendte og usædvanlige sager får intet tal, men en sædvanlig vurdering.",
    "Slip kræver et navn og ses efter igen; mere hjælp kan foreslås alene.",
)
RIGHTS = (
    "Borgeren får at vide, at værktøjet bruges, til hvad, og hvem der afgør.",
    "Borgeren kan få grundene og hele udregningen, blive hørt, og få rettet det, der er forkert.",
    "En indsigelse stopper beregningen om borgeren.",
    "Spørgeskemaet er frivilligt. At lade være ændrer ikke retten til ydelsen.",
)


def data_protection(run: TrainingRun, verdict: Verdict | None = None) -> Document:
    """The impact assessment for data protection (DPIA)."""
    blocks: tuple[Block, ...] = (
        Heading("1. Behandlingen"),
        Paragraph(PURPOSE),
        Bullets(LIMITS),
        *feature_parts(run),
        Paragraph(
            f"Modellen er lært af {danish_number(run.data.spells)} forløb fra {danish_day(run.data.first)} til "
            f"{danish_day(run.data.last)}. Personer er under pseudonym, nøglen ligger adskilt, og data slettes senest "
            f"{danish_day(run.data.kept_until)}."
        ),
        Blank("Hvem er dataansvarlig, og hvem er databehandlere?"),
        Heading("2. Nødvendighed og proportionalitet"),
        Paragraph(
            "Hver egenskab har en kilde, en hjemmel og en grund; en, der ikke er erklæret, kan modellen ikke lære af. "
            "Oplysninger om oprindelse, statsborgerskab, tro og køn er udelukket. Er borgeren ikke spurgt, kan ingen "
            "slippes."
        ),
        Blank("Kunne formålet nås uden at beregne noget, for eksempel ved kun at spørge borgeren? Se nettogevinsten."),
        Blank("Hvilken hjemmel har udvikling og drift hver for sig?"),
        Heading("3. Risici for borgerne"),
        *_risks(run, verdict),
        Heading("4. Det, der er gjort"),
        Bullets((*OVERSIGHT, *RIGHTS)),
        Bullets(
            (
                "Hvert opslag på en person logges med formål, og loggen gennemgås.",
                "Alle vurderinger står i en log, hvor en ændring kan findes.",
                "Chancer kan ikke tages ud samlet, og en vurdering forældes.",
            )
        ),
        Blank("Hvad siger databeskyttelsesrådgiveren? Hvad er risikoen, når det er gjort: lav, middel eller høj?"),
        Blank("Er borgere eller deres organisationer hørt? Hvad sagde de?"),
        Paragraph(LEGAL_STATUS),
    )
    return Document("konsekvensanalyse", f"Konsekvensanalyse om databeskyttelse: {run.id}", blocks)


def fundamental_rights(run: TrainingRun, verdict: Verdict | None = None) -> Document:
    """The assessment of the impact on fundamental rights (FRIA, art. 27)."""
    blocks: tuple[Block, ...] = (
        Paragraph("Efter artikel 27 i forordningen om kunstig intelligens. Den skal laves før ibrugtagningen."),
        Heading("a. Processen, det bruges i"),
        Paragraph(PURPOSE),
        Bullets(tuple(f"Råd: {words}." for words in KIND_WORDS.values())),
        policy_table(run),
        Heading("b. Hvornår og hvor tit"),
        Paragraph(
            "Ved indgangen til et forløb og ved hvert nedslag derefter. En vurdering bruges ikke, når den er forældet."
        ),
        Blank("Fra hvilken dag, og hvor længe? Hvor mange borgere om året?"),
        Heading("c. Hvem det angår"),
        Paragraph("Borgere, der får sygedagpenge og har en arbejdsgiver. Sagsbehandlere, som får rådene."),
        Paragraph(f"Om fejl rammer skævt, er målt for {in_a_row(attributes_tried(run)) or 'ingen grupper'}."),
        *group_parts(run),
        Blank("Er der andre grupper i kommunen, som kan rammes særligt?"),
        Heading("d. Skader, der kan ske"),
        *_risks(run, verdict),
        Heading("e. Menneskers kontrol"),
        Bullets(OVERSIGHT),
        Blank("Hvem har ansvaret i det daglige, og hvordan er de uddannet til det?"),
        Heading("f. Hvis det går galt"),
        Bullets(RIGHTS),
        Paragraph("Modellen kan tages ud af brug straks, af en person eller af overvågningen."),
        Blank("Hvor klager borgeren? Hvem melder analysen til tilsynsmyndigheden, og hvornår?"),
        Paragraph(LEGAL_STATUS),
    )
    return Document("grundrettigheder", f"Vurdering af grundlæggende rettigheder: {run.id}", blocks)


def data_ethics(run: TrainingRun, verdict: Verdict | None = None) -> Document:
    """The data-ethics assessment, by the questions that a municipality's policy for data ethics asks."""
    blocks: tuple[Block, ...] = (
        Heading("Selvbestemmelse"),
        Bullets(RIGHTS),
        Heading("Værdighed"),
        Paragraph("Ingen bliver udpeget som en risiko. Det, der vises, er en chance med grunde, og den forældes."),
        Blank("Hvordan taler kommunen om det til borgerne og medarbejderne?"),
        Heading("Ansvarlighed"),
        Bullets(OVERSIGHT),
        Blank("Hvem i kommunen svarer for, at det bruges ordentligt?"),
        Heading("Forklarlighed"),
        Paragraph("Modellen er en sum af led, der kan læses. Grundene er selve udregningen og ikke et skøn over den."),
        Heading("Lighed og retfærdighed"),
        *group_parts(run),
        Blank("Er forskellene rimelige? Hvad gøres der ved dem, der ikke er?"),
        Heading("Udvikling"),
        Bullets(limits(run, verdict)),
        Paragraph(
            "Om det hjælper, kan kun et forsøg vise. Chancen siger, hvem der er langt syge, ikke hvem en indsats "
            "gavner."
        ),
        Blank("Hvornår besluttes det, om det skal fortsætte, og på hvilke tal?"),
    )
    return Document("dataetik", f"Dataetisk vurdering: {run.id}", blocks)


def _risks(run: TrainingRun, verdict: Verdict | None) -> Iterator[Block]:
    yield Bullets(limits(run, verdict))
    yield Bullets(
        (
            "Nogen slippes og skulle have haft hjælp. Derfor: øvre grænse, regler imod, et navn, gentjek, åben dør.",
            "Nogen kaldes ind uden grund. Det koster dem en samtale; modellen kan ikke gøre mere end det.",
            "Rådet følges uden at blive læst. Derfor: egen vurdering først, og sager, hvor rådet holdes tilbage.",
            "Fejl rammer en gruppe mere end andre. Derfor: målt før ibrugtagning og i drift, med grænser.",
            "Tallet bruges til noget andet. Derfor: tre råd og ingen andre, ingen samlet udtrækning, ingen sortering.",
        )
    )
    yield Blank("Hvor sandsynlig og hvor alvorlig er hver af dem her?")
