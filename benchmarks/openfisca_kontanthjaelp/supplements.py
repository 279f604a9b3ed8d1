"""The supplements to the rate, and what comes beside the benefit."""

import numpy
from numpy import maximum as max_
from numpy import minimum as min_
from numpy import select, where
from openfisca_core.periods import MONTH
from openfisca_core.variables import Variable

from openfisca_kontanthjaelp.entities import Person
from openfisca_kontanthjaelp.words import Familie, Maalgruppe, Satsgruppe


class forsoerger(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Provides for at least one child"

    def formula(person, period):
        return person("boern", period) > 0


class boernetillaeg(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "One supplement for providers, however many children"

    def formula_2025_07(person, period, parameters):
        entitled = person("forsoerger", period) * person("barn_i_danmark", period)
        return entitled * parameters(period).tillaeg.boernetillaeg


class tillaeg_for_enlige(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Supplement for singles"

    def formula_2025_07(person, period, parameters):
        tillaeg = parameters(period).tillaeg
        family = person("familie", period)
        group = person("satsgruppe", period)
        provides = person("forsoerger", period)
        single = (family == Familie.enlig) + (family == Familie.enlig_forsoerger)
        with_child = (person("boern_hjemme", period) > 0) * person("ret_til_ekstra_boernetilskud", period)
        on_basic = group == Satsgruppe.grundsats
        provider = with_child * ((group == Satsgruppe.mindstesats) + on_basic)
        other = on_basic + (group == Satsgruppe.forhoejet_sats)
        return single * where(provides, provider * tillaeg.enlig_forsoerger, other * tillaeg.enlig_ikke_forsoerger)


class ungetillaeg(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Supplement for those under 30 who are not ready for work"

    def formula_2025_07(person, period, parameters):
        krav = parameters(period).krav
        tillaeg = parameters(period).tillaeg
        target = person("maalgruppe", period)
        age = person("alder", period)
        not_ready = (target == Maalgruppe.aktivitetsparat) + (target == Maalgruppe.aktivitetsparat_uddannelse)
        entitled = not_ready * (age < krav.aldersgraense_ung) * (person("satsgruppe", period) == Satsgruppe.grundsats)
        amount = select(
            [person("forsoerger", period), age >= krav.aldersgraense_yngst],
            [tillaeg.ungetillaeg_forsoerger, tillaeg.ungetillaeg_25_29],
            tillaeg.ungetillaeg_under_25,
        )
        return entitled * amount


class tilpasningstillaeg(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Temporary supplement, to 30.06.2027"

    def formula_2025_07(person, period, parameters):
        young = person("alder", period) < parameters(period).krav.aldersgraense_ung
        return young * person("ret_til_tilpasningstillaeg", period) * parameters(period).tillaeg.tilpasningstillaeg

    def formula_2027_07(person, period):
        return person.filled_array(0)


class ret_til_fritidstillaeg(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Three months on kontanthjælp, children at home, receipts in order"

    def formula_2025_07(person, period, parameters):
        waited = months_after(person("case_start", period), parameters(period).fritid.ventetid)
        day = numpy.datetime64(period.start.date)
        return (person("boern_hjemme", period) > 0) * person("kvitteringer_i_orden", period) * (waited <= day)


class fritidstillaeg(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "For each child at home, three at most"

    def formula_2025_07(person, period, parameters):
        fritid = parameters(period).fritid
        family = person("familie", period)
        couple = (family == Familie.par) + (family == Familie.par_forsoerger)
        children = min_(person("boern_hjemme", period), fritid.boern_hoejst)
        return person("ret_til_fritidstillaeg", period) * children * where(couple, fritid.par, fritid.enlig)


class medicintilskud(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "What the person paid for medicine"

    def formula_2025_07(person, period):
        return max_(person("egenbetaling_medicin", period), 0)


class ved_siden_af_ydelsen(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "What comes beside the benefit, untaxed"

    def formula_2025_07(person, period):
        return person("fritidstillaeg", period) + person("medicintilskud", period)


def months_after(day, count):
    """The same day so many months later, the last day of the month where it has no such day."""
    month = day.astype("datetime64[M]")
    target = month + numpy.timedelta64(int(count), "M")
    last = (target + numpy.timedelta64(1, "M")).astype("datetime64[D]") - numpy.timedelta64(1, "D")
    return min_(target.astype("datetime64[D]") + (day - month.astype("datetime64[D]")), last)
