"""The clauses of a text: which one asks, what the others name, and what is only talk."""
