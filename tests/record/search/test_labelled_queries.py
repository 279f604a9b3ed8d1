"""What a reader types, and which items of the small record answer: the search's specification by example."""

from __future__ import annotations

from pathlib import Path

import pytest

from pejl.record.search import SearchIndex
from record.search.small_record import build, found

ANSWERS: dict[str, set[str]] = {
    # inflections
    "samtale": {"samtaler"},
    "samtalerne": {"samtaler"},
    "klage": {"klager"},
    "klagen": {"klager"},
    "udgift": {"budget"},
    "informationsmøde": {"reform"},
    "virksomheden": {"virksomhed"},
    "medlemmerne": {"borgmester"},
    "afgørelsen": {"klager"},
    "LEDIGE": {"samtaler"},
    # words that drop an e
    "jobcenter": {"reform", "samtaler"},
    "jobcentrene": {"reform", "samtaler"},
    "regel": {"ips"},
    "middel": {"udskudt"},
    "minister": {"udskudt"},
    "ministrene": {"udskudt"},
    # inside words
    "kontanthjælp": {"budget", "reform"},
    "modtagere": {"budget", "reform"},
    "modtager": {"budget", "reform"},
    "reform": {"reform"},
    "ydelse": {"klager", "borgmester"},
    "praktik": {"virksomhed"},
    "indsats": {"ips", "virksomhed"},
    "sal": {"festsal"},
    "uddannelser": {"skole"},
    "møde": {"reform", "salg", "skole"},
    # whole compounds
    "virksomhedspraktikken": {"virksomhed"},
    "kontanthjælpsmodtager": {"budget"},
    "jobcenterchef": {"samtaler"},
    # phrases
    '"ordinære timer"': {"ips"},
    '"rettidige samtaler"': {"samtaler"},
    '"rettidig samtale"': {"samtaler"},
    '"fast IPS-forløb"': {"ips"},
    "„op til to år“": {"ips"},
    '"samtaler rettidige"': set(),
    # several words, and exclusion
    "samtaler ledige": {"samtaler"},
    "kontanthjælp -reform": {"budget"},
    "udgifter sygedagpenge": {"budget"},
    "kontanthjælp jobcentret": {"reform"},
    "virksomhed -virksomhedspraktik": set(),
    'medlem -"nyt medlem"': set(),
    # spelling
    "Åbenrå": {"aabenraa"},
    "åbenraa": {"aabenraa"},
    "paa": {"aabenraa", "klager", "salg"},
    "fjordbaaden": {"aabenraa"},
    # numbers, dates, case numbers
    "03.12.2025": {"aabenraa"},
    "5.194.370": {"budget"},
    "24-26-15.00.00-A00": {"samtaler"},
    "15.00.00": {"samtaler"},
    "25-11": {"budget"},
    "00.30.14": {"budget"},
    "IPS-indsats": {"ips"},
}

JUNK = (
    "zebrahale",
    "kvantefysik",
    "salat-sal",
    "mødet sydpolen",
    "kontanthjælp zebra",
    "lighed",
    "tager",
    "15.99.99",
    "04.12.2025",
    "24-26-15.00.00-B",
    "abenra",
    "maalidt",
    '"kontanthjælp modtagere"',
    "???",
    "***",
    "title:samtale",
    "samtale*",
    "hjaelp",
    "xyz xyz xyz",
    "😀",
)
NOT_JUNK = {"samtale*"}
"""A sign that is no word is nothing to search for, so what is left is asked."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder: Path = tmp_path_factory.mktemp("labelled")
    return build(folder / "index")


@pytest.mark.parametrize(("text", "expected"), ANSWERS.items(), ids=ANSWERS.keys())
def test_reader_finds_what_the_record_says(index: SearchIndex, text: str, expected: set[str]) -> None:
    assert found(index, text) == expected


@pytest.mark.parametrize("text", [text for text in JUNK if text not in NOT_JUNK])
def test_junk_finds_nothing(index: SearchIndex, text: str) -> None:
    assert found(index, text) == set()


def test_signs_around_a_word_are_not_asked_for(index: SearchIndex) -> None:
    assert found(index, "samtale*") == found(index, "(samtale)") == found(index, "samtale") == {"samtaler"}
