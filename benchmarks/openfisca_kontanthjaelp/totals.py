"""What wages take off the benefit, and the totals."""

from numpy import maximum as max_
from numpy import minimum as min_
from numpy import select
from openfisca_core.periods import MONTH
from openfisca_core.variables import Variable

from openfisca_kontanthjaelp.entities import Person
from openfisca_kontanthjaelp.words import Satsgruppe


class kontanthjaelp_foer_modregning(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The rate with the taxed supplements"

    def formula_2025_07(person, period):
        return (
            person("kontanthjaelp_sats", period)
            + person("boernetillaeg", period)
            + person("tillaeg_for_enlige", period)
            + person("ungetillaeg", period)
            + person("tilpasningstillaeg", period)
        )


class fri_arbejdsindtaegt(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The wages that take nothing off (LAS § 31)"

    def formula_2025_07(person, period, parameters):
        loen = parameters(period).loen
        group = person("satsgruppe", period)
        return select(
            [group == Satsgruppe.hjemmeboendesats, group == Satsgruppe.forhoejet_sats],
            [0, loen.fri_forhoejet],
            loen.fri_grundsats,
        )


class fradrag_for_loen(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The share taken of the other wages (LAS § 31)"

    def formula_2025_07(person, period, parameters):
        wages = person("arbejdsindtaegt", period)
        taken = max_(wages - person("fri_arbejdsindtaegt", period), 0) * parameters(period).loen.modregning_pct / 100
        return (wages > 0) * taken


class loft_for_loen_og_ydelse(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "What wages and benefit may come to together (LAS § 31)"

    def formula_2025_07(person, period, parameters):
        loen = parameters(period).loen
        group = person("satsgruppe", period)
        together = person("arbejdsindtaegt", period) + person("kontanthjaelp_foer_modregning", period)
        return select(
            [group == Satsgruppe.hjemmeboendesats, group == Satsgruppe.forhoejet_sats],
            [together, loen.dagpenge_hoejst * loen.loft_pct_forhoejet / 100],
            loen.dagpenge_hoejst * loen.loft_pct_grundsats / 100,
        )


class modregning(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "What wages take off (LAS § 31)"

    def formula_2025_07(person, period):
        wages = person("arbejdsindtaegt", period)
        benefit = person("kontanthjaelp_foer_modregning", period)
        above = wages + benefit - person("loft_for_loen_og_ydelse", period)
        taken = max_(person("fradrag_for_loen", period), min_(wages, above))
        return (wages > 0) * min_(taken, benefit)


class kontanthjaelp_brutto(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The benefit before tax"

    def formula_2025_07(person, period):
        return max_(person("kontanthjaelp_foer_modregning", period) - person("modregning", period), 0)


class kontanthjaelp_i_alt(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The benefit and what comes beside it"

    def formula_2025_07(person, period):
        return person("kontanthjaelp_brutto", period) + person("ved_siden_af_ydelsen", period)
