"""Danish days, periods, holidays, numbers and amounts as Danish text writes them."""
