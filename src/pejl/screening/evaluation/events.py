"""What a file says of how each spell ended: whether it was seen to end, and by which exit where there are several.

0, false, no and words like "censored" are spells that were last seen while they ran; 1, true, yes and words like
"event" are ends. What does not speak for itself is asked for: a 2 may be a death in one file and a kind of exit in
another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.cells import Column
from pejl.screening.evaluation.wish import Unusable
from pejl.screening.spells import NOT_ENDED, Ints, Words

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

NOT_KNOWN = -2
"""Stands for a cell that says nothing."""
RUNNING = frozenset(
    {"0", "false", "f", "no", "n", "nej", "censored", "censor", "cens", "censoring", "running", "ongoing", "alive"}
    | {"none", "still", "igang", "i gang", "censureret", "løbende", "-1"}
)
ENDED = frozenset(
    {"1", "true", "t", "yes", "y", "ja", "j", "event", "ended", "end", "exit", "dead", "died", "death", "deceased"}
    | {"failure", "failed", "afsluttet", "slut", "ophørt", "uncensored", "observed"}
)
MOST_EXITS = 12
END = "ended"


@dataclass(frozen=True)
class Events:
    """The exit of each line: its place in `exits`, `NOT_ENDED`, or `NOT_KNOWN`."""

    exits: tuple[str, ...]
    exit: Ints
    remark: str = ""


def read_events(name: str, column: Column, censored: Sequence[str], *, several: bool) -> Events:
    """The events of a column. `several` tells that each word that is no loss of sight is an exit of its own."""
    words = column.as_words()
    met = sorted({word for word in words.tolist() if word is not None})
    if not met:
        raise Unusable(f"The column {name} is empty: nothing says which spells ended.")
    running = _running(name, met, censored)
    ended = [word for word in met if word not in running]
    if not ended:
        raise Unusable(f"No spell was seen to end: {name} says {_listed(met)} only. Is another word the end?")
    if several:
        return _by_exit(name, words, ended, running)
    _see_plain(name, ended, running, censored)
    codes = {**dict.fromkeys(ended, 0), **dict.fromkeys(running, NOT_ENDED)}
    taken = f"{name}: {_listed(ended)} {'is an end' if len(ended) == 1 else 'are ends'}"
    others = f"{_listed(sorted(running))} not." if running else "and every spell ended."
    return Events((END,), _coded(words, codes), f"{taken}, {others}")


def _running(name: str, met: list[str], censored: Sequence[str]) -> set[str]:
    """The words that stand for a spell that was last seen while it ran."""
    if not censored:
        return {word for word in met if word.casefold() in RUNNING}
    asked = {word.casefold() for word in censored}
    running = {word for word in met if word.casefold() in asked}
    if not running:
        raise Unusable(f"--censored names {', '.join(censored)}, and {name} says {_listed(met)}.")
    return running


def _see_plain(name: str, ended: list[str], running: set[str], censored: Sequence[str]) -> None:
    """Raise `Unusable` where the words do not say by themselves which of them is an end."""
    words = not any(word.lstrip("-").isdigit() for word in (*ended, *running))
    clear = all(word.casefold() in ENDED for word in ended) or (bool(running) and (words or len(ended) == 1))
    if not clear and not censored:
        raise Unusable(
            f"The column {name} says {_listed(sorted([*ended, *running]))}: it is not clear which of them is an end. "
            "Name those that are not with --censored, or say --exits where each is an exit of its own."
        )


def _by_exit(name: str, words: Words, ended: list[str], running: set[str]) -> Events:
    if len(ended) > MOST_EXITS:
        raise Unusable(f"The column {name} has {len(ended)} different exits; at most {MOST_EXITS} can be told apart.")
    places = {word: place for place, word in enumerate(ended)}
    return Events(tuple(ended), _coded(words, {**places, **dict.fromkeys(running, NOT_ENDED)}))


def _coded(words: Words, codes: dict[str, int]) -> Ints:
    known: dict[str | None, int] = {word: code for word, code in codes.items()}  # noqa: C416
    known[None] = NOT_KNOWN
    return np.fromiter((known[word] for word in words.tolist()), dtype=np.int64, count=len(words))


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:8]) + (", …" if len(words) > 8 else "")
