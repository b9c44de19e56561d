"""The web pages: templates, texts, the drawing of chains. They need no script and nothing from elsewhere."""
