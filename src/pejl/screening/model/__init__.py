"""The glass box: a multinomial discrete-time hazard, its fitting, its scores and what each is made of."""
