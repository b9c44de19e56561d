"""The front doors: command line, HTTP and web pages."""
