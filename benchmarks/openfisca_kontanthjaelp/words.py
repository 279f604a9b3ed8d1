"""The words that facts and rates can be, in the order of our own."""

from openfisca_core.indexed_enums import Enum


class Familie(Enum):
    """How somebody lives."""

    enlig = "Enlig"
    enlig_forsoerger = "Enlig forsørger"
    par = "Par"
    par_forsoerger = "Par med børn"
    hjemmeboende = "Hjemmeboende"


class Maalgruppe(Enum):
    """The target group."""

    dagpengemodtager = "Dagpengemodtager"
    jobparat = "Jobparat"
    aktivitetsparat = "Aktivitetsparat"
    uddannelsesparat = "Uddannelsesparat"
    aktivitetsparat_uddannelse = "Aktivitetsparat, uddannelseshjælp"
    sygedagpengemodtager = "Sygedagpengemodtager"
    sygedagpenge_kategori_1 = "Sygedagpenge, kategori 1"
    sygedagpenge_kategori_2 = "Sygedagpenge, kategori 2"
    sygedagpenge_kategori_3 = "Sygedagpenge, kategori 3"
    jobafklaring = "Jobafklaring"
    ressourceforloeb = "Ressourceforløb"
    ledighedsydelse = "Ledighedsydelse"
    fleksjob = "Fleksjob"
    revalidend = "Revalidend"
    unge_uden_uddannelse = "Unge uden uddannelse"
    selvforsoergende = "Selvforsørgende"


class Satsgruppe(Enum):
    """The four rates."""

    mindstesats = "Mindstesats"
    forhoejet_sats = "Forhøjet sats"
    hjemmeboendesats = "Sats for hjemmeboende"
    grundsats = "Grundsats"
