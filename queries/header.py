"""The header of a query file, as catalog.py describes it: question, parameters and columns."""

import re
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from ontology.identifiers import TYPES

Kind = Literal["iri", "date", "string", "integer", "code"]
# What a parameter of this name may be: a congress acts as a body, and what regulates a kind carries its bodies.
_TYPES_OF = {"body": ("body", "body-kind", "event"), "kind": ("body-kind",)}
_PARAM = re.compile(r"param ([a-z]\w*) ([a-z]+)(?: of ([a-z,-]+))?(?: default (\S+))?: ([^|]+) \| ([^|]+)")
_COLUMN = re.compile(r"\?([a-zA-Z]\w*) ([a-z]+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """`default` is None when a value must be given; "today" stands for the day of asking.

    `of` is the code list of a code ("document-kind"), or the codes themselves, split by commas.
    """

    name: str
    kind: Kind
    default: str | None
    description: str
    description_vi: str
    of: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """What an iri may be, as IRIs say it, the likeliest first: `body`; nothing where it may be any."""
        if self.kind != "iri":
            return ()
        return _TYPES_OF.get(self.name, (self.name,) if self.name in TYPES else ())

    @property
    def required(self) -> bool:
        return self.default is None

    @property
    def codes(self) -> tuple[str, ...]:
        """What a code may be, the default among it; nothing for other kinds."""
        if self.kind != "code":
            return ()
        from ontology.codes import codes_of  # not before it is needed: the vocabulary takes half a second to read

        own = tuple(self.of.split(",")) if "," in self.of else codes_of(self.of)
        return own if self.default is None or self.default in own else (*own, self.default)


@dataclass(frozen=True, slots=True)
class Column:
    """`description` is empty in a header; the catalogue takes it from columns.toml."""

    name: str
    kind: Kind
    description: str = ""
    description_vi: str = ""


@dataclass(slots=True)
class Header:
    """What a header says."""

    name: str
    text_en: str = ""
    text_vi: str = ""
    note: str = ""
    note_vi: str = ""
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
        elif line.startswith("note-vi: "):
            self.note_vi = f"{self.note_vi} {line.removeprefix('note-vi: ')}".strip()
        elif line.startswith("returns "):
            self.columns += [self._column(part.strip()) for part in line.removeprefix("returns ").split(",")]
        elif match := _PARAM.fullmatch(line):
            name, kind, of, default, english, vietnamese = match.groups()
            if (kind == "code") != bool(of):
                raise ValueError(
                    f"the header of {self.name} has a code without its list, or a list without codes: {line!r}"
                )
            self.parameters.append(Parameter(name, self._kind(kind), default, english, vietnamese, of or ""))
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
