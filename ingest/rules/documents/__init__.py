"""Documents with a number, or with a name that is theirs alone."""
