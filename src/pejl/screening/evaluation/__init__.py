"""Any file of spells through the same pipeline, beside other models and beside asking first."""
