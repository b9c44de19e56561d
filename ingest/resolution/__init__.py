"""Resolution: which known person or document a source speaks of, with a score and its reasons."""
