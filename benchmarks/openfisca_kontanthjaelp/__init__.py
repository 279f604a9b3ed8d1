"""Kontanthjælp from 01.07.2025 as a country package of OpenFisca, written to be measured beside our own.

The rules and amounts are those of `pejl.law.kontanthjaelp` with the scenario `fjordby`, in OpenFisca's own form:
entities, variables with dated formulas over whole arrays, parameters in YAML. Nothing of `pejl` is imported here, nor
this by `pejl`.
"""
