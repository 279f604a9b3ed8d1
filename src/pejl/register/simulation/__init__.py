"""Fjordby Kommune's caseload, invented: made as deliveries through the contract, and calibrated to published levels.

Nobody in it is real. What is modelled, what is invented and where each level comes from stands in
`docs/simulation.md`.
"""
