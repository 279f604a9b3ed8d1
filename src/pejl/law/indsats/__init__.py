"""The employment effort: talks, offers, work duty and plans (LAB)."""
