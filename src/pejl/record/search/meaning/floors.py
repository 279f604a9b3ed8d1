"""How near an item must be to a question to be shown.

Every text is near to every other by about 0.8, and a question on a matter that the record does not speak of has its
nearest passage too. Three things tell the two apart: how near the nearest is, whether the record has words for what is
asked, and how near the question is to the record as a whole. The numbers were set on the questions for tuning that
stand beside the labelled ones, and measured on the latter.
"""

from __future__ import annotations

ALL_WORDS_KNOWN = 0.855
OF_THE_RECORDS_KIND = 0.868
SOME_WORDS_KNOWN = 0.876
NO_WORD_KNOWN = 0.9

KIND = 0.816
"""How near a question is on the average to all passages where it is about what the record is about."""


def floor(known: float, kinship: float) -> float:
    """How near an item must be to a question of whose words the record holds the share `known`, and to which all its
    passages are as near as `kinship` on the average."""
    if known >= 1:
        return ALL_WORDS_KNOWN
    if known <= 0:
        return NO_WORD_KNOWN
    return OF_THE_RECORDS_KIND if kinship >= KIND else SOME_WORDS_KNOWN
