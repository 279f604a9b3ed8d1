"""What the rules of the employment effort must be told."""

from __future__ import annotations

import datetime as dt

from pejl.law.given import Given

RATES = ("mindstesats", "grundsats", "forhoejet_sats", "hjemmeboendesats")
OFFERS = (
    "virksomhedspraktik",
    "loentilskud",
    "nytteindsats",
    "vejledning_opkvalificering",
    "ordblindeundervisning",
    "realkompetencevurdering",
    "uddannelse",
    "jobrettet_uddannelse",
    "mentor",
    "arbejdspligt",
    "afklaring",
    "trivsel",
)

GIVENS: tuple[Given, ...] = (
    Given(
        "dagpengetimer",
        float,
        "Timer med dagpenge, som borgeren har brugt, når måneden er slut. Ikke timer i ledighed.",
        unit="timer",
        example=411.0,
        cites="LAB § 31",
    ),
    Given(
        "timegraense_passeret",
        dt.date,
        "Den dag, hvor de brugte timer med dagpenge kom over grænsen for overdragelse.",
        example=dt.date(2025, 5, 20),
    ),
    Given(
        "paragraf_27_stk_3",
        bool,
        "Om borgeren er omfattet af LAB § 27, stk. 3, så samtalerne er kommunens fra første dag.",
        example=False,
        cites="LAB § 27, stk. 3",
    ),
    Given(
        "mindre_intensiv_indsats",
        bool,
        "Om borgeren står som visiteret til en mindre intensiv indsats på dagen.",
        example=False,
        cites="LAB § 106",
    ),
    Given(
        "udbetalt_sats",
        str,
        "Den sats af kontanthjælp, som borgeren får. Ikke den, som reglerne ville give.",
        words=RATES,
        example="mindstesats",
    ),
    Given(
        "samtaler_hos_akasse",
        int,
        "Afholdte samtaler hos a-kassen inden for de første 3 måneder. Ikke bookede, aflyste eller udeblevne.",
        unit="samtaler",
        example=2,
    ),
    Given(
        "samtaler_hos_kommune",
        int,
        (
            "Afholdte samtaler hos kommunen inden for fristen: på dagpenge fra overdragelsen, ellers fra sagens "
            "første dag."
        ),
        unit="samtaler",
        example=1,
    ),
    Given("foerste_samtale_holdt", bool, "Om den første samtale er holdt.", example=True),
    Given("tilbudstype", str, "Hvilken slags tilbud det er.", words=OFFERS, example="virksomhedspraktik"),
    Given(
        "tilbud_dage",
        int,
        "Tilbuddets længde i kalenderdage i træk, første og sidste dag talt med.",
        unit="dage",
        example=14,
        cites="LAB § 102",
    ),
    Given("tilbud_givet", dt.date, "Den dag, hvor tilbuddet blev givet.", example=dt.date(2025, 6, 2)),
    Given(
        "tilbud_start", dt.date, "Tilbuddets første dag. Ikke den dag, det blev givet.", example=dt.date(2025, 6, 16)
    ),
    Given(
        "fritaget_paa_fristdagen",
        bool,
        "Om borgeren var fritaget for tilbud på den dag, hvor det første tilbud senest skulle begynde.",
        example=False,
        cites="LAB § 102",
    ),
    Given(
        "fritagelse_slut",
        dt.date,
        "Fritagelsens sidste dag. Ukendt, når der ingen fritagelse er, eller den endnu løber.",
        example=dt.date(2025, 9, 30),
    ),
    Given(
        "tilbudstimer",
        float,
        "Timer om ugen i tilbud, som borgeren deltager i.",
        unit="timer pr. uge",
        example=20.0,
        cites="LAB kap. 16 a",
    ),
    Given(
        "sociale_timer",
        float,
        "Timer om ugen i sociale foranstaltninger.",
        unit="timer pr. uge",
        example=0.0,
        cites="LAB kap. 16 a",
    ),
    Given(
        "behandlingstimer",
        float,
        "Timer om ugen i psykiatrisk behandling.",
        unit="timer pr. uge",
        example=3.0,
        cites="LAB kap. 16 a",
    ),
    Given("gruppe_antal", int, "Hvor mange der er i gruppen, uden dem der er fritaget.", unit="borgere", example=100),
    Given("gruppe_betjent", int, "Hvor mange i gruppen der har fået det, de skal have.", unit="borgere", example=75),
    Given(
        "gruppe_foerste_samtale",
        int,
        "Hvor mange i gruppen der har haft den første samtale.",
        unit="borgere",
        example=99,
    ),
    Given(
        "maaneder_til_selvforsoergelse",
        int,
        "Hvor mange måneder kommunen skønner, der går, før borgeren kan forsørge sig selv.",
        unit="måneder",
        example=5,
    ),
    Given("seneste_afklaring", dt.date, "Dagen for den seneste afklaring.", example=dt.date(2027, 1, 15)),
)
