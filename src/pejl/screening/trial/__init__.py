"""Whether it helps: registered, drawn, analysed as drawn."""
