"""The header of a query file, as catalog.py describes it: question, parameters and columns."""

import re
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

Kind = Literal["iri", "date", "string", "integer"]
_PARAM = re.compile(r"param ([a-z]\w*) ([a-z]+)(?: default (\S+))?: ([^|]+) \| ([^|]+)")
_COLUMN = re.compile(r"\?([a-zA-Z]\w*) ([a-z]+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """`default` is None when a value must be given; "today" stands for the day of asking."""

    name: str
    kind: Kind
    default: str | None
    description: str
    description_vi: str

    @property
    def required(self) -> bool:
        return self.default is None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind


@dataclass(slots=True)
class Header:
    """What a header says."""

    name: str
    text_en: str = ""
    text_vi: str = ""
    note: str = ""
    parameters: list[Parameter] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Adds one line, without its comment mark. Raises ValueError for a line of no known form."""
        if line.startswith(f"{self.name}: "):
            self.text_en = line.removeprefix(f"{self.name}: ")
        elif line.startswith("vi: "):
            self.text_vi = line.removeprefix("vi: ")
        elif line.startswith("note: "):
            self.note = f"{self.note} {line.removeprefix('note: ')}".strip()
        elif line.startswith("returns "):
            self.columns += [self._column(part.strip()) for part in line.removeprefix("returns ").split(",")]
        elif match := _PARAM.fullmatch(line):
            name, kind, default, english, vietnamese = match.groups()
            self.parameters.append(Parameter(name, self._kind(kind), default, english, vietnamese))
        else:
            raise ValueError(f"the header of {self.name} has a line that it cannot have: {line!r}")

    def _column(self, text: str) -> Column:
        match = _COLUMN.fullmatch(text)
        if not match:
            raise ValueError(f"the header of {self.name} returns something that is no column: {text!r}")
        return Column(match[1], self._kind(match[2]))

    def _kind(self, text: str) -> Kind:
        if text not in get_args(Kind):
            raise ValueError(f"the header of {self.name} has a value of the unknown kind {text!r}")
        return cast(Kind, text)


def read_header(name: str, text: str, mark: str) -> Header:
    """The header that `text` opens with. `mark` opens a comment line: # or //.

    Raises  ValueError if it is incomplete, has a line of no known form, or names the question other than `name`.
    """
    header = Header(name)
    for line in text.splitlines():
        if not line.startswith(mark):
            break
        header.take(line.removeprefix(mark).strip())
    for part in ("text_en", "text_vi", "columns"):
        if not getattr(header, part):
            raise ValueError(f"the header of {name} ({mark}) lacks {part}")
    names = [p.name for p in header.parameters] + [c.name for c in header.columns]
    if len(names) != len(set(names)):
        raise ValueError(f"the header of {name} ({mark}) names a parameter or column twice")
    return header
