"""Extra appropriations tell their financing and their way ahead, and nothing stands under a closed item."""

from __future__ import annotations

import pytest

from pejl.minutes.checks.flag import FlagKind
from pejl.minutes.checks.run import check
from pejl.minutes.document import Minutes
from pejl.minutes.public import public_version

from ..reading import HEAD, item, minutes_of
from .flags_said import flags_of, rules, told

POINT = "1. at der gives en tillægsbevilling på 900.000 kr. i 2026."


def asking(point: str = POINT, *, decision: str = "Anbefales.", body: str = "Teksten.", head: str = HEAD) -> Minutes:
    text = item(1, decision=decision, body=body).replace("1. at sagen godkendes.", point)
    return minutes_of(text, head=head)


@pytest.mark.parametrize(
    ("point", "stated"),
    [
        (POINT, "900.000 kr."),
        ("1. at projektet går i gang, og\n2. at udvalget får en tillægsbevilling på 1,2 mio. kr.", "1,2 mio. kr."),
        ("1. at der gives en udgiftsbevilling på 300.000 kr. til rådgivere.", "300.000 kr."),
        ("1. at Byrådet giver en merbevilling på 300.000 kr.", "300.000 kr."),
        ("1. at tillægsbevillingen anbefales.", "en tillægsbevilling"),
    ],
)
def test_an_extra_appropriation_without_a_word_of_financing_is_told_of(point: str, stated: str) -> None:
    assert told(asking(point)) == [("financing", stated, "ingen finansiering nævnt")]


@pytest.mark.parametrize(
    "said",
    [
        "Udgiften finansieres af de likvide aktiver.",
        "Der gives en tilsvarende indtægtsbevilling.",
        "Beløbet tages af kassebeholdningen.",
        "Beløbet kan holdes inden for udvalgets ramme.",
        "Pengene kommer fra puljen til uforudsete udgifter.",
        "Staten giver tilskud til hele udgiften.",
        "Der er et mindreforbrug på området.",
        "Sagen er budgetneutral.",
        "Der optages lån til hele udgiften.",
        "Beløbet omplaceres fra driften.",
        "Udgiften modsvares af en besparelse på driften.",
    ],
)
def test_any_word_of_financing_anywhere_in_the_item_is_enough(said: str) -> None:
    assert told(asking(body=said)) == []
    assert told(asking(f"{POINT[:-1]}, og\n2. at {said[0].lower()}{said[1:]}")) == []


@pytest.mark.parametrize(
    "point",
    [
        "1. at sagen godkendes.",
        "1. at der ikke gives nogen tillægsbevilling.",
        "1. at der gives en negativ tillægsbevilling på 900.000 kr.",
        "1. at der gives en anlægsbevilling på 900.000 kr. til taget.",
        "1. at orienteringen om tidligere bevillinger tages til efterretning.",
    ],
)
def test_what_is_no_extra_appropriation_needs_no_financing(point: str) -> None:
    assert told(asking(point)) == []


@pytest.mark.parametrize("decision", ["Sagen blev trukket.", "Udsat.", "Forkastet."])
def test_what_was_not_decided_is_left_alone(decision: str) -> None:
    assert told(asking(decision=decision)) == []


FINANCED = "Udgiften finansieres af de likvide aktiver."
COUNCIL = HEAD.replace("Beskæftigelsesudvalget", "Byrådet")


@pytest.mark.parametrize("decision", ["Tiltrådt.", "Godkendt.", "Udvalget godkendte indstillingen."])
def test_a_committee_that_adopts_one_and_sends_it_nowhere_is_told_of(decision: str) -> None:
    (flag,) = flags_of(asking(decision=decision, body=FINANCED))
    assert (flag.rule, flag.stated) == ("onward-route", "900.000 kr.")
    assert "§ 40" in flag.sentence and "ulovlig" not in flag.sentence


@pytest.mark.parametrize(
    "minutes",
    [
        asking(decision="Anbefales.", body=FINANCED),
        asking(decision="Tiltrådt.", body=FINANCED, head=COUNCIL),
        asking(decision="Tiltrådt.\n\nKommende behandlingsforløb\n\nØkonomiudvalget 09.12.2025", body=FINANCED),
        asking(decision="Tiltrådt.", body=f"{FINANCED} Sagen går videre til Økonomiudvalget og Byrådet."),
        asking("1. at udvalget indstiller til Byrådet, at der gives en tillægsbevilling på 900.000 kr.",
               decision="Tiltrådt.", body=FINANCED),
        asking("1. at projektet går i gang, og\n2. at der gives en tillægsbevilling på 900.000 kr.",
               decision="Ad 1. Tiltrådt.\n\nAd 2. Anbefales.", body=FINANCED),
        asking(decision="Tiltrådt.", body="Beløbet omplaceres inden for udvalgets ramme."),
        asking("1. at projektet går i gang.", decision="Tiltrådt."),
    ],
)  # fmt: skip
def test_a_recommendation_a_council_and_a_way_ahead_are_left_alone(minutes: Minutes) -> None:
    assert told(minutes) == []


def test_a_council_that_the_case_came_from_is_no_way_ahead() -> None:
    body = f"{FINANCED} Byrådet vedtog rammen 18.06.2025, punkt 3."
    assert rules(asking(decision="Tiltrådt.", body=body)) == ["onward-route"]


HIDDEN = "Kastanjegården"
CLOSED = "Punkt 2: Lukket: Køb af areal\n\n26-60-82.02.00-G10"


def with_closed(under: str) -> Minutes:
    return minutes_of(item(1), f"{CLOSED}\n\n{under}", item(3, title="Anden sag"))


@pytest.mark.parametrize(
    ("under", "computed"),
    [
        (f"Gennemgang af sagen\n\n{HIDDEN} sælges til naboen for et stort beløb.", "tekst under punktet"),
        (f"Indstilling\n\nForvaltningen indstiller,\n\n1. at {HIDDEN} sælges til naboen.", "tekst under punktet"),
        (f"{HIDDEN} sælges til naboen for et stort beløb.", "tekst under punktet"),
        (f"Bilag\n\nBilag 1: Vurdering af {HIDDEN}", "åbne bilag under punktet"),
        (f"Gennemgang af sagen\n\nPost\tKr.\n{HIDDEN}\t100\nI alt\t100", "en tabel under punktet"),
    ],
)
def test_text_under_a_closed_item_is_told_of_and_never_repeated(under: str, computed: str) -> None:
    (flag,) = flags_of(with_closed(under))
    assert (flag.rule, flag.stated, flag.computed) == ("closed-item-text", "lukket punkt", computed)
    assert (flag.kind, flag.item) == (FlagKind.FORM, 2)
    said = flag.model_dump_json()
    assert "Punkt 2 " in said and not any(word in said for word in (HIDDEN, "areal", "nabo", "26-60"))


@pytest.mark.parametrize(
    "under",
    ["", "Beslutning\n\nGodkendt.", "Meddelelse\n\nIngen.", "Sagsnr.: 26-60-82.02.00-G10   Lukket", "Lukket punkt"],
)
def test_what_is_published_of_closed_items_is_left_alone(under: str) -> None:
    assert told(with_closed(under)) == []


def test_the_public_version_has_nothing_left_to_tell_of() -> None:
    minutes = with_closed(f"{HIDDEN} sælges til naboen for et stort beløb.")
    assert [flag.rule for flag in check(public_version(minutes))] == []


def test_number_of_the_frame_that_gets_the_money_is_no_financing() -> None:
    point = "der gives en tillægsbevilling på 1,2 mio. kr. i 2026 til udvalget, Ramme 1"
    assert [rule for rule, *_ in told(asking(point))] == ["financing"]
    assert told(asking(f"{point}, der tages af Ramme 2")) == []
