"""What does not add up in a set of minutes: flags that say "tjek dette". Nothing is corrected, nobody is accused."""
