"""Rights in sentences. Every view names the one that lets a reader in; one that names none is refused to everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Door(StrEnum):
    """How one gets through to a view."""

    OPEN = "open"
    """Everyone, and nobody asks who they are: no cookie is set and none is read."""
    ENTRANCE = "entrance"
    """Everyone, in order to become known: the pages on which one logs in and out."""
    ROLE = "role"
    """Those who are logged in and have a role with the right."""


@dataclass(frozen=True)
class Right:
    """A named permission with the sentence that says what it allows, and whom. `danish` is the sentence on the site.

    `about_a_person` says that a look under this right is a look at one person's data. Such a look needs a purpose, and
    the gate writes it in the log before the view is asked; the address of the view names the person as `person`.
    """

    name: str
    sentence: str
    danish: str
    door: Door = Door.ROLE
    about_a_person: bool = False

    @property
    def needs_login(self) -> bool:
        """Whether it takes a login to use the right."""
        return self.door is Door.ROLE


PUBLIC_RECORD = Right(
    "public_record",
    "Everyone may see what has been published of meetings, items, decisions and votes; closed items only by number and "
    "title.",
    "Alle må se det, der er offentliggjort om møder, punkter, beslutninger og afstemninger. Lukkede punkter vises kun "
    "med nummer og titel.",
    door=Door.OPEN,
)
PUBLIC_SITE = Right(
    "public_site",
    "Everyone may see how the site works, its help, its status and its statements.",
    "Alle må se, hvordan siden virker, hvor dens oplysninger kommer fra, og hvilke fejl der er kendt.",
    door=Door.OPEN,
)
PUBLIC_LAW = Right(
    "public_law",
    "Everyone may see what the law is on a day and what changes, and have it computed for facts that they give; the "
    "facts are not kept.",
    "Alle må se, hvad loven siger en bestemt dag, og hvad der ændres, og regne på oplysninger, de selv giver. "
    "Oplysningerne gemmes ikke.",
    door=Door.OPEN,
)
ENTER = Right(
    "enter",
    "Everyone may open the pages on which one logs in and out.",
    "Alle må åbne de sider, hvor man logger ind og ud.",
    door=Door.ENTRANCE,
)
OWN_ACCOUNT = Right(
    "own_account",
    "Whoever is logged in may see their own roles and change their own password and two-step login.",
    "Den, der er logget ind, må se sine egne roller og ændre sin egen adgangskode og sit eget totrinslogin.",
)
REGISTER_FRONT = Right(
    "register_front",
    "Everyone may see what the register is; whoever is logged in sees there what their own rights allow.",
    "Alle må se, hvad registeret er. Den, der er logget ind, ser dér det, som egne rettigheder giver adgang til.",
    door=Door.ENTRANCE,
)
REGISTER_COUNTS = Right(
    "register_counts",
    "May see which deliveries the register has had, how many rows they brought, and what changed; no row of anybody.",
    "Må se, hvilke leverancer registeret har fået, hvor mange rækker de gav, og hvad der er ændret. Ingen rækker om "
    "nogen person.",
)
REGISTER_QUARANTINE = Right(
    "register_quarantine",
    "May see the rows that were not accepted, with the reason; only what is taken out tells who they are about, as a "
    "pseudonym.",
    "Må se de rækker, der ikke blev godtaget, og hvorfor. Hvem de handler om, står kun i det, der hentes ud, som et "
    "pseudonym.",
)
REGISTER_PERSON = Right(
    "register_person",
    "May look at what the register holds about one person, for a stated purpose; every look is written in the log.",
    "Må slå op, hvad registeret ved om én person, til et angivet formål. Hvert opslag skrives i loggen.",
    about_a_person=True,
)
REGISTER_CHANGE = Right(
    "register_change",
    "May have a person, or what is too old, removed from the register; an act with the reason remains.",
    "Må få en person, eller det, der er for gammelt, fjernet fra registeret. Der bliver en handling tilbage med "
    "begrundelsen.",
)
CASEWORK_FRONT = Right(
    "casework_front",
    "Everyone may see what the worklists are; whoever is logged in sees there what their own rights allow.",
    "Alle må se, hvad arbejdslisterne er. Den, der er logget ind, ser dér det, som egne rettigheder giver adgang til.",
    door=Door.ENTRANCE,
)
CASEWORK_LISTS = Right(
    "casework_lists",
    "May see the worklists of the teams in which one has cases: whose deadlines fall when, by pseudonym.",
    "Må se arbejdslisterne for de team, hvor man selv har sager: hvis frister der falder hvornår, under pseudonym.",
)
CASEWORK_ALL_LISTS = Right(
    "casework_all_lists",
    "May see the worklists of all teams.",
    "Må se arbejdslisterne for alle team.",
)
CASEWORK_PERSON = Right(
    "casework_person",
    "May see one person's deadlines, what they follow from and how they were dealt with, for a stated purpose; every "
    "look is written in the log.",
    "Må se én persons frister, hvad de følger af, og hvad der er gjort, til et angivet formål. Hvert opslag skrives i "
    "loggen.",
    about_a_person=True,
)
CASEWORK_MARK = Right(
    "casework_mark",
    "May mark a deadline as done, booked, exempt or wrong; each mark is an act with the name of whoever made it.",
    "Må markere en frist som udført, booket, fritaget eller forkert. Hver markering er en handling med navn.",
)
CASEWORK_TIMELINESS = Right(
    "casework_timeliness",
    "May see which share of deadlines was kept, by duty, group, team and month; no person, and nothing under five.",
    "Må se, hvor stor en del af fristerne der er holdt, efter pligt, målgruppe, team og måned. Ingen personer, og "
    "intet under fem.",
)
CASEWORK_AUDIT = Right(
    "casework_audit",
    "May draw a random sample of cases and see how each was dealt with, for a stated purpose; every person in it is "
    "written in the log.",
    "Må trække en tilfældig stikprøve af sager og se, hvordan hver er behandlet, til et angivet formål. Hver person i "
    "den skrives i loggen.",
    about_a_person=True,
)
CASEWORK_INFORMING = Right(
    "casework_informing",
    "May see whom a change in the law newly touches and who was told of it, by pseudonym; in whole only for a stated "
    "purpose, and every person is written in the log.",
    "Må se, hvem en lovændring kommer til at gælde for, og hvem der har fået besked, under pseudonym. Hele pseudonymer "
    "kun til et angivet formål, og hver person skrives i loggen.",
)
CASEWORK_LETTERS = Right(
    "casework_letters",
    "May record that letters were sent, and withdraw one; each is an act with the name of whoever did it.",
    "Må skrive, at breve er sendt, og trække et brev tilbage. Hvert brev er en handling med navn.",
)
PUBLIC_SCREENING = Right(
    "public_screening",
    "Everyone may see what screening is for, how it works, its models' cards and how it is watched; nobody's data.",
    "Alle må se, hvad screeningen bruges til, hvordan den virker, modellernes kort, og hvordan der holdes øje med "
    "dem. Ingens oplysninger.",
    door=Door.OPEN,
)
SCREENING_ANSWER = Right(
    "screening_answer",
    "Whoever has been given a link may answer the questions that it was made for, once and in time; no login.",
    "Den, der har fået et link, må svare på de spørgsmål, det er lavet til, én gang og inden fristen. Uden login.",
    door=Door.ENTRANCE,
)
SCREENING_FRONT = Right(
    "screening_front",
    "Everyone may see what screening is; whoever is logged in sees there what their own rights allow.",
    "Alle må se, hvad screeningen er. Den, der er logget ind, ser dér det, som egne rettigheder giver adgang til.",
    door=Door.ENTRANCE,
)
SCREENING_LIST = Right(
    "screening_list",
    "May see which sick leaves of the own teams wait for an assessment, by pseudonym; no score.",
    "Må se, hvilke sygeforløb i egne team der venter på en vurdering, under pseudonym. Ingen chancer.",
)
SCREENING_PERSON = Right(
    "screening_person",
    "May assess one person's sick leave and see the advice about it, for a stated purpose; every look is written "
    "in the log.",
    "Må vurdere én persons sygeforløb og se rådene om det, til et angivet formål. Hvert opslag skrives i loggen.",
    about_a_person=True,
)
SCREENING_DECIDE = Right(
    "screening_decide",
    "May write the own assessment, follow an advice or deviate from it, release somebody, and send letters and "
    "questions; each is kept with the name.",
    "Må skrive egen vurdering, følge et råd eller fravige det, slippe nogen og sende breve og spørgsmål. Hver "
    "handling gemmes med navn.",
)
AT_SICK_LEAVES = (SCREENING_PERSON, SCREENING_DECIDE)
"""Under either one is shown a sick leave: whoever acts, and who tries to, sees the page anew."""
SCREENING_COUNTS = Right(
    "screening_counts",
    "May see how the model is doing: calibration, groups, overrides, alarms and the trial's progress; no person, "
    "and nothing under five.",
    "Må se, hvordan det går med modellen: kalibrering, grupper, fravigelser, alarmer og forsøgets gang. Ingen "
    "personer, og intet under fem.",
)
SCREENING_LOG = Right(
    "screening_log",
    "May review the log of assessments, check that it is whole, and take it out for a supervisor.",
    "Må gennemgå loggen over vurderinger, kontrollere, at den er hel, og tage den ud til et tilsyn.",
)
SCREENING_MODELS = Right(
    "screening_models",
    "May sign for a model, put it in use, stop it and start the screening again; each is an act with the name.",
    "Må skrive under på en model, tage den i brug, stoppe den og starte screeningen igen. Hver er en handling med "
    "navn.",
)
LAW_EFFECTS = Right(
    "law_effects",
    "May see what a reform does to citizens' benefits and what longer spells cost, counted over the register; no "
    "person, and nothing under five.",
    "Må se, hvad en reform gør ved borgernes ydelser, og hvad længere forløb koster, talt op over registeret. Ingen "
    "personer, og intet under fem.",
)
ACCESS_LOG = Right(
    "access_log",
    "May see who has looked at which person, when and for what purpose.",
    "Må se, hvem der har set på hvilken person, hvornår og til hvilket formål.",
)
ACCESS_USERS = Right(
    "access_users",
    "May see the users and their roles, and give and take roles.",
    "Må se brugerne og deres roller og give og tage roller.",
)

RIGHTS = (
    PUBLIC_RECORD,
    PUBLIC_SITE,
    PUBLIC_LAW,
    ENTER,
    OWN_ACCOUNT,
    REGISTER_FRONT,
    REGISTER_COUNTS,
    REGISTER_QUARANTINE,
    REGISTER_PERSON,
    REGISTER_CHANGE,
    CASEWORK_FRONT,
    CASEWORK_LISTS,
    CASEWORK_ALL_LISTS,
    CASEWORK_PERSON,
    CASEWORK_MARK,
    CASEWORK_TIMELINESS,
    CASEWORK_AUDIT,
    CASEWORK_INFORMING,
    CASEWORK_LETTERS,
    PUBLIC_SCREENING,
    SCREENING_ANSWER,
    SCREENING_FRONT,
    SCREENING_LIST,
    SCREENING_PERSON,
    SCREENING_DECIDE,
    SCREENING_COUNTS,
    SCREENING_LOG,
    SCREENING_MODELS,
    LAW_EFFECTS,
    ACCESS_LOG,
    ACCESS_USERS,
)
"""Every right of the house, in the order in which the site lists them."""


def may_see(right: Right) -> Callable[[View], View]:
    """Mark a view with the right that a reader needs. The gate in `pejl.web` refuses views without a mark."""

    def mark(view: View) -> View:
        view.right = right  # type: ignore[attr-defined]
        return view

    return mark


def right_of(view: Callable[..., Any]) -> Right | None:
    """The right that a view names, or None: such a view is shown to nobody."""
    right = getattr(view, "right", None)
    return right if isinstance(right, Right) else None
