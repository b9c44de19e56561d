"""What one place of a text names: a body, document, event or title; what the other packages hand to one another."""
