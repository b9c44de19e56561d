"""What can be said: the vocabulary, its identifiers and the reference facts."""
