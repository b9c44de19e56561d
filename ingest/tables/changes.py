"""Changes of bodies and places as events: which class a change is of, what it is called. Called by tables of both."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads

from ingest.tables.writer import RowWriter
from ontology.dates import read_date
from ontology.errors import InvalidIdentifier
from ontology.identifiers import change_event_iri


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of `class_name`, from the body or place named `old` to `new` ("" if there is none), on `day`."""

    class_name: str
    old: str
    new: str
    day: str

    @property
    def iri(self) -> str:
        return change_event_iri(self.name("vi"), self.day or None)

    def name(self, language: str) -> str:
        return _names()[self.class_name][language].format(old=self.old, new=self.new)

    def declare(self, out: RowWriter) -> str:
        """Declares the event with the days that bound it, and gives its IRI."""
        out.graph.entity(self.iri, self.class_name, self.name("vi"), self.name("en"))
        try:
            day = read_date(self.day) if self.day else None
        except InvalidIdentifier:
            day = None  # said of the cell when its date is stated
        out.graph.bounds(self.iri, day, day)
        return self.iri


def succession(old: str, new: str, day: str, *, olds: int, news: int) -> Change:
    """The change by which `new` came from `old`.

    Takes   how many there are in all that `new` came from (`olds`) and that came from `old` (`news`).
    """
    if olds > 1:
        return Change("Merger", "", new, day)
    return Change("Division", old, "", day) if news > 1 else Change("Renaming", old, new, day)


@cache
def _names() -> dict[str, dict[str, str]]:
    return dict(loads(Path(__file__).with_name("changes.toml").read_text("utf-8")))
