"""People, the titles at their names, and whom words like "ông" mean."""
