"""A text that is itself an official document: its head, recitals, members and signature."""
