"""What a text says between things: who issued, signed, founded or chaired what."""
