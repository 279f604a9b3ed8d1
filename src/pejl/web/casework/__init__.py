"""The room Arbejdslister: who needs what by when, and why; marks; and how timely the work is."""
