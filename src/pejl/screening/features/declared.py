"""The features of sick leaves: all that a model may know of one, each with its reason. What is not here is not used.

Left out on purpose, though the register has it: sex, family, residence, work within ten years and entry into Denmark
(they say who somebody is, not why a leave is long; sex and family are asked only whether errors fall alike, in
`fairness`); the season (no reason that would hold next year); the wish for a talk (it is obeyed, not weighed).

What citizen and employer expect is a feature, and beside it the baseline "ask first": a model that did not listen to
them would be worse than asking them, and so would be of no use. It is measured without them too ("register_only").
"""

from __future__ import annotations

from pejl.register.contract.sick_leave_spells import CAUSES, SICK_LEAVE_SPELLS
from pejl.screening.features.feature import Feature, Known, Proxy

ORDER = (
    "bekendtgørelsen fra januar 2026 om kunstig intelligens i den kommunale beskæftigelsesindsats (kendt på anden "
    "hånd; skal læses i Retsinformation før drift)"
)
"""The order on which everything stands. Known second-hand: a person reads it before a model is used."""


def _by(held: str) -> str:
    return f"{held}; brugt efter {ORDER}"


_FOLLOW_UP = _by("Opfølgningen i sygedagpengesager, sygedagpengeloven § 13 b")
_PAID = _by("Revurderingen, sygedagpengeloven § 24")
_TOLD = _by(
    "Oplyst ved anmeldelsen (borgerens oplysningsskema og arbejdsgiverens anmeldelse), til opfølgningen efter "
    "sygedagpengeloven § 13 b"
)
_ASKED = _by("Borgerens egne svar til opfølgningen, sygedagpengeloven § 13 b. Det er frivilligt at svare")

FEATURES: tuple[Feature, ...] = (
    Feature(
        name="aarsag",
        danish="Årsagsgruppe",
        source="sick_leave_spells.cause_group",
        known=Known.INDGANG,
        basis=_FOLLOW_UP,
        why="Hvor længe en sygemelding varer, afhænger mest af, hvad man fejler. Gruppen er grov og ingen diagnose.",
        proxy=Proxy.MIDDEL,
        proxy_note="En helbredsoplysning. Graviditetsgener rammer kun kvinder, og nogle grupper er oftere kvinder "
        "eller mænd. Fejl og slip måles for begge køn.",
        words=tuple(CAUSES.items()),
    ),
    Feature(
        name="alder",
        danish="Alder",
        source="persons.birth_year",
        known=Known.NEDSLAG,
        basis=_FOLLOW_UP,
        why="Ældre er i gennemsnit længere om at komme tilbage efter samme sygdom.",
        proxy=Proxy.MIDDEL,
        proxy_note="Alder er beskyttet mod forskelsbehandling. Den må give mere hjælp, ikke mindre; fejl og slip måles "
        "for hver aldersgruppe.",
        unit="år",
        least=15,
        most=75,
    ),
    Feature(
        name="sektor",
        danish="Arbejdsgiverens sektor",
        source="sick_leave_spells.sector",
        known=Known.INDGANG,
        basis=_FOLLOW_UP,
        why="Mulighederne for at vende gradvist tilbage er forskellige på store og små, offentlige og private "
        "arbejdspladser.",
        proxy=Proxy.MIDDEL,
        proxy_note="Kvinder arbejder oftere i kommuner og regioner. Fejl måles for begge køn.",
        words=tuple(SICK_LEAVE_SPELLS.column("sector").allowed.items()),
    ),
    Feature(
        name="timer",
        danish="Aftalt ugentlig arbejdstid",
        source="sick_leave_spells.hours",
        known=Known.INDGANG,
        basis=_FOLLOW_UP,
        why="Den, der arbejder få timer, skal mindre til for at nå tilbage på; det kan også være tegn på nedsat kraft.",
        proxy=Proxy.MIDDEL,
        proxy_note="Flere kvinder end mænd er på deltid. Fejl måles for begge køn.",
        unit="timer",
        least=0,
        most=60,
    ),
    Feature(
        name="uddannelse",
        danish="Erhvervskompetencegivende uddannelse",
        source="persons.education",
        known=Known.INDGANG,
        basis=_FOLLOW_UP,
        why="Med en uddannelse er der flere slags arbejde at vende tilbage til.",
        proxy=Proxy.MIDDEL,
        proxy_note="Hænger sammen med alder, social baggrund og for nogle med oprindelse. Vægten er lille og kan ses.",
        words=(("ja", "Ja"), ("nej", "Nej")),
    ),
    Feature(
        name="ventet_laege",
        danish="Varighed, som lægen venter",
        source="sick_leave_spells.expected_by_physician",
        known=Known.INDGANG,
        basis=_by("Lægens skøn ved anmeldelsen, sygedagpengeloven § 11 a"),
        why="Et fagligt skøn over helbredet, givet før kommunen gør noget.",
        proxy=Proxy.LAV,
        proxy_note="Mangler ofte. At det mangler, siger lidt om, hvem der har en fast læge.",
        unit="uger",
        least=0,
        most=260,
    ),
    Feature(
        name="ventet_borger",
        danish="Varighed, som borgeren venter",
        source="sick_leave_spells.expected_by_citizen",
        known=Known.INDGANG,
        basis=_TOLD,
        why="Ens egen forventning siger mere end noget andet. Et råd, der ikke lyttede til den, ville være dårligere "
        "end at spørge.",
        proxy=Proxy.LAV,
        proxy_note="Det er borgerens egne ord, og de kan ændre sig. De står også for sig selv ved siden af rådet.",
        unit="uger",
        least=0,
        most=260,
        changes=True,
    ),
    Feature(
        name="ventet_arbejdsgiver",
        danish="Varighed, som arbejdsgiveren venter",
        source="sick_leave_spells.expected_by_employer",
        known=Known.INDGANG,
        basis=_TOLD,
        why="Arbejdsgiveren kender arbejdet og ved, hvad der kan tilpasses.",
        proxy=Proxy.LAV,
        proxy_note="Afhænger af, hvor godt arbejdsgiveren kender den sygemeldte. Står også for sig selv ved siden af "
        "rådet.",
        unit="uger",
        least=0,
        most=260,
        changes=True,
    ),
    Feature(
        name="tidligere_forloeb",
        danish="Sygeforløb, der sluttede inden for to år",
        source="sick_leave_spells.earlier_spells",
        known=Known.INDGANG,
        basis=_PAID,
        why="Den, der har været længe syg før, bliver oftere længe syg igen.",
        proxy=Proxy.LAV,
        proxy_note="Kan stå for en kronisk sygdom eller et handicap. Det må give mere hjælp, ikke mindre.",
        unit="forløb",
        least=0,
        most=60,
    ),
    Feature(
        name="uger_9_maaneder",
        danish="Uger med sygedagpenge i de ni måneder før",
        source="sick_leave_spells.weeks_paid_9_months",
        known=Known.INDGANG,
        basis=_PAID,
        why="Tæller med i tidspunktet for revurderingen og siger, hvor frisk det tidligere fravær er.",
        proxy=Proxy.LAV,
        proxy_note="Som tidligere forløb.",
        unit="uger",
        least=0,
        most=40,
    ),
    Feature(
        name="uger_paa_ydelse",
        danish="Uger på anden ydelse i året før",
        source="benefit_spells.benefit",
        known=Known.INDGANG,
        basis=_FOLLOW_UP,
        why="Et løsere forhold til arbejdsmarkedet gør det sværere at komme tilbage. Det er det, der bærer mest i den "
        "danske undersøgelse af 21 kommuner.",
        proxy=Proxy.MIDDEL,
        proxy_note="Nogle grupper har oftere været på ydelse. Hvilken ydelse det var, bruges ikke.",
        unit="uger",
        least=0,
        most=53,
    ),
    Feature(
        name="uger_gaaet",
        danish="Uger, der er gået (højst 22)",
        source="sick_leave_spells.first_day",
        known=Known.NEDSLAG,
        basis=_FOLLOW_UP,
        why="Vurderingen gives på ny ved hvert nedslag, og hvad der vides, siger noget andet efter 22 uger end ved "
        "indgangen.",
        proxy=Proxy.LAV,
        proxy_note="Ingen kendt.",
        unit="uger",
        least=0,
        most=22,
    ),
    Feature(
        name="tilbage_i_job",
        danish="Eget svar: tror på at være tilbage i job",
        source="questionnaire.tilbage_i_job",
        known=Known.SVAR,
        basis=_ASKED,
        why="Ens egen forventning er det enkelte svar, der siger mest, i alle undersøgelser af området.",
        proxy=Proxy.LAV,
        proxy_note="Det er borgerens egne ord. Den, der ikke svarer, vurderes uden.",
        unit="0-10",
        least=0,
        most=10,
        changes=True,
    ),
    Feature(
        name="egen_helbredsvurdering",
        danish="Eget svar: helbred",
        source="questionnaire.egen_helbredsvurdering",
        known=Known.SVAR,
        basis=_ASKED,
        why="Hvordan man selv synes, man har det, siger mere om varigheden end diagnosen.",
        proxy=Proxy.LAV,
        proxy_note="En helbredsoplysning, givet af borgeren selv.",
        unit="1-5",
        least=1,
        most=5,
    ),
    Feature(
        name="arbejdsevne_nu",
        danish="Eget svar: arbejdsevne nu",
        source="questionnaire.arbejdsevne_nu",
        known=Known.SVAR,
        basis=_ASKED,
        why="Arbejdsevnen nu, set af borgeren, er det nærmeste mål for, hvor langt der er tilbage.",
        proxy=Proxy.LAV,
        proxy_note="En helbredsoplysning, givet af borgeren selv.",
        unit="0-10",
        least=0,
        most=10,
        changes=True,
    ),
    Feature(
        name="smerter",
        danish="Eget svar: smerter",
        source="questionnaire.smerter",
        known=Known.SVAR,
        basis=_ASKED,
        why="Stærke smerter forlænger fraværet, især ved lidelser i muskler og led.",
        proxy=Proxy.LAV,
        proxy_note="En helbredsoplysning, givet af borgeren selv. Kvinder og mænd svarer lidt forskelligt.",
        unit="0-10",
        least=0,
        most=10,
    ),
    Feature(
        name="bekymring",
        danish="Eget svar: bekymring",
        source="questionnaire.bekymring",
        known=Known.SVAR,
        basis=_ASKED,
        why="Bekymring for at vende tilbage forlænger fraværet, og den er noget, en samtale kan ændre.",
        proxy=Proxy.LAV,
        proxy_note="En helbredsoplysning, givet af borgeren selv.",
        unit="0-10",
        least=0,
        most=10,
        changes=True,
    ),
    Feature(
        name="kontakt_arbejdsgiver",
        danish="Eget svar: kontakt med arbejdsgiveren",
        source="questionnaire.kontakt_arbejdsgiver",
        known=Known.SVAR,
        basis=_ASKED,
        why="Den, der holder kontakt med arbejdspladsen og kan få opgaverne tilpasset, kommer hurtigere tilbage.",
        proxy=Proxy.LAV,
        proxy_note="Afhænger også af arbejdsgiveren.",
        unit="1-5",
        least=1,
        most=5,
        changes=True,
    ),
)
"""In the order in which the site shows them. An answer has the name of its question."""

PLACE = Feature(
    name="kommune",
    danish="Kommune",
    source="persons.municipality",
    known=Known.INDGANG,
    basis=_FOLLOW_UP,
    why="Praksis er forskellig fra kommune til kommune. Leddet er fælles for alle i kommunen og trukket mod midten; "
    "det skelner ikke mellem to borgere i samme kommune.",
    proxy=Proxy.MIDDEL,
    proxy_note="Kan på tværs af kommuner stå for social baggrund. Bruges kun, når en model lærer af flere kommuner.",
    words=(),
)
"""Not a feature of a person: the one column that a model of several municipalities may shrink."""

QUESTIONNAIRE = "questionnaire"
"""The first word of the source of what the citizen answers."""


SAID = ("expected_by_citizen", "expected_by_employer", "expected_by_physician")
"""The columns of what people expected at notification."""


def is_said(feature: Feature) -> bool:
    """Whether it is what somebody says: an answer, or what was expected at notification."""
    return is_answer(feature) or feature.source.partition(".")[2] in SAID


def is_answer(feature: Feature) -> bool:
    """Whether it is something that the citizen answers, and so unknown until then."""
    return feature.source.partition(".")[0] == QUESTIONNAIRE
