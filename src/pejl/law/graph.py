"""What rests on what: the names of the law in an order in which each stands after all it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pejl.law.refusals import LawFault

Rests = Callable[[str], Iterable[str]]
"""The names that a name rests on."""


def in_order(wanted: Iterable[str], rests: Rests) -> tuple[str, ...]:
    """The wanted names and all they rest on, each once, with what they rest on before them."""
    order: dict[str, None] = {}
    for name in wanted:
        _add(name, rests, order, ())
    return tuple(order)


def check_no_cycle(names: Mapping[str, Iterable[str]]) -> None:
    """A rule that rests on itself, by whatever way, has no answer."""
    in_order(names, lambda name: names.get(name, ()))


def _add(name: str, rests: Rests, order: dict[str, None], above: tuple[str, ...]) -> None:
    if name in order:
        return
    if name in above:
        way = " → ".join((*above[above.index(name) :], name))
        raise LawFault(f"Reglerne går i ring: {way}.")
    for below in rests(name):
        _add(below, rests, order, (*above, name))
    order[name] = None
