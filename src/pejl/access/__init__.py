"""Who may see what, said in sentences; the log of every look at a person."""
