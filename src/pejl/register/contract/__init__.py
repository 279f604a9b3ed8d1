"""The contract of the register: every table and column that may be delivered. `CONTRACT` is all of it."""

from pejl.intake.contract import Contract
from pejl.register.contract.benefit_spells import BENEFIT_SPELLS
from pejl.register.contract.decisions import DECISIONS
from pejl.register.contract.ledger_lines import LEDGER_LINES
from pejl.register.contract.offers import OFFERS
from pejl.register.contract.payments import PAYMENTS
from pejl.register.contract.persons import PERSONS
from pejl.register.contract.plans import PLANS
from pejl.register.contract.programme_courses import PROGRAMME_COURSES
from pejl.register.contract.sick_leave_spells import SICK_LEAVE_SPELLS
from pejl.register.contract.survey_answers import SURVEY_ANSWERS
from pejl.register.contract.talks import TALKS
from pejl.register.contract.transport_grants import TRANSPORT_GRANTS

CONTRACT = Contract(
    name="pejl.register",
    version="1",
    tables=(
        PERSONS,
        BENEFIT_SPELLS,
        TALKS,
        OFFERS,
        PLANS,
        PAYMENTS,
        SICK_LEAVE_SPELLS,
        DECISIONS,
        PROGRAMME_COURSES,
        TRANSPORT_GRANTS,
        LEDGER_LINES,
        SURVEY_ANSWERS,
    ),
)

__all__ = ["CONTRACT"]
