"""Who holds which post, since when, and which document decided it."""
