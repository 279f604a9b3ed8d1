"""The published things of a page, as the shapes that OParl objects are made from: a few queries for all of them."""
