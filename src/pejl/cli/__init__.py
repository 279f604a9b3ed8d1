"""The command `pejl`: one module per room. No rule, no query, no arithmetic."""
