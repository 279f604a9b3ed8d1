"""Deadlines: what each person is owed by when, under the law of the day, and how it went."""
