"""What the rules on kontanthjælp must be told besides what several statutes share (`pejl.law.givens`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pejl.law.given import Given

GIVENS: tuple[Given, ...] = (
    Given(
        "opholdsaar",
        float,
        "Hvor mange af de seneste 10 år borgeren har opholdt sig lovligt i Danmark. Op til 2 måneder i udlandet om "
        "året tæller med, og det gør militære missioner også.",
        unit="år",
        example=10.0,
        cites="LAS § 11, stk. 3",
    ),
    Given(
        "arbejdsaar",
        float,
        "Hvor mange års ordinært arbejde på fuld tid borgeren har haft inden for de seneste 10 år. Støttet arbejde "
        "tæller ikke med.",
        unit="år",
        example=3.5,
        cites="LAS § 11",
    ),
    Given(
        "indrejst_1968_eller_senere",
        bool,
        "Om borgeren er kommet til Danmark i 1968 eller senere. Kun da gælder beskæftigelseskravet. Nej for den, der "
        "altid har boet her.",
        example=True,
        cites="LAS § 11",
    ),
    Given(
        "undtaget_fra_beskaeftigelseskrav",
        bool,
        "Om borgeren er undtaget fra beskæftigelseskravet: adopterede, udsendte danskere og deres børn, og ukrainere "
        "under særloven.",
        example=False,
        cites="LAS § 11",
    ),
    Given(
        "barn_i_danmark",
        bool,
        "Om mindst ét af børnene opholder sig i Danmark eller er omfattet af EU-undtagelsen. Barnet behøver ikke at bo "
        "hos borgeren.",
        example=True,
        cites="LAS §§ 16-20",
    ),
    Given(
        "ret_til_ekstra_boernetilskud",
        bool,
        "Om borgeren har ret til ekstra børnetilskud. Det er den myndighed, der udbetaler børnetilskud, som afgør det.",
        example=True,
    ),
    Given(
        "gravid_efter_uge_12",
        bool,
        "Om borgeren er gravid efter 12. uge. Bruges kun for personer under 30 år før 01.07.2025.",
        example=False,
        cites="LAS § 25, stk. 3, til 30.06.2025",
    ),
    Given(
        "psykisk_syg",
        bool,
        "Om borgeren fik satsen for unge med en dokumenteret psykisk sygdom. Bruges kun for personer under 30 år før "
        "01.07.2025, og er aldrig en diagnose.",
        example=False,
        cites="LAS §§ 23 og 25 til 30.06.2025",
    ),
    Given(
        "ret_til_aktivitetstillaeg",
        bool,
        "Om kommunen har bevilget aktivitetstillæg for måneden. Fandtes til 30.06.2025.",
        example=False,
        cites="LAS § 24, stk. 3, og § 25, stk. 9, til 30.06.2025",
    ),
    Given(
        "ret_til_tilpasningstillaeg",
        bool,
        "Om kommunen har bevilget midlertidigt tilpasningstillæg for måneden.",
        example=False,
        cites="LAS §§ 16-20",
    ),
    Given(
        "arbejdsindtaegt",
        float,
        "Løn for almindeligt arbejde i måneden, før skat.",
        unit="kr. pr. måned",
        example=0.0,
    ),
    Given("loentimer", float, "Timer med almindelig løn i måneden.", unit="timer pr. måned", example=0.0),
    Given("kan_arbejde", bool, "Om borgeren er vurderet til at kunne arbejde.", example=True),
    Given(
        "loentimer_paa_et_aar",
        float,
        "Timer med almindeligt arbejde inden for et år. At året er de 12 måneder før vurderingen, er ikke bekræftet.",
        unit="timer",
        example=230.0,
    ),
    Given(
        "loft_raekke",
        int,
        "Rækken i tabellen for kontanthjælpsloft, stk. 2 og 3, som siden med satser har dem: 1 til 6.",
        example=1,
        cites="LAS § 25 b til 30.06.2025",
    ),
    Given(
        "saerlig_stoette_bevilget",
        float,
        "Særlig støtte til høje boligudgifter, som den blev udbetalt i måneden. Ikke boligstøtte.",
        unit="kr. pr. måned",
        example=0.0,
        cites="LAS § 34 til 30.06.2025",
    ),
    Given(
        "saerlig_stoette_foer_loft",
        float,
        "Særlig støtte, før kontanthjælpsloftet blev trukket fra.",
        unit="kr. pr. måned",
        example=1200.0,
        cites="LAS § 34 til 30.06.2025",
    ),
    Given("boligstoette", float, "Boligstøtte i måneden.", unit="kr. pr. måned", example=1000.0),
    Given(
        "kvitteringer_i_orden",
        bool,
        "Om der er afleveret kvitteringer til tiden for en tredjedel af fritidstillægget i den seneste periode på 3 "
        "måneder. Ja, så længe ingen frist er overskredet.",
        example=True,
    ),
    Given(
        "fritidstillaeg_periode_slut",
        dt.date,
        "Den sidste dag i den periode på 3 måneder, som kvitteringerne gælder.",
        example=dt.date(2025, 9, 30),
    ),
    Given(
        "sidste_dag_paa_kontanthjaelp",
        dt.date,
        "Den sidste dag på kontanthjælp før overgangen til job.",
        example=dt.date(2025, 10, 31),
    ),
    Given(
        "egenbetaling_medicin",
        float,
        "Hvad borgeren selv har betalt i måneden for medicin til sig selv og sine børn, efter andre tilskud.",
        unit="kr. pr. måned",
        example=120.0,
    ),
    Given(
        "formue",
        float,
        "Kontanter og andre værdier, som let kan gøres til penge. For et par: begges tilsammen.",
        unit="kr.",
        example=4000.0,
    ),
    Given("sanktioner", int, "Hvor mange hændelser i måneden der er givet sanktion for.", example=0),
    Given(
        "traekprocent",
        float,
        "Trækprocenten på skattekortet. Ukendt, når den ikke er oplyst: så regnes intet beløb efter skat.",
        unit="pct.",
        example=37.0,
    ),
    Given(
        "maanedsfradrag",
        float,
        "Fradraget på skattekortet for en måned, så meget af det som bruges på ydelsen.",
        unit="kr. pr. måned",
        example=4300.0,
    ),
)

ORDINARILY: Mapping[str, bool | int | float] = {
    "undtaget_fra_beskaeftigelseskrav": False,
    "barn_i_danmark": True,
    "gravid_efter_uge_12": False,
    "psykisk_syg": False,
    "ret_til_aktivitetstillaeg": False,
    "ret_til_tilpasningstillaeg": False,
    "arbejdsindtaegt": 0.0,
    "loentimer": 0.0,
    "saerlig_stoette_bevilget": 0.0,
    "kvitteringer_i_orden": True,
    "egenbetaling_medicin": 0.0,
    "sanktioner": 0,
}
"""What holds for most, for counting over a register that has not been told. Each one used is an assumption and is
listed as one. No single case is decided by it: a person's own case is asked for the fact."""
