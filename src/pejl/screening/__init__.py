"""Early assessment of sick-leave spells: features, model, explanation, fairness, trial.

The room uses `register` and `law`, and introduces them to each other. One word a folder, in the order in which data
flow: `features` and `caseload` (what is known of a spell), `model`, `measures`, `evaluation`, `training`, `fairness`,
`gate`, `documents`, then `questionnaire`, `advice`, `assessments` and `letters` (a person, with `queries` and
`services`), `monitoring`, `webhooks` and `trial`.
"""
