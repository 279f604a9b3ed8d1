"""What screening is for, in one place, and what it refuses to be used for. Card, documents, letters and API say it from
here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from pejl.calendar.rows import in_a_row
from pejl.screening.advice.shapes import Kind

PURPOSE = (
    "Screening er beslutningsstøtte til kommunens sagsbehandlere om borgere, der får sygedagpenge og har en "
    "arbejdsgiver. Den giver tre slags råd: om en tidlig indsats bør tilbydes, om borgeren kan slippes uden yderligere "
    "kontakt, og om en lægeattest er værd at indhente. En sagsbehandler afgør, hvad der sker."
)
"""The intended purpose."""

LIMITS: tuple[str, ...] = (
    "Den bruges kun om sygemeldte med en arbejdsgiver på den første sygedag.",
    "Den bruges kun til de tre råd. Den træffer ingen afgørelse, og intet råd er en begrundelse i sig selv.",
    "Den bruges ikke til kontrol, sanktioner eller mistanke om snyd, og ikke til at måle den enkelte medarbejder.",
    "Den bruges ikke til at afgøre, om nogen har ret til sygedagpenge, eller hvor længe.",
    "Chancer gives ikke ud i bunker, og ingen liste, som en sagsbehandler arbejder efter, står i deres orden.",
    "Oplysninger om oprindelse, statsborgerskab, tro, køn og andres indtryk i fri tekst indgår ikke.",
)
"""What it is not, as the site and the documents list it."""

KIND_WORDS: Mapping[str, str] = {
    Kind.TIDLIG_INDSATS: "Tidlig indsats",
    Kind.SLIP: "Slip uden yderligere kontakt",
    Kind.ATTEST: "Lægeattest",
}
"""The three pieces of advice, as the site names them."""


class Refused(ValueError):
    """A use that the purpose does not cover. `str()` says why, in Danish."""


class Use(StrEnum):
    """What somebody may ask for an assessment for; whoever asks must say it."""

    SAGSBEHANDLING = "sagsbehandling"
    """A caseworker who has the case, or the case system on the caseworker's behalf."""
    AFPROEVNING = "afproevning"
    """A registered trial: the control arm is scored without anybody seeing it."""

    @property
    def danish(self) -> str:
        """The word on the site."""
        return {"sagsbehandling": "Sagsbehandling", "afproevning": "Registreret afprøvning"}[self.value]


SELF_EMPLOYED = "selvstaendig"
"""The sector of those who have no employer."""
FORBIDDEN = {
    "kontrol": "kontrol",
    "sanktion": "sanktioner",
    "snyd": "mistanke om snyd",
    "ret_til_ydelse": "afgørelser om ret til ydelse",
    "medarbejdermaaling": "måling af den enkelte medarbejder",
}
"""Uses that are refused by name, so that the refusal says why and not only that a word is unknown."""


def stated(use: str) -> Use:
    """The use that somebody states. Raises `Refused` for every other one."""
    word = use.strip().casefold()
    if word in FORBIDDEN:
        raise Refused(f"Screening må ikke bruges til {FORBIDDEN[word]}. {PURPOSE}")
    if word not in set(Use):
        allowed = in_a_row((each.value for each in Use), "eller")
        raise Refused(f"»{use[:60]}« er ikke et formål, screening må bruges til. Formålet er {allowed}. {PURPOSE}")
    return Use(word)


def only_with_employer(sectors: Iterable[str | None]) -> None:
    """Raises `Refused` where somebody is self-employed. Whoever lays out the cases leaves out all without an employer;
    this stops rows that come from elsewhere."""
    without = sum(sector == SELF_EMPLOYED for sector in sectors)
    if without:
        who = "En sygemeldt" if without == 1 else f"{without} af de sygemeldte"
        raise Refused(f"{who} er selvstændig og har ingen arbejdsgiver. Screening må kun bruges om dem, der har en.")
