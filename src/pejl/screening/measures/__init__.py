"""How good chances of a time turned out to be: order, calibration, and what a decision by them is worth."""
