"""What a promise looks for in later items."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from pejl.minutes.document import Item
from pejl.minutes.keys import body_key, case_key
from pejl.minutes.promises.promise import Promise
from pejl.minutes.stems import stem, subject_stems
from pejl.record.promises.gist import all_stems, edges, pointed, words_by_stem

_THINGS_AND_VERBS = """
opfølgning opfølgningen evaluering evalueringen evalueres redegørelse redegørelsen afrapportering afrapporteringen
afrapporterer tilbagemelding opsamling opsamlingen opgørelse opgørelsen regnskab besvarelse erfaringer resultatet
analyse analysen undersøgelse undersøgelsen rapport rapporten beretning beretningen kortlægning måling målinger
måltal nøgletal information notat præsentation udkast anbefalinger tillægsbevilling tillægsbevillingen stilling
tages tager træffes træffe udsættes udsætter udsat genoptages vender tilbage temamøde beslutningssag fremlægges
næste samlet samlede igen første nuværende
"""
_OF_NO_SUBJECT = frozenset(stem(word) for word in _THINGS_AND_VERBS.split())
"""Stems of the thing promised and of what is done with it. They say nothing of its subject; compounds of them do."""


class Wish(BaseModel):
    """A promise as matching sees it. Stems stand sorted.

    `own` are the stems of what is promised that carry its subject, and `around` those of its sentence and of the title
    of its item, which say what a "status" is about where the words themselves do not. `phrase` are all stems of what is
    promised, and `words` the words that all these stand for. `made_in` is the item as others point at it, and `bodies`
    the keys of the body that it was made in and of the one that it was made to. `returns`: it is the case itself that
    is to come back.
    """

    model_config = ConfigDict(frozen=True)

    kind: str
    own: list[str]
    around: list[str]
    phrase: list[str]
    words: dict[str, str]
    made_in: str
    bodies: list[str]
    case: str
    exact: bool
    returns: bool
    stands: bool

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """`own` as a set."""
        return frozenset(self.own)

    @cached_property
    def around_stems(self) -> frozenset[str]:
        """`around` as a set."""
        return frozenset(self.around)

    @cached_property
    def phrase_stems(self) -> frozenset[str]:
        """`phrase` as a set."""
        return frozenset(self.phrase)

    @cached_property
    def edges(self) -> frozenset[str]:
        """How the stems that may show the subject begin and end."""
        return edges(self.own or self.around)


def wish_of(promise: Promise, item: Item, own_body: str, made_on: dt.date | None) -> Wish:
    """What `promise`, made in `item` of the body with the key `own_body`, looks for."""
    title = item.title or ""
    own = subject_stems(promise.what) - _OF_NO_SUBJECT
    around = (subject_stems(promise.sentence) | subject_stems(title)) - own - _OF_NO_SUBJECT
    words = words_by_stem(f"{promise.what} {promise.sentence} {title}")
    window = promise.window
    return Wish(
        kind=promise.kind.value,
        own=sorted(own),
        around=sorted(around),
        phrase=sorted(all_stems(promise.what)),
        words={each: words[each] for each in sorted(own | around) if each in words},
        made_in=pointed(own_body, str(made_on), promise.item),
        bodies=sorted({own_body, body_key(promise.to) or own_body}),
        case=case_key(item.case_number.raw) if item.case_number else "",
        exact=window.first is not None and window.first == window.last,
        returns=promise.kind == "decision" and not own,
        stands=promise.stands,
    )
