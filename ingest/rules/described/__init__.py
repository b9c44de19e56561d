"""Documents without a number that are told by what they are about."""
