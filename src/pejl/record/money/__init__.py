"""Money that recommendations ask for, put together across meetings so that each amount counts once."""
