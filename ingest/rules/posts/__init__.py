"""Posts: a role and the body that it is in, given, taken or held once."""
