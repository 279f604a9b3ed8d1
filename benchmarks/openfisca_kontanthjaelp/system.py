"""The rules and parameters as OpenFisca takes them."""

from pathlib import Path

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_kontanthjaelp import givens, rates, supplements, totals
from openfisca_kontanthjaelp.entities import entities


class Kontanthjaelp(TaxBenefitSystem):
    """Kontanthjælp from 01.07.2025."""

    def __init__(self):
        super().__init__(entities)
        folder = Path(__file__).parent
        for module in (givens, rates, supplements, totals):
            self.add_variables_from_file(module.__file__)
        self.load_parameters(str(folder / "parameters"))
