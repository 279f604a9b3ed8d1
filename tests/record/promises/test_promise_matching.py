"""Which items keep a promise, by which reasons, and which only may."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.minutes.document import Attachment, Item, Kind, Outcome, Reference
from pejl.minutes.promises.find import promises_of
from pejl.minutes.promises.promise import Promise
from pejl.record.promises.gist import Gist, gist_of
from pejl.record.promises.matching import STRONG, Match, match
from pejl.record.promises.wish import Wish, wish_of
from record.builders import item, minutes

BODY, KEY = "Beskæftigelsesudvalget", "beskæftigelsesudvalg"
MADE_ON = dt.date(2025, 9, 10)


def promised_in(sentence: str, *, title: str, case: str | None) -> tuple[Promise, Item]:
    made_in = item(3, title, case=case, text=[sentence])
    (promise,) = promises_of(minutes(made_in, body=BODY, date=MADE_ON), 1)
    return promise, made_in


def tried(
    sentence: str,
    later: Item,
    day: dt.date,
    *,
    title: str = "Handleplaner efter revisionen",
    case: str | None = None,
    body: str = KEY,
    kind: Kind = Kind.MINUTES,
) -> Match | None:
    """The match of what the sentence promises with a later item."""
    promise, made_in = promised_in(sentence, title=title, case=case)
    wish = wish_of(promise, made_in, KEY, MADE_ON)
    return match(wish, promise.window.first, promise.window.last, gist_of(later, body, kind), body, day)


def with_attachments(of: Item, titles: Sequence[str]) -> Item:
    attachments = [Attachment(number=str(number), title=title, line=1) for number, title in enumerate(titles, start=1)]
    return of.model_copy(update={"attachments": attachments})


STATUS = "En status på handleplanerne forelægges udvalget i 1. kvartal 2026."
IN_TIME = dt.date(2026, 3, 11)


def test_an_item_of_the_kind_and_subject_in_time_is_proposed() -> None:
    found = tried(STATUS, item(5, "Status på handleplaner", outcome=Outcome.NOTED), IN_TIME)
    assert found and found.strong
    assert found.reasons == (
        "Mødet ligger i den lovede periode",
        "Samme udvalg som løftet",
        "Titlen siger en status",
        "Titel eller bilag har næsten samme ord som løftet",
        "Samme ord i titlen: handleplanerne",
    )


def test_an_item_on_another_subject_is_not_even_suggested() -> None:
    assert tried(STATUS, item(5, "Budgetopfølgning", outcome=Outcome.ADOPTED), IN_TIME) is None


def test_an_attachment_with_the_promised_words_keeps_a_promise_for_that_day() -> None:
    sentence = "Udvalget vil 03.12.2025 blive forelagt en opsamling på de to temadrøftelser."
    later = with_attachments(item(2, "Økonomisk prioritering"), ["Opsamling på temadrøftelse 01.10.2025"])
    found = tried(sentence, later, dt.date(2025, 12, 3))
    assert found and found.strong
    assert "Titel eller bilag har næsten samme ord som løftet" in found.reasons


def test_a_decision_is_kept_by_a_decision_on_its_subject() -> None:
    sentence = "Udvalget vil 03.12.2025 blive forelagt en beslutningssag om nyt navn for indsatsen."
    found = tried(sentence, item(3, "Proces for navngivning af indsatsen"), dt.date(2025, 12, 3))
    assert found and found.strong
    assert "Udvalget tog stilling" in found.reasons


def test_a_theme_meeting_is_not_kept_by_papers_about_it() -> None:
    sentence = "Der holdes en temadrøftelse om marginalisering 01.10.2025."
    later = with_attachments(item(2, "Prioritering mod marginalisering"), ["Oplæg fra temadrøftelse 01.10.2025"])
    found = tried(sentence, later, dt.date(2025, 12, 3))
    assert found is None or not found.strong
    held = tried(sentence, item(1, "Temadrøftelse om marginalisering", outcome=Outcome.DISCUSSED), dt.date(2025, 10, 1))
    assert held and held.strong


def test_a_withdrawn_or_postponed_item_is_only_suggested() -> None:
    for outcome in (Outcome.WITHDRAWN, Outcome.POSTPONED):
        found = tried(STATUS, item(5, "Status på handleplaner", outcome=outcome), IN_TIME)
        assert found and not found.strong
        assert found.reasons[-1] == "Men punktet blev trukket eller udsat"


def test_an_agenda_alone_keeps_nothing() -> None:
    found = tried(STATUS, item(5, "Status på handleplaner", outcome=None), IN_TIME, kind=Kind.AGENDA)
    assert found and not found.strong
    assert found.reasons[-1] == "Men der er kun en dagsorden endnu, intet referat"


def test_a_promise_that_names_no_subject_is_known_by_its_item() -> None:
    sentence = "En ny status forelægges udvalget i 1. kvartal 2026."
    related = [Reference(body=BODY, date=MADE_ON, item=3, line=9, text="10.09.2025, punkt 3")]
    same = item(4, "Status på kontanthjælpsreformen", related=related, outcome=Outcome.NOTED)
    found = tried(sentence, same, IN_TIME, title="Kontanthjælpsreformen efter sommeren")
    assert found and found.strong
    assert "Henviser til punktet, hvor løftet blev givet" in found.reasons
    other = item(4, "Status på sygedagpenge", outcome=Outcome.NOTED)
    assert tried(sentence, other, IN_TIME, title="Kontanthjælpsreformen efter sommeren") is None


def test_a_case_that_is_to_come_back_is_known_by_its_number() -> None:
    sentence = "Sagen forelægges igen, når der er svar fra leverandøren."
    same = item(3, "Modtagelse af midler", case="25-12-15.00.00-P20")
    found = tried(sentence, same, dt.date(2026, 6, 15), title="Ansøgning om midler", case="25-12-15.00.00-P20")
    assert found and found.strong and "Samme sagsnummer" in found.reasons


def test_too_late_is_said_in_days() -> None:
    found = tried(STATUS, item(5, "Status på handleplaner", outcome=Outcome.NOTED), dt.date(2026, 4, 1))
    assert found and found.reasons[0] == "Mødet er 1 dag efter fristen"


def test_a_committee_that_follows_on_another_counts_for_less_than_the_same() -> None:
    same = tried(STATUS, item(5, "Status på handleplaner"), IN_TIME)
    other = tried(STATUS, item(5, "Status på handleplaner"), IN_TIME, body="beskæftigelses og uddannelsesudvalg")
    assert same and other and same.score > other.score


WORDS = ["status", "handleplan", "evaluering", "navn", "indsatsen", "temadrøftelse", "og", "klager", "budgetopfølgning"]
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)


@settings(max_examples=examples(150), deadline=None)
@given(
    title=TITLES,
    attachments=st.lists(TITLES, max_size=3),
    outcome=st.sampled_from(list(Outcome)),
    late=st.integers(-90, 300),
)
def test_whatever_the_item_the_match_follows_from_what_is_kept_of_the_two(
    title: str, attachments: list[str], outcome: Outcome, late: int
) -> None:
    promise, made_in = promised_in(STATUS, title="Handleplaner efter revisionen", case=None)
    wish = wish_of(promise, made_in, KEY, MADE_ON)
    gist = gist_of(with_attachments(item(2, title, outcome=outcome), attachments), KEY)
    day = dt.date(2026, 3, 31) + dt.timedelta(days=late)
    found = match(wish, promise.window.first, promise.window.last, gist, KEY, day)
    kept_wish = Wish.model_validate_json(wish.model_dump_json())
    kept_gist = Gist.model_validate_json(gist.model_dump_json(exclude_defaults=True))
    assert match(kept_wish, promise.window.first, promise.window.last, kept_gist, KEY, day) == found
    assert found is None or (found.reasons and (not found.strong or found.score >= STRONG))
