"""How much an installation's own shapes may be, and how long they may take."""

MOST_FILES = 100
MOST_BYTES = 1_000_000  # of one file
MOST_STATEMENTS = 20_000  # of one file
MOST_MEMBERS = 1_000  # of a list
DEEPEST = 10  # shapes within shapes
MOST_SHAPES = 10_000  # that are asked of one focus node
TIMEOUT_S = 120.0  # for those that look far, on one check
