"""Who may see what, said in sentences; the roles that people have; the log of every look at a person."""
