"""Places, and which one words like "tỉnh" mean."""
