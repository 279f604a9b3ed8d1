"""A case as one thread across bodies: its runs, what became of each clause, and announced against actual route."""
