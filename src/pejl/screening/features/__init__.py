"""What may be known of a spell, declared: source, legal basis, when it is known, why, and what it may stand for."""
