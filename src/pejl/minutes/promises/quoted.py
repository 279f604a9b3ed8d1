"""What the text quotes is said elsewhere: an amendment, a budget note, an earlier decision."""

from __future__ import annotations

import re

_QUOTATION = re.compile(r"”[^”]{1,4000}”|“[^”“]{1,4000}[”“]|»[^«]{1,4000}«|\"[^\"]{1,4000}\"")
_WORDS_OF_A_SENTENCE = 5


def without_quotations(text: str, *, all_of_them: bool = False) -> str:
    """The text with spaces in the place of what it quotes, so that every position stays.

    Short quotations are names ("Flere unge skal med") and are kept, unless `all_of_them` are to go, as in a decision.
    """

    def blank(match: re.Match[str]) -> str:
        quoted = match.group()
        short = len(quoted.split()) < _WORDS_OF_A_SENTENCE
        return quoted if short and not all_of_them else " " * len(quoted)

    return _QUOTATION.sub(blank, text)
