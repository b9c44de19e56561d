"""The rules by which a text is read: one file a theme, words of the language as data in *.toml and *.txt."""
