"""A text before its words mean anything: lines, sentences, days, abbreviations, what opens a list."""
