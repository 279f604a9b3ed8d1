"""Register and law on a day: worklists, timeliness, supervision, complaints, action plans, caseload.

The room uses `register` and `law`, which do not know each other, and introduces them to each other.
"""
