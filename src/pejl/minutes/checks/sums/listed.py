"""How many the text says there are, against the list right below: "følgende fem temaer:" over four entries.

Only words that announce a list are read so (temaer, faser, indsatser, spørgsmål), and only right before its colon. A
list that is said to be a selection, and one that is cut by other text, is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.sums.figures import Told, Unit
from pejl.minutes.document import Lines

RULE = "sum-listed"

_ANNOUNCED = re.compile(
    r"\s(?:[^\W\d_]+\s){0,2}(?P<what>[^\W\d_]*(?:tema|fase|indsats|initiativ|punkt|spor|pejlemærke|forslag|spørgsmål|"
    r"princip|kategori|kriteri|element|trin|område|udfordring|scenari|model|mulighed|indikator|målsætning|årsag|"
    r"anbefaling|greb|opgave|ting|mål|løfte|grænse|krav|emne|grund|formål|hensyn|betingelse|aktivitet|delmål|tiltag)(?:p?er|r|ne|rne|e|s|er|erne|mer)?)\s?"
    r"(?:er|omfatter|består\saf|indgår|fremgår|nedenfor|følger\sher)?:\Z",
    re.IGNORECASE,
)
_A_SELECTION = re.compile(
    r"\b(?:blandt|bl\.a|fx|f\.eks|herunder|især|primært|mindst|heraf|hvoraf|af\sde)\b", re.IGNORECASE
)
_FEWEST, _MOST = 2, 12
_MISCOUNTS = (-1, 1, 2)
"""Fewer by one or two, or one more: what has more entries may have parts of entries among them."""


def listed(read: list[Told]) -> Iterator[Flag]:
    """Flags of the item's lists that have another number of entries than the words above them say."""
    groups = [list(group) for _, group in groupby(read, key=lambda told: told.passage.list_number)]
    lists_under = Counter(group[0].passage.heading for group in groups if group[0].passage.entry)
    for above, entries in pairwise([[], *groups]):
        # Two lists under one heading may be one that a page break cut.
        if entries[0].passage.entry and lists_under[entries[0].passage.heading] == 1:
            yield from _of_list(above[-1] if above else None, entries)


def _of_list(above: Told | None, entries: list[Told]) -> Iterator[Flag]:
    lead = _lead_in(above, entries[0])
    if lead is None or not lead.figures:
        return
    at = len(lead.figures) - 1
    count = lead.figures[at]
    what = _ANNOUNCED.fullmatch(lead.text.rstrip()[count.end :])
    if what is None or count.unit is not Unit.COUNT or count.blurred or _A_SELECTION.search(lead.sentence_around(at)):
        return
    missing = count.value - len(entries)
    if _FEWEST <= count.value <= _MOST and len(entries) > 1 and missing in _MISCOUNTS:
        lines = sorted({(told.passage.lines.first, told.passage.lines.last) for told in (lead, *entries)})
        yield Flag(
            kind=FlagKind.SUM,
            rule=RULE,
            sentence=f"{LEAD_IN}Teksten siger {count.text} {what['what']}, men listen har {len(entries)}.",
            stated=count.text,
            computed=str(len(entries)),
            certainty=Certainty.POSSIBLE,
            lines=[Lines(first=lines[0][0], last=lines[-1][1])],
        )


def _lead_in(above: Told | None, entry: Told) -> Told | None:
    """The words right above the list: its section's heading where nothing stands between, else the last paragraph."""
    heading = entry.passage.heading or ""
    if above is None or above.passage.heading != entry.passage.heading:
        return entry.with_text(heading) if heading.endswith(":") else None
    near = not above.passage.list_number and entry.passage.lines.first - above.passage.lines.last <= _NEAR
    return above if near else None


_NEAR = 4
