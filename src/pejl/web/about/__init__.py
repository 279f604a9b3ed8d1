"""Om Pejl: what stands in the record, who may see what, and how accessible the site is."""
