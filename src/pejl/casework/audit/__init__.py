"""What the auditor would find: a random sample of cases with the checks of the yearly audit, beside the whole truth."""
