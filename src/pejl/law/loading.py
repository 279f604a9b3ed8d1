"""Makes a rulebook of the statutes, and says what is wrong with it in a sentence: once, on load, before anyone asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pejl.calendar.days import danish_day
from pejl.law.duty import Duty
from pejl.law.given import Given
from pejl.law.givens import COMMON
from pejl.law.graph import Rests, check_no_cycle, in_order
from pejl.law.kinds import Kind, check_kinds, fits
from pejl.law.overlaps import check_no_overlap, share_a_day
from pejl.law.parameter_file import read_parameters
from pejl.law.parameters import Parameter
from pejl.law.refusals import LawFault
from pejl.law.rulebook import Rulebook
from pejl.law.scenario import Scenario
from pejl.law.statute import Statute
from pejl.law.text import names_written_twice, read_text
from pejl.law.version import Version
from pejl.law.yaml_text import beside


def load(statutes: tuple[Statute, ...]) -> Rulebook:
    """All statutes as one rulebook, or a `LawFault` that says what is wrong."""
    homes: dict[str, str] = {}
    givens = _givens(statutes, homes)
    parameters = _parameters(statutes, homes)
    versions = _versions(statutes, homes)
    _check_arguments(versions, homes)
    order = in_order(versions, _rests(versions))
    kinds, words = _kinds(order, givens, parameters, versions)
    for name, several in versions.items():
        check_no_overlap(name, [(version.force, version.status) for version in several])
    book = Rulebook(statutes, givens, parameters, versions, kinds, words, homes)
    _check_answers(book)
    _check_duties(book)
    return book


def check_scenario(scenario: Scenario, book: Rulebook) -> None:
    """A scenario speaks of names that there are, and stands in for what is settled only where it says so."""
    where = f"Scenariet »{scenario.danish}«"
    acceptable = {*book.versions, *book.parameters, *(duty.name for duty in book.duties)}
    for name in sorted(scenario.accepts - acceptable):
        raise LawFault(f"{where} bruger »{name}«, som loven ikke har.")
    for name, rows in scenario.values.items():
        if name not in book.parameters:
            raise LawFault(f"{where} giver »{name}« en værdi, men loven har ingen sats, der hedder det.")
        parameter = book.parameters[name]
        for row in rows:
            if parameter.kind is not None and row.value is not None and not _alike(type(row.value), parameter.kind):
                raise LawFault(f"{where}: værdien af »{name}« er af en anden slags end lovens.")
        if not scenario.overrides:
            _check_overrides_nothing(where, scenario, parameter)


def _givens(statutes: tuple[Statute, ...], homes: dict[str, str]) -> dict[str, Given]:
    found = {given.name: given for given in COMMON}
    homes.update(dict.fromkeys(found, ""))
    for statute in statutes:
        for given in statute.givens:
            if found.get(given.name) is given:
                continue
            _claim(given.name, statute.name, homes)
            if (given.kind is str) is not bool(given.words):
                raise LawFault(f"{statute.name}: et ord som »{given.name}« har sine »words«, og kun det.")
            found[given.name] = given
    return found


def _parameters(statutes: tuple[Statute, ...], homes: dict[str, str]) -> dict[str, Parameter]:
    found: dict[str, Parameter] = {}
    for statute in statutes:
        for parameter in read_parameters(beside(statute.package, "parameters.yaml")):
            _claim(parameter.name, statute.name, homes)
            found[parameter.name] = parameter
    return found


def _versions(statutes: tuple[Statute, ...], homes: dict[str, str]) -> dict[str, tuple[Version, ...]]:
    found: dict[str, list[Version]] = {}
    for statute in statutes:
        for module in statute.modules:
            twice = names_written_twice(Path(str(module.__file__)))
            if twice:
                raise LawFault(
                    f"{module.__name__}: »{twice[0]}« står to gange i samme fil; den første ville forsvinde."
                )
        for rule in statute.rules:
            if rule.name not in found:
                _claim(rule.name, statute.name, homes)
            elif homes[rule.name] != statute.name:
                raise _clash(rule.name, statute.name, homes)
            found.setdefault(rule.name, []).append(Version(rule, read_text(rule.function), statute.name))
    return {name: tuple(sorted(several, key=lambda one: one.force.since)) for name, several in found.items()}


def _claim(name: str, statute: str, homes: dict[str, str]) -> None:
    if name in homes:
        raise _clash(name, statute, homes)
    homes[name] = statute


def _clash(name: str, statute: str, homes: Mapping[str, str]) -> LawFault:
    return LawFault(f"»{name}« findes både i {statute} og i {homes[name] or 'de fælles oplysninger'}.")


def _check_arguments(versions: Mapping[str, tuple[Version, ...]], homes: Mapping[str, str]) -> None:
    for version in _all(versions):
        for name in version.text.arguments:
            if name not in homes:
                raise LawFault(
                    f"{version.text.where}: reglen {version.name} bygger på »{name}«, som hverken er en regel, en sats "
                    "eller en oplysning."
                )
    rests = _rests(versions)
    check_no_cycle({name: rests(name) for name in versions})


def _rests(versions: Mapping[str, tuple[Version, ...]]) -> Rests:
    """What any version of a name rests on."""

    def rests(name: str) -> Iterable[str]:
        return dict.fromkeys(each for version in versions.get(name, ()) for each in version.text.arguments)

    return rests


def _kinds(
    order: Iterable[str],
    givens: Mapping[str, Given],
    parameters: Mapping[str, Parameter],
    versions: Mapping[str, tuple[Version, ...]],
) -> tuple[dict[str, type], dict[str, frozenset[str]]]:
    """What each name's value can be; each text is checked when all it rests on has been."""
    kinds = {name: given.kind for name, given in givens.items()}
    kinds |= {name: parameter.kind or float for name, parameter in parameters.items()}
    words = {name: frozenset(given.words) for name, given in givens.items() if given.words}
    for name in order:
        for version in versions.get(name, ()):
            _check_annotations(version, kinds, parameters)
            found = check_kinds(version.text, words)
            if kinds.setdefault(name, version.text.kind) is not version.text.kind:
                raise LawFault(f"{version.text.where}: udgaverne af »{name}« svarer med forskellig slags værdier.")
            _add_words(name, found, words)
    return kinds, words


def _add_words(name: str, found: Kind, words: dict[str, frozenset[str]]) -> None:
    if found.words:
        words[name] = words.get(name, frozenset()) | found.words


def _check_annotations(version: Version, kinds: dict[str, type], parameters: Mapping[str, Parameter]) -> None:
    """What a rule says of its arguments' kinds is so. Of an amount that nobody has, the rule alone can tell."""
    for name, promised in zip(version.text.arguments, version.text.argument_kinds, strict=True):
        if name in parameters and parameters[name].kind is None:
            kinds[name] = promised
        if not fits(kinds[name], promised):
            raise LawFault(
                f"{version.text.where}: »{name}« er {kinds[name].__name__}, men reglen skriver {promised.__name__}."
            )


def _check_answers(book: Rulebook) -> None:
    for statute in book.statutes:
        for name in statute.answers:
            if name not in book.versions or book.homes[name] != statute.name:
                raise LawFault(f"{statute.name}: »{name}« i »answers« er ikke en af lovens regler.")


def _check_duties(book: Rulebook) -> None:
    named: dict[str, list[Duty]] = {}
    for statute in book.statutes:
        for duty in statute.duties:
            if duty.name in book.homes and book.homes[duty.name] != statute.name:
                raise _clash(duty.name, statute.name, book.homes)
            named.setdefault(duty.name, []).append(duty)
            for rule in _rules_of(duty):
                if rule not in book.versions or book.kinds[rule] is not bool:
                    raise LawFault(f"{statute.name}, pligten {duty.name}: »{rule}« er ikke en regel med ja/nej.")
    for name, several in named.items():
        check_no_overlap(name, [(duty.force, duty.status) for duty in several])


def _rules_of(duty: Duty) -> Iterator[str]:
    if duty.applies:
        yield duty.applies
    yield from (exempt.rule for exempt in duty.exceptions if exempt.rule)


def _check_overrides_nothing(where: str, scenario: Scenario, parameter: Parameter) -> None:
    for row in scenario.values[parameter.name]:
        for settled in parameter.values:
            together = share_a_day((row.since, row.until), (settled.since, settled.until))
            if together and settled.status.usable and settled.value is not None:
                raise LawFault(
                    f"{where} giver »{parameter.name}« en værdi fra {danish_day(row.since)}, hvor loven har en, der er "
                    f"{settled.status.danish}. Skriv overrides: true, hvis det er meningen."
                )


def _alike(one: type, other: type) -> bool:
    return one is other or {one, other} <= {int, float}


def _all(versions: Mapping[str, tuple[Version, ...]]) -> Iterator[Version]:
    return (version for several in versions.values() for version in several)
