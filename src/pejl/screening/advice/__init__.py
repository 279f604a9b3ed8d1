"""From chances to the three pieces of advice, with reasons, and to no score where none can be given."""
