"""Early assessment of sick-leave spells: features, model, explanation, fairness, trial.

Nothing lives here yet. The room may use `register` and `law`, and introduces them to each other.
"""
