"""The living committee: meeting plans, cases, agendas, meetings, decisions, follow-up, standing cases, the year wheel.

Nothing lives here yet. The room may use `figures` and `record`.
"""
