"""A set of minutes on one screen: what a person sees of it without opening the document."""

from __future__ import annotations

from pejl.cli.summary import UNREAD_SHOWN, summary
from pejl.minutes.document import SourceLine, Tally
from record.builders import closed, item, minutes, vote


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def test_a_vote_is_counted_by_its_names_or_as_the_text_states_it() -> None:
    named = vote(for_=["Asta Fjord", "Bo Klit"], against=["Carl Sø"])
    stated = vote().model_copy(update={"stated": Tally(for_=5, against=0)})
    untold = vote()
    text = summary(minutes(item(1, votes=[named]), item(2, votes=[stated]), item(3, votes=[untold])))
    assert "vote on recommendation (2 for, 1 against, 0 abstaining): adopted" in text
    assert "vote on recommendation (5 for, 0 against): rejected" in text
    assert "vote on recommendation: rejected" in text


def test_an_item_is_shown_under_its_printed_number_else_its_counted_one_else_a_dash() -> None:
    text = lines(summary(minutes(item(1, "Ét", label="1a"), item(2, "To"), item(None, "Tre"))))
    assert [line for line in text if line.endswith(("Ét", "To", "Tre"))] == ["1a  Ét", "2  To", "-  Tre"]


def test_a_closed_item_is_said_to_be_closed() -> None:
    assert "closed" in lines(summary(minutes(closed(1).model_copy(update={"recommendation": None, "decision": None}))))


def test_unread_lines_are_counted_and_the_first_are_shown() -> None:
    unread = [SourceLine(line=number, text=f"Linje {number}", field="unread") for number in range(1, 9)]
    text = summary(minutes(item(1), unread=unread))
    assert "8 lines of 20 could not be placed:" in text
    assert f"line {UNREAD_SHOWN}: Linje {UNREAD_SHOWN}" in text
    assert f"Linje {UNREAD_SHOWN + 1}" not in text
    assert "all of them with --json" in text
