"""Words before a number blur it in one of five ways."""

from __future__ import annotations

import pytest

from pejl.calendar.hedges import Blur, hedge_before


@pytest.mark.parametrize(
    ("text", "number", "blur", "words"),
    [
        ("Der er ca. 550 borgere", "550", Blur.ABOUT, "ca. "),
        ("Der er ca.550 borgere", "550", Blur.ABOUT, "ca."),
        ("omkring 800 personer", "800", Blur.ABOUT, "omkring "),
        ("Omtrent 20 sager", "20", Blur.ABOUT, "Omtrent "),
        ("det er knap 7 pct.", "7", Blur.JUST_BELOW, "knap "),
        ("næsten 34.000 borgere", "34", Blur.JUST_BELOW, "næsten "),
        ("lige under 40 pct.", "40", Blur.JUST_BELOW, "lige under "),
        ("lidt mindre end 40 pct.", "40", Blur.JUST_BELOW, "lidt mindre end "),
        ("op mod 80 sager", "80", Blur.JUST_BELOW, "op mod "),
        ("godt 10 mio. kr.", "10", Blur.JUST_ABOVE, "godt "),
        ("godt og vel 10 pct.", "10", Blur.JUST_ABOVE, "godt og vel "),
        ("lidt over 50 pct.", "50", Blur.JUST_ABOVE, "lidt over "),
        ("over 350 borgere", "350", Blur.AT_LEAST, "over "),
        ("mere end 60 pct.", "60", Blur.AT_LEAST, "mere end "),
        ("mindst 80 pct.", "80", Blur.AT_LEAST, "mindst "),
        ("under 20 pct.", "20", Blur.AT_MOST, "under "),
        ("op til 3 pct.", "3", Blur.AT_MOST, "op til "),
        ("færre end 12 sager", "12", Blur.AT_MOST, "færre end "),
    ],
)
def test_a_number_is_blurred_by_the_words_before_it(text: str, number: str, blur: Blur, words: str) -> None:
    place = text.index(number)
    found = hedge_before(text, place)
    assert found is not None
    assert (found.blur, text[found.start : place]) == (blur, words)


@pytest.mark.parametrize("text", ["i alt 164 sager", "De 164 sager", "kun 164", "oktober 164", "164", "bunder 164"])
def test_a_number_without_such_words_stands_as_printed(text: str) -> None:
    assert hedge_before(text, text.index("164")) is None
