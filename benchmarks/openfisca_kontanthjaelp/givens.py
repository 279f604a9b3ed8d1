"""What must be told of a person in a month."""

from datetime import date

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import ETERNITY, MONTH
from openfisca_core.variables import Variable

from openfisca_kontanthjaelp.entities import Person
from openfisca_kontanthjaelp.words import Familie, Maalgruppe


class opholdsaar(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of lawful stay within the last ten"


class arbejdsaar(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of ordinary full-time work within the last ten"


class indrejst_1968_eller_senere(Variable):
    value_type = bool
    entity = Person
    definition_period = ETERNITY
    label = "Came to Denmark in 1968 or later"


class undtaget_fra_beskaeftigelseskrav(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Exempt from the work condition"


class alder(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Age in whole years"


class familie(Variable):
    value_type = Enum
    possible_values = Familie
    default_value = Familie.enlig
    entity = Person
    definition_period = MONTH
    label = "How the person lives"


class boern(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Children under 18 whom the person provides for"


class boern_hjemme(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Children under 18 who live with the person"


class barn_i_danmark(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "At least one of the children is in Denmark"


class ret_til_ekstra_boernetilskud(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to ekstra børnetilskud"


class maalgruppe(Variable):
    value_type = Enum
    possible_values = Maalgruppe
    default_value = Maalgruppe.jobparat
    entity = Person
    definition_period = MONTH
    label = "Target group"


class ret_til_tilpasningstillaeg(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was granted tilpasningstillæg"


class arbejdsindtaegt(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wages in the month, before tax"


class case_start(Variable):
    value_type = date
    entity = Person
    definition_period = ETERNITY
    label = "First day of the unbroken case"


class kvitteringer_i_orden(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Receipts were delivered in time"


class egenbetaling_medicin(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "What the person paid for medicine"
