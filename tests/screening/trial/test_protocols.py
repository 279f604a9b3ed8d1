"""A protocol says beforehand what is asked, of whom, how large and how it is judged; what is wrong in it is told."""

from __future__ import annotations

import pytest

from pejl.screening.trial.changed import changed, forbidden
from pejl.screening.trial.protocol_file import BadProtocol, needed_ends, read_protocol
from screening.trial.protocols import protocol, written


def test_the_example_is_a_protocol_and_its_size_is_reckoned() -> None:
    read = protocol()
    assert (read.control.word, read.tried.word) == ("saedvanlig", "raad")
    assert needed_ends(read) == 633 <= read.primary.ends
    assert read.site_of(998, "Sygefravær", "Nord") is read.sites[0]
    assert read.site_of(998, "Indsats og Udvikling", None) is None and read.site_of(101, None, None) is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('danish = "Klage over forløbet"\n', "", "»harms.3.danish« mangler."),
        ("version = 1", "version = 1\nmood = 2", "»mood« er ikke et felt i en protokol."),
        ('name = "tidlig-indsats"', 'name = "Tidlig indsats"', "»name« skal være et kort ord"),
        ("control = true", "control = false", "to arme"),
        ("blocks = [4, 6]", "blocks = [4]", "mindst to lige tal"),
        ("blocks = [4, 6]", "blocks = [3, 5]", "mindst to lige tal"),
        ("bands = [0.15, 0.35]", "bands = [0.35, 0.15]", "stigende tal"),
        ("ends = 640", "ends = 400", "kræver 633"),
        ("persons = 900", "persons = 600", "kan kun slutte én gang"),
        ("ratio = 1.25", "ratio = 1.0", "kan ikke være 1"),
        ('compares = "bedre"', 'compares = "ikke_ringere"', "skal være under 1"),
        ('exits = ["tilbage"]', 'exits = ["hjemme"]', "hjemme er ikke en måde at slutte på"),
        ("at = [0.5, 1.0]", "at = [0.5, 0.9]", "den sidste er 1.0"),
        ("ends = 2028-12-31", "ends = 2028-03-31", "følges i 13 uger"),
        ("starts = 2027-01-04", "starts = 2029-01-04", "Dagene passer ikke"),
        ('units = ["Sygefravær"]\n\n[[sites]]\nword = "bakkeby"', '\n[[sites]]\nword = "fjordby"', "samme ord"),
        ("municipality = 997", "municipality = 998", "dækker dens andre steder"),
        ('word = "tilbagefald"', 'word = "vejret"', "hver skade følges én gang"),
        ('danish = "Klage over forløbet"', 'danish = "Klage \\u001b[2J"', "tegn, som ikke kan ses"),
        ('danish = "Klage over forløbet"', 'danish = "Klage fra 010180-1234"', "ligner et CPR-nummer"),
        ("starts = 2027-01-04", "starts = 2027-01", "Linje 10 er ikke skrevet som TOML"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(before: str, after: str, told: str) -> None:
    with pytest.raises(BadProtocol, match="(?s)" + told.replace("(", r"\(").replace(".", r"\.")):
        read_protocol(written({before: after}))


def test_what_is_no_protocol_at_all_is_refused() -> None:
    for nothing in (b"\xff\xfe", b"", b"x = [" * 5000, b"a = 1\n" * 60_000):
        with pytest.raises(BadProtocol):
            read_protocol(nothing)


def test_a_release_has_a_margin_and_is_larger() -> None:
    release = {
        'compares = "bedre"': 'compares = "ikke_ringere"',
        "ratio = 1.25": "ratio = 0.90",
        "power = 0.8": "power = 0.9",
        "at = [0.5, 1.0]": "at = [1.0]",
        "ends = 640": "ends = 3786",
        "persons = 900": "persons = 4500",
    }
    assert needed_ends(protocol(release)) == 3786


def test_after_the_first_draw_only_what_no_draw_stands_on_can_change() -> None:
    before = protocol()
    assert changed(before, protocol({"version = 1": "version = 2"})) == ()
    later = protocol({"enrols_until = 2027-12-31": "enrols_until = 2027-12-30"})
    assert changed(before, later) == ("enrols_until",) and not forbidden(before, later)
    assert forbidden(before, protocol({"blocks = [4, 6]": "blocks = [4, 8]"})) == ("draw",)
    fewer = before.model_copy(update={"sites": before.sites[:2]})
    more = before.model_copy(
        update={"sites": (*before.sites, before.sites[0].model_copy(update={"word": "nyby", "municipality": 995}))}
    )
    assert forbidden(before, fewer) == ("sites",) and not forbidden(before, more)
