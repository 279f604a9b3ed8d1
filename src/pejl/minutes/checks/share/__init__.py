"""Shares that do not follow from the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from pejl.minutes.checks.check import ItemCheck
from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.share.beside_tables import shares_beside_tables
from pejl.minutes.checks.share.boards import Board, boards
from pejl.minutes.checks.share.changes import stated_changes
from pejl.minutes.checks.share.folds import stated_folds
from pejl.minutes.checks.share.groups import stated_groups
from pejl.minutes.checks.share.hundred import sums_to_hundred
from pejl.minutes.checks.share.parts import parts_of_wholes
from pejl.minutes.checks.share.rates import stated_rates
from pejl.minutes.checks.share.rates_ahead import rates_ahead
from pejl.minutes.checks.share.reading import Reading, read_passages
from pejl.minutes.checks.share.restated import restated_shares
from pejl.minutes.checks.share.series import stated_series
from pejl.minutes.checks.share.stated import stated_shares
from pejl.minutes.checks.share.summaries import rates_in_summary
from pejl.minutes.checks.share.tables import shares_in_tables
from pejl.minutes.checks.share.together import stated_together
from pejl.minutes.document import Item, Minutes, Role
from pejl.minutes.passages import passages

_WITHOUT_SHARES = {Role.ROUTE, Role.RELATED, Role.PARTICIPANTS, Role.ATTACHMENTS, Role.ABSENT}


def readings(item: Item) -> Iterator[Reading]:
    """The item's running text, section by section."""
    told = (passage for passage in passages(item) if passage.role not in _WITHOUT_SHARES)
    for _, section in groupby(told, key=lambda passage: (passage.role, passage.heading)):
        yield read_passages(list(section))


def shares_in_text(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Flags of the shares in the item's running text."""
    tables, sections = list(boards(item)), list(readings(item))
    for reading in sections:
        yield from flags_of(reading, tables, sections)


def flags_of(reading: Reading, tables: list[Board], sections: list[Reading]) -> Iterator[Flag]:
    """Flags of one section's running text. Each share is judged once, by the rule that the words tie closest."""
    judged: frozenset[int] = frozenset()
    beside = partial(shares_beside_tables, boards=tables)
    summary = partial(rates_in_summary, others=sections, boards=tables)
    for rule in (
        stated_shares,
        stated_series,
        stated_rates,
        rates_ahead,
        stated_together,
        stated_groups,
        beside,
        summary,
    ):
        for one in list(rule(reading, judged=judged)):
            judged |= one.percents
            yield from (one.flag,) if one.flag else ()
    yield from parts_of_wholes(reading)
    yield from stated_changes(reading)
    yield from stated_folds(reading)
    yield from restated_shares(reading)
    yield from sums_to_hundred(reading)


ITEM_CHECKS: tuple[ItemCheck, ...] = (shares_in_text, shares_in_tables)
