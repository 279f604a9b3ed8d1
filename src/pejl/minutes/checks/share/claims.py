"""What the text claims of shares: this part of that whole is so many hundredths.

A claim is read only where words tie the three together. Besides the reading that the words give, a claim carries the
other readings that a reader might think of; it is at odds with the text only where none of them fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.checks.share import topics, words
from pejl.minutes.checks.share.bounds import HALF, percent_of
from pejl.minutes.checks.share.figures import Figure, Kind
from pejl.minutes.checks.share.labels import outcomes
from pejl.minutes.checks.share.reading import BREAK, END, Reading
from pejl.minutes.checks.share.wholes import Whole, percent_whole, siblings, tail, whole_of

_SHARES = (Kind.PERCENT, Kind.FRACTION)
_NUMBERS = (Kind.COUNT, Kind.AMOUNT)


@dataclass(frozen=True, slots=True)
class Share:
    """One reading of a share: the sum of `parts` as a part of `whole`, by their places among the figures."""

    parts: tuple[int, ...]
    whole: int


@dataclass(frozen=True, slots=True)
class Claim:
    """That `share` is what the figure at `percent` says.

    `others` are other readings of the same words. `tight` tells that there are no more; else any count of `nearby` in
    proportion to another may be meant too.
    """

    share: Share
    percent: int
    tight: bool
    stated: bool
    others: tuple[Share, ...] = ()
    nearby: tuple[int, ...] = ()


def claims(reading: Reading) -> Iterator[Claim]:
    """The claims of a reading."""
    in_order = list(_in_order(reading))
    told = {claim.percent for claim in in_order}
    yield from in_order
    for at, figure in enumerate(reading.figures):
        if figure.kind not in _SHARES or at in told or topics.compares(reading.after(at)):
            continue
        claim = _before(reading, at) or _after(reading, at)
        if claim is not None and _is_about(reading, claim) and not _has_own_rate(reading, claim):
            yield claim


def _before(reading: Reading, percent: int) -> Claim | None:
    """A claim whose part stands before the percentage: "36 af de 71 elever (51 pct.)"."""
    if percent == 0 or reading.figures[percent - 1].kind not in _NUMBERS:
        return None
    gap, last = reading.before(percent), percent - 1
    bracketed = words.restates_in_brackets(gap)
    pair = last > 0 and whole_of(reading, last - 1) == Whole(last, stated=True)
    between = pair and words.restates_between_dashes(gap, reading.after(percent))
    if not bracketed and not between and not words.restates(gap):
        return None
    rate = bool(outcomes(words.lead_of(gap)))
    if pair:
        own = _is_of_this_case(reading, last, last - 1, percent, bracketed=bracketed)
        listed = rate and last > 1 and reading.figures[last - 2].kind is Kind.COUNT
        return Claim(Share((last - 1,), last), percent, tight=True, stated=True) if own and not listed else None
    return None if rate else _of_part(reading, last, percent, bracketed=bracketed)


def _after(reading: Reading, percent: int) -> Claim | None:
    """A claim whose part stands after the percentage: "51 pct. (36 elever)", "51 pct. af de 71, svarende til 36"."""
    whole = percent_whole(reading, percent)
    first = percent + 1 if whole is None else whole + 1
    if first >= len(reading.figures) or reading.figures[first].kind not in _NUMBERS:
        return None
    gap = reading.before(first)
    if whole is not None:
        same = reading.figures[whole].kind is reading.figures[first].kind
        put_in = words.puts_in(gap, reading.after(first))
        restated = same and (words.restates_in_brackets(gap) or words.restates(gap) or put_in)
        return Claim(Share((first,), whole), percent, tight=True, stated=True) if restated else None
    pair = whole_of(reading, first) == Whole(first + 1, stated=True)
    if pair and (words.restates_back(gap) or words.explains_back(gap, reading.after(first + 1))):
        return Claim(Share((first,), first + 1), percent, tight=True, stated=True)
    return _of_part(reading, first, percent, bracketed=True) if words.restates_back(gap) and not pair else None


def _of_part(reading: Reading, part: int, percent: int, *, bracketed: bool) -> Claim | None:
    """The claim that a part and a percentage make once the part's whole is found."""
    own = percent_whole(reading, percent) if percent > part else None
    if own is not None and reading.figures[own].kind is reading.figures[part].kind:
        return Claim(Share((part,), own), percent, tight=True, stated=True)
    found = whole_of(reading, part) or _asked(reading, part, percent) or _of_the_same(reading, part)
    if found is None or found.at == percent:
        return None
    if not _is_of_this_case(reading, found.at, part, percent, bracketed=bracketed):
        return None
    near = tuple(at for at in _near(reading, part, percent) if reading.figures[at].kind is reading.figures[part].kind)
    share = Share((part,), found.at)
    if bracketed:
        larger = (at for at in near if at < part and reading.figures[at].value > reading.figures[part].value)
        told = (found.opening and part < percent) or _is_in_a_row(reading, found.at, part)
        wholes = () if told else tuple(Share((part,), at) for at in larger)
        return Claim(share, percent, tight=True, stated=found.stated, others=wholes)
    listed = tuple(siblings(reading, found.at, part)) if found.at < part else ()
    sums = tuple(Share(listed[start:], found.at) for start in range(len(listed) - 1))
    return Claim(share, percent, tight=False, stated=found.stated, others=sums, nearby=near)


def _is_in_a_row(reading: Reading, whole: int, part: int) -> bool:
    """Whether two parts or more stand before this one, each with its own share of the whole beside it."""
    before = [at for at in siblings(reading, whole, part - 1) if reading.figures[at + 1].kind is Kind.PERCENT]
    of = reading.figures[whole].bounds
    shares = ((percent_of(reading.figures[at].bounds, of), reading.figures[at + 1].bounds) for at in before)
    return len(before) > 1 and all(share is not None and share.meets(stated) for share, stated in shares)


def _is_of_this_case(reading: Reading, whole: int, part: int, percent: int, *, bracketed: bool) -> bool:
    """Whether nothing leads over to another year or place between the part and the percentage, or right after it."""
    end = tail(reading, percent).partition(" mod ")[0]
    if topics.speaks_of_other_case(f"{end} {reading.before(percent)}"):
        return False
    first, last = sorted((whole, part))
    known = topics.years(" ".join(reading.gaps[first : last + 2]))
    return topics.years(end) <= known or not (known or bracketed)


def _asked(reading: Reading, part: int, percent: int) -> Whole | None:
    """The people asked, where the part are those who answered: "sendt til 1.240 borgere. 446 svarede"."""
    whole = part - 1
    if whole < 0 or reading.figures[whole].kind is not Kind.COUNT or reading.figures[part].kind is not Kind.COUNT:
        return None
    around = f"{reading.before(whole)[-120:]} {reading.before(part)}"
    answered = f"{reading.sentence_before(part)} {reading.after(part)}"
    if not topics.speaks_of_asking(around) or not topics.speaks_of_answering(answered):
        return None
    return Whole(whole, stated=False) if reading.figures[whole].value >= reading.figures[part].value else None


def _of_the_same(reading: Reading, part: int) -> Whole | None:
    """The only count of the sentence before that counts the same: "164 afgørelser ... 20 afgørelser blev omgjort"."""
    noun = topics.noun_after(reading.after(part))
    if part == 0 or not noun or reading.figures[part].kind is not Kind.COUNT:
        return None
    gap = reading.before(part)
    before = part - 1
    same = reading.figures[before].kind is Kind.COUNT and topics.noun_after(reading.after(before)) == noun
    if not same or gap.count(END) + gap.count(BREAK) != 1 or topics.speaks_of_other_case(gap):
        return None
    alone = before == 0 or END in reading.before(before) or BREAK in reading.before(before)
    larger = reading.figures[before].value > reading.figures[part].value
    return Whole(before, stated=False) if alone and larger else None


def _in_order(reading: Reading) -> Iterator[Claim]:
    """Claims told in the same order: "144, 12 og 8 sager, svarende til henholdsvis 88, 7 og 5 pct."."""
    figures = reading.figures
    for first in range(1, len(figures)):
        if figures[first].kind is not Kind.PERCENT or figures[first - 1].kind is not Kind.COUNT:
            continue
        percents = _row(reading, first, Kind.PERCENT, step=1)
        if len(percents) < 2 or not words.restates(reading.before(first)):
            continue
        parts = _row(reading, first - 1, Kind.COUNT, step=-1)[: len(percents)][::-1]
        found = whole_of(reading, parts[0])
        if len(parts) != len(percents) or found is None or found.stated or found.at in parts:
            continue
        for part, percent in zip(parts, percents, strict=True):
            yield Claim(Share((part,), found.at), percent, tight=True, stated=False)


def _row(reading: Reading, at: int, kind: Kind, *, step: int) -> list[int]:
    """The figures of one kind that stand in one row from `at` on."""
    row = [at]
    while 0 <= row[-1] + step < len(reading.figures) and reading.figures[row[-1] + step].kind is kind:
        gap = reading.after(row[-1]) if step > 0 else reading.before(row[-1])
        if END in gap or BREAK in gap or not words.joins(gap):
            break
        row.append(row[-1] + step)
    return row


def _near(reading: Reading, part: int, percent: int) -> Iterator[int]:
    """The figures of the claim's sentence, and of those before it in the paragraph, as far as a reader looks back."""
    first, last = sorted((part, percent))
    ended = 0
    for at in range(first, -1, -1):
        yield at
        ended += reading.before(at).count(END)
        if ended >= _SENTENCES_BACK or BREAK in reading.before(at):
            break
    for at in range(first + 1, len(reading.figures)):
        if at > last and (END in reading.before(at) or BREAK in reading.before(at)):
            break
        yield at


_SENTENCES_BACK = 3


def _is_about(reading: Reading, claim: Claim) -> bool:
    """Whether the percentage may be of this whole, by what it says itself that it is of."""
    after = reading.after(claim.percent)
    if percent_whole(reading, claim.percent) is not None or claim.share.whole > claim.percent:
        return True
    whole = f"{reading.before(claim.share.whole)[-40:]} {reading.after(claim.share.whole)[:80]}"
    part = reading.after(claim.share.parts[0])[:60]
    base = topics.base_of(after)
    if reading.figures[claim.share.whole].kind is Kind.AMOUNT:
        return topics.is_same_base(base, whole)
    return topics.is_same_base(base, whole) or topics.is_same_base(base, part)


def _has_own_rate(reading: Reading, claim: Claim) -> bool:
    """Whether the two may stand together without being a share: "heraf 2,1 mio. kr. i refusion (50 pct.)"."""
    last = max(claim.share.parts[-1], claim.percent)
    first = min(claim.share.parts[0], claim.percent)
    around = f"{' '.join(reading.gaps[first + 1 : last + 1])} {tail(reading, claim.percent)}"
    return topics.speaks_of_own_rate(around)


def fits(reading: Reading, claim: Claim) -> bool:
    """Whether some reading of the claim comes to what it says, with every figure as far off as rounding allows."""
    stated = reading.figures[claim.percent]
    if any(_comes_to(reading, share, claim.percent) for share in (claim.share, *claim.others)):
        return True
    return not claim.tight and _comes_to_nearby(reading, claim.nearby, stated)


def _comes_to(reading: Reading, share: Share, percent: int) -> bool:
    """Whether the share comes to the percentage. An expected count told after it ("forventes 45 pct., svarende til 41
    borgere") was reckoned from it, and rounded to whole people.
    """
    part = reading.figures[share.parts[0]].bounds
    for at in share.parts[1:]:
        part = part.plus(reading.figures[at].bounds)
    if share.parts[0] > percent and reading.figures[share.parts[0]].kind is Kind.COUNT:
        said = f"{reading.clause_before(percent)} {reading.after(percent)} {reading.after(share.parts[0])[:_TO_COME]}"
        part = part.widened(HALF) if topics.speaks_of_expectation(said) else part
    computed = percent_of(part, reading.figures[share.whole].bounds)
    return computed is None or computed.meets(reading.figures[percent].bounds)


_TO_COME = 60


def _comes_to_nearby(reading: Reading, nearby: tuple[int, ...], stated: Figure) -> bool:
    """Whether one figure nearby, or what it lacks of another, is that share of the other."""
    for whole in nearby:
        for part in nearby:
            if part == whole or reading.figures[part].value > reading.figures[whole].value:
                continue
            computed = percent_of(reading.figures[part].bounds, reading.figures[whole].bounds)
            if computed is None or computed.meets(stated.bounds):
                return True
            if computed.high is not None and computed.complement().meets(stated.bounds):
                return True
    return False
