"""From a source's bytes to statements with evidence, and their import."""
