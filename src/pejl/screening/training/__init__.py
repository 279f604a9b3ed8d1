"""From a snapshot to a model with its record: what it was made of and how good it is."""
