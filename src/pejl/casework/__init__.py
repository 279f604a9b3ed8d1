"""Register and law on a day: worklists, timeliness, supervision, complaints, action plans, caseload.

Nothing lives here yet. The room may use `register` and `law`, and introduces them to each other.
"""
