"""The texts of letters: files that say which topic and which days of the law they fit."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.casework.informing.letter import LetterKind
from pejl.casework.informing.templates import FIELDS, BadTemplate, read_template, template_named, templates
from pejl.casework.informing.topic import Topic, said, topic_named
from pejl.law.law import law

HEAD = "name: et_brev\ndanish: Et brev\ntopic: forsoerger\nkind: besked\nfrom: 2025-07-01\nversion: 1"


def a_file(head: str = HEAD, text: str = "Fra $dag ($paragraf): $kontakt") -> str:
    return f"---\n{head}\n---\n{text}\n"


def topic_of(written: str) -> Topic:
    return topic_named(written, law().book)


@pytest.mark.parametrize("template", templates(), ids=lambda each: each.name)
def test_each_text_is_about_something_in_the_law_of_its_days(template: object) -> None:
    each = template_named(template.name)  # type: ignore[attr-defined]
    assert each is not None
    words = said(topic_of(each.topic), law().on(each.since))
    filled = each.filled(dict.fromkeys(FIELDS, "x"))
    assert words.danish and "$" not in filled and filled.startswith("# ")
    assert each.kind is LetterKind.CORRECTION or {"dag", "kontakt"} <= set(each.fields)


def test_a_letter_tells_section_day_and_where_to_ask() -> None:
    filled = template_named("arbejdspligt_juli_2025").filled(  # type: ignore[union-attr]
        {"dag": "1. juli 2025", "paragraf": "LAB kap. 16 a", "kontakt": "Jobcenter, Team Nord"}
    )
    assert "Fra 1. juli 2025 er du omfattet af arbejdspligten (LAB kap. 16 a)." in filled
    assert filled.endswith("Du kan spørge her: Jobcenter, Team Nord\n")


def test_the_texts_of_two_laws_do_not_fit_the_same_day() -> None:
    old, new = template_named("arbejdspligt_januar_2025"), template_named("arbejdspligt_juli_2025")
    assert old and new
    for day in (dt.date(2025, 6, 30), dt.date(2025, 7, 1)):
        assert old.fits(day) != new.fits(day)


def test_the_hash_is_of_every_letter_in_the_file() -> None:
    one, other = read_template("a.md", a_file()), read_template("a.md", a_file(text="Fra $dag. $kontakt"))
    assert one.hash != other.hash and one.fields == ("dag", "paragraf", "kontakt")


@pytest.mark.parametrize(
    "content",
    [
        "uden hoved",
        a_file(HEAD.replace("version: 1", "")),
        a_file(f"{HEAD}\nfarve: rød"),
        a_file(HEAD.replace("besked", "reklame")),
        a_file(HEAD.replace("2025-07-01", "snart")),
        a_file(f"{HEAD}\nuntil: 2025-06-30"),
        a_file(HEAD.replace("et_brev", "Et Brev")),
        a_file("name: [x"),
        a_file(text="Kære $navn"),
        a_file(text="Du får 100 $"),
    ],
)
def test_a_text_that_is_written_wrong_is_a_fault_with_its_file(content: str) -> None:
    with pytest.raises(BadTemplate, match=r"a\.md: "):
        read_template("a.md", content)
