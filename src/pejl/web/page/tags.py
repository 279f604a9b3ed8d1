"""Template tags for Danish days, numbers and labels. They are built in: templates need not load them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from django import template
from django.utils import timezone

from pejl.calendar.days import danish_day, short_day, weekday_name
from pejl.calendar.numbers import danish_count, danish_number
from pejl.calendar.personal_numbers import masked
from pejl.calendar.rows import in_a_row
from pejl.law.label import heading, label
from pejl.screening.landmarks import landmark_word
from pejl.web.page import (
    casework_words,
    labels,
    law_words,
    money_words,
    promise_words,
    register_words,
    screening_words,
)
from pejl.web.page.days import EXAMPLE, LONGEST, NO_DAY

register = template.Library()

register.simple_tag(danish_count, name="counted")

register.filter("outcome_word", labels.outcome_word)
register.filter("outcome_tone", labels.outcome_tone)
register.filter("kind_word", labels.kind_word)
register.filter("status_word", labels.status_word)
register.filter("option_word", labels.option_word)
register.filter("remark_word", labels.remark_word)
register.filter("pointer_word", labels.pointer_word)
register.filter("masked", masked)
register.filter("resolution_word", labels.resolution_word)
register.filter("unmet_word", labels.unmet_word)
register.filter("fate_word", labels.fate_word)
register.filter("flag_kind_word", labels.flag_kind_word)
register.filter("certainty_word", labels.certainty_word)
register.simple_tag(labels.version_name, name="version_name")
register.filter("voted_on", labels.voted_on)
register.filter("vote_word", labels.vote_word)

register.filter("promise_state_word", promise_words.promise_state_word)
register.filter("promise_tone", promise_words.promise_tone)
register.filter("promise_kind_word", promise_words.promise_kind_word)
register.filter("promise_fallen_word", promise_words.promise_fallen_word)
register.filter("promise_days", promise_words.promise_days)
register.filter("promise_words", promise_words.promise_words)
register.filter("promise_again_word", promise_words.promise_again_word)
register.filter("promise_distance", promise_words.promise_distance)

register.filter("money_kind_word", money_words.money_kind_word)
register.filter("money_source_word", money_words.money_source_word)
register.filter("money_outcome_word", money_words.money_outcome_word)
register.filter("money_years", money_words.money_years)
register.filter("money_not_counted", money_words.money_not_counted)
register.filter("kroner", money_words.kroner)
register.filter("plain_kroner", money_words.plain_kroner)

for _word in (
    register_words.delivery_outcome,
    register_words.delivery_tone,
    register_words.column_kind,
    register_words.unit_word,
    register_words.count_word,
    register_words.short_pseudonym,
    register_words.short_id,
):
    register.filter(_word.__name__, _word)

register.filter("deadline_tone", casework_words.deadline_tone)
register.filter("target_group_word", casework_words.target_group_word)
register.filter("team_word", casework_words.team_word)
register.filter("mark_word", casework_words.mark_word)
register.filter("mark_told", casework_words.mark_told)

for _told in (
    screening_words.question_word,
    screening_words.says_word,
    screening_words.says_tone,
    screening_words.demand_tone,
    screening_words.step_tone,
    screening_words.level_tone,
    landmark_word,
    screening_words.letter_word,
    screening_words.chance_word,
    screening_words.swing_word,
):
    register.filter(_told.__name__, _told)

register.filter("law_status_tone", law_words.law_status_tone)
register.filter("movement_tone", law_words.movement_tone)
register.filter("law_source", law_words.law_source)
register.filter("effect_kroner", law_words.effect_kroner)
register.filter("law_label", label)
register.filter("law_heading", heading)


@register.filter
def day(value: dt.date | None) -> str:
    """Write "3. december 2025", or "uden dato"."""
    return danish_day(value) if value else "uden dato"


@register.filter
def numeric_day(value: dt.date | None) -> str:
    """Write "03.12.2025", or "uden dato"."""
    return short_day(value) if value else "uden dato"


@register.filter
def local_day(value: dt.datetime) -> dt.date:
    """Give the day that a moment falls on in Denmark."""
    return timezone.localtime(value).date()


@register.filter
def weekday(value: dt.date) -> str:
    """Write "onsdag"."""
    return weekday_name(value)


@register.filter
def number(value: int | Decimal | None) -> str:
    """Write "1.234" with the Danish thousands mark; nothing for None."""
    return "" if value is None else danish_number(value)


@register.filter
def numbers(values: Sequence[int]) -> str:
    """Write "3, 4 og 7"."""
    return in_a_row(values)


@register.inclusion_tag("page/day_field.html", takes_context=True)
def day_field(
    context: Mapping[str, object],
    name: str,
    label: str,
    day: dt.date | None = None,
    *,
    hint: str = "",
    anchor: str = "",
    required: bool = False,
) -> dict[str, object]:
    """Write the field of a day. Where the page's `unread_days` has it: what was typed, and how to write a day."""
    unread = context.get("unread_days")
    typed = unread.get(name) if isinstance(unread, Mapping) else None
    written = (short_day(day) if day else "") if typed is None else typed
    parts = _day_parts(name, label, written, hint, "" if typed is None else NO_DAY)
    return {**parts, "anchor": anchor or name, "required": required}


@register.inclusion_tag("page/day_field.html")
def day_field_written(
    name: str, label: str, written: str, *, hint: str = "", error: str = "", required: bool = False
) -> dict[str, object]:
    """Write the field of a day that a form has read itself: `written` is what was typed, `error` what is wrong."""
    return {**_day_parts(name, label, written, hint, error), "required": required}


def _day_parts(name: str, label: str, written: str, hint: str, error: str) -> dict[str, object]:
    told = {"anchor": name, "name": name, "label": label, "written": written, "hint": hint.rstrip("."), "error": error}
    return {**told, "example": EXAMPLE, "longest": LONGEST}
