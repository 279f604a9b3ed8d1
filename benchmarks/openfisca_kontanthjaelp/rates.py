"""The conditions and the four rates."""

from numpy import logical_not as not_
from numpy import select
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import MONTH
from openfisca_core.variables import Variable

from openfisca_kontanthjaelp.entities import Person
from openfisca_kontanthjaelp.words import Familie, Satsgruppe


class opholdskrav_opfyldt(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lawful stay in 9 of the last 10 years (LAS § 11, stk. 3)"

    def formula_2025_07(person, period, parameters):
        return person("opholdsaar", period) >= parameters(period).krav.opholdskrav_aar


class beskaeftigelseskrav_gaelder(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The work condition applies (LAS § 11)"

    def formula_2025_07(person, period):
        entered = person("indrejst_1968_eller_senere", period)
        return entered * not_(person("undtaget_fra_beskaeftigelseskrav", period))


class beskaeftigelseskrav_opfyldt(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The work condition is met, or does not apply (LAS § 11)"

    def formula_2025_07(person, period, parameters):
        worked = person("arbejdsaar", period) >= parameters(period).krav.beskaeftigelseskrav_aar
        return not_(person("beskaeftigelseskrav_gaelder", period)) + worked


class paa_mindstesats(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "One of the two conditions fails (LAS § 16)"

    def formula_2025_07(person, period):
        return not_(person("opholdskrav_opfyldt", period)) + not_(person("beskaeftigelseskrav_opfyldt", period))


class satsgruppe(Variable):
    value_type = Enum
    possible_values = Satsgruppe
    default_value = Satsgruppe.grundsats
    entity = Person
    definition_period = MONTH
    label = "Which of the four rates (LAS §§ 16-20)"

    def formula_2025_07(person, period, parameters):
        krav = parameters(period).krav
        age = person("alder", period)
        worked = person("arbejdsaar", period) >= krav.beskaeftigelseskrav_aar
        # Numbers of the words, and not the words themselves: that spares OpenFisca an array of objects.
        return select(
            [
                person("paa_mindstesats", period),
                age >= krav.aldersgraense_ung,
                person("familie", period) == Familie.hjemmeboende,
                (age >= krav.aldersgraense_yngst) * worked,
            ],
            [
                Satsgruppe.mindstesats.index,
                Satsgruppe.forhoejet_sats.index,
                Satsgruppe.hjemmeboendesats.index,
                Satsgruppe.forhoejet_sats.index,
            ],
            Satsgruppe.grundsats.index,
        )


class kontanthjaelp_sats(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The amount of the rate (LAS §§ 16-20)"

    def formula_2025_07(person, period, parameters):
        satser = parameters(period).satser
        group = person("satsgruppe", period)
        return select(
            [
                group == Satsgruppe.mindstesats,
                group == Satsgruppe.grundsats,
                group == Satsgruppe.forhoejet_sats,
            ],
            [satser.mindstesats, satser.grundsats, satser.forhoejet_sats],
            satser.hjemmeboendesats,
        )
