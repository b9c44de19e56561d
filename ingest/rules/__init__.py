"""The rules by which a text is read: a package a subject, a file a theme; words as data in *.toml and *.txt."""
