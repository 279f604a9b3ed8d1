"""The record in the words of OParl 1.1, the standard for open data of councils: plain values in, plain objects out.

One file per group of types. What a query has found goes in as the shapes of `shapes`, and what comes out is what JSON
can say. `docs/standards.md` tells which field comes from where; fields that begin with "pejl:" are ours.
"""
