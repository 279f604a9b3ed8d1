"""What a reform does: everyone on a benefit that the law sets, judged by the law of two days, as groups."""
