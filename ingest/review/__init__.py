"""Review: what is uncertain becomes a question, and what stewards judge of it is kept and applied."""
