"""What `mandate demo` imports: the reference tables that come with the package, and two sample texts."""

from pathlib import Path

import ontology

# Lexicon tables beside the facts: they name words, not things, and are read by ingest.lexicon.
_WORD_LISTS = frozenset({"abbreviations.csv", "titles.csv"})


def reference_tables() -> list[Path]:
    """The tables of reference facts, sorted by name."""
    folder = Path(ontology.__file__).parent / "reference"
    return sorted(path for path in folder.glob("*.csv") if path.name not in _WORD_LISTS)


def unit_tables() -> list[Path]:
    """The tables of districts and communes: 4,017 units, eleven times the quads of all other tables together.

    The demonstration leaves them out for the time they take; `mandate import` takes them like any table.
    """
    return sorted((Path(ontology.__file__).parent / "reference" / "units").glob("*.csv"))


def sample_texts() -> list[Path]:
    """Texts written for the demonstration in the register of news; their facts are those of the reference tables."""
    return sorted((Path(__file__).parent / "samples").glob("*.txt"))
