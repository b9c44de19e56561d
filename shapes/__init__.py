"""What must hold: SHACL shapes and the check against them."""
